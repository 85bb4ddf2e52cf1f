import KurusHTTP

#if canImport(Glibc)
    import Foundation

    /// A transport's thread, on which libcurl drives all its exchanges. The thread starts with the first exchange, and ends
    /// when this is released.
    ///
    /// It cannot deadlock: it shares one queue with callers, whose lock is held for a few assignments and never while
    /// libcurl runs, a continuation resumes or a socket is waited for. It cannot miss a caller: orders are queued before
    /// `curl_multi_wakeup`, which ends the wait that runs or else the next one. It cannot leak: every handle of libcurl is
    /// made, used and freed on it by `LibcurlLoop`, which knows the queue alone, so that nothing keeps this alive but the
    /// transport and the exchanges that run.
    final class LibcurlThread: Sendable {
        private let queue = LibcurlQueue()
        private let certificateAuthorities: String?

        init(_ libcurl: Libcurl, certificateAuthorities: String?) {
            self.certificateAuthorities = certificateAuthorities ?? libcurl.trustedFile
        }

        deinit {
            queue.close()
        }

        /// Sends a request once. Ends at once when the task is cancelled.
        func response(to request: HTTPRequest, sizeLimit: Int) async -> Exchange.Outcome {
            let exchange = Exchange(sizeLimit: sizeLimit, announcesSending: true)
            return await withTaskCancellationHandler {
                await withCheckedContinuation { continuation in
                    if exchange.begin(continuation), queue.add(request, exchange) { start() }
                }
            } onCancel: {
                exchange.cancel()
                queue.removeEnded()
            }
        }

        private func start() {
            let thread = Thread { [queue, certificateAuthorities] in
                LibcurlLoop.run(queue, certificateAuthorities: certificateAuthorities)
            }
            thread.name = "kurus-libcurl"
            thread.start()
        }
    }
#endif
