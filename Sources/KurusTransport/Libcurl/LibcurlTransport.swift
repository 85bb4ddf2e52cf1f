public import KurusHTTP

#if canImport(Glibc)
    import Foundation

    /// Sends requests with the system's libcurl on Linux: https, and http to this machine (`127.0.0.0/8`, `::1`,
    /// `localhost`), by HTTP/1.1.
    ///
    /// libcurl.so.4 is loaded when the first transport is made, and drives its exchanges on its own thread: no thread
    /// of Swift's tasks waits for a socket.
    ///
    /// GET, HEAD, OPTIONS and TRACE without content go over kept connections, and are sent again by libcurl when such a
    /// connection closes before an answer came. Every other request, and one of these that is not safe
    /// (`HTTPRequest.isSafe`), has a new connection that is closed afterwards, and is sent once. The redirects of safe
    /// requests are followed on the same scheme, host and port; any other 3xx is the answer. No cookies, no cache, no
    /// stored credentials, no HSTS; a 401 is the response.
    ///
    /// The fields are those of the request, in their order, each on its own line except `Cookie` (RFC 6265 §5.4), after
    /// `Host` and an `Accept-Encoding` with the codings of this libcurl. `https_proxy`, `all_proxy` and `no_proxy` of
    /// the environment apply, but never for this machine. Servers are trusted by the system's certificate authorities.
    public struct LibcurlTransport: HTTPTransport {
        private let thread: LibcurlThread
        private let responseSizeLimit: Int
        private let rules: ExchangeRules

        /// A transport over the system's libcurl.
        ///
        /// - Parameters:
        ///   - responseSizeLimit: The most bytes of a response's content, counted after decompression; 64 MiB unless
        ///     given. Past it the attempt ends with a `TransportError` that is not worth a retry.
        ///   - certificateAuthorities: The path of a PEM file (RFC 7468) of certificates that are trusted in place of the
        ///     system's, for a server of one's own.
        ///   - clock: Measures the timeout.
        /// - Throws: `LibcurlUnavailable` when libcurl is missing, older than 7.80.0, or built without needed features.
        public init(
            responseSizeLimit: Int = 64 << 20, certificateAuthorities: String? = nil,
            clock: any Clock<Duration> = ContinuousClock()
        ) throws(LibcurlUnavailable) {
            self.init(
                try Libcurl.system.get(), responseSizeLimit: responseSizeLimit,
                certificateAuthorities: certificateAuthorities, clock: clock)
        }

        init(
            _ libcurl: Libcurl, responseSizeLimit: Int, certificateAuthorities: String?, clock: any Clock<Duration>
        ) {
            thread = LibcurlThread(libcurl, certificateAuthorities: certificateAuthorities)
            self.responseSizeLimit = responseSizeLimit
            rules = ExchangeRules(clock: clock)
        }

        /// Sends the request once and returns the whole response.
        ///
        /// - Throws: `TransportError`, whatever goes wrong: `notSent` only where not a byte of the request left.
        public func send(_ request: HTTPRequest, timeout: Duration) async throws -> HTTPResponse {
            try await rules.send(request, timeout: timeout) { request in
                await thread.response(to: request, sizeLimit: responseSizeLimit)
            }
        }
    }

    extension LibcurlTransport: MaskedText {
        public var description: String { "LibcurlTransport" }

        public var customMirror: Mirror { Mirror(self, children: ["responseSizeLimit": responseSizeLimit]) }
    }

    /// A transport's thread, on which libcurl drives all exchanges. The thread starts with the first exchange and ends
    /// when this value is released.
    ///
    /// It cannot deadlock: it shares one queue with callers, whose lock is held for a few assignments and never while
    /// libcurl runs, a continuation resumes or a socket is waited for. It cannot miss a caller: orders are queued
    /// before `curl_multi_wakeup`, which ends the current wait or the next one. It cannot leak: `LibcurlLoop` creates,
    /// uses and frees every handle of libcurl on this thread and refers only to the queue, so that only the transport
    /// and running exchanges keep this value alive.
    private final class LibcurlThread: Sendable {
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
