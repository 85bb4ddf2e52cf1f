import KurusHTTP

#if canImport(Glibc)
    import CLibcurl
    import Synchronization

    /// The orders of callers to libcurl's thread: the only state that they share with it.
    final class LibcurlQueue: Sendable {
        struct Order: Sendable {
            let request: HTTPRequest
            let exchange: Exchange
        }

        struct Batch: Sendable {
            /// Requests to send.
            var orders: [Order] = []
            /// Whether exchanges have ended whose transfers may still run.
            var holdsEnded = false
            /// Whether the transport is gone.
            var isClosed = false
        }

        private struct State {
            var batch = Batch()
            var hasThread = false
            /// Wakes the thread, while its handle exists.
            var wakeup: LibcurlWakeup?

            /// Called under the lock, so that the handle is not freed meanwhile.
            func wake() {
                if let wakeup { libcurl_wake(wakeup) }
            }
        }

        private let state = Mutex(State())

        /// Adds a request.
        ///
        /// - Returns: Whether the caller must start the thread: once per queue.
        func add(_ request: HTTPRequest, _ exchange: Exchange) -> Bool {
            state.withLock { state in
                state.batch.orders.append(Order(request: request, exchange: exchange))
                state.wake()
                defer { state.hasThread = true }
                return !state.hasThread
            }
        }

        /// Orders the end of transfers whose exchanges have ended.
        func removeEnded() {
            state.withLock { state in
                state.batch.holdsEnded = true
                state.wake()
            }
        }

        /// Asks the thread to end.
        func close() {
            state.withLock { state in
                state.batch.isClosed = true
                state.wake()
            }
        }

        /// Sets how the thread is woken from now on; nil when it has stopped waiting.
        func wake(by wakeup: LibcurlWakeup?) {
            state.withLock { $0.wakeup = wakeup }
        }

        /// Takes everything that was ordered since the last call.
        func take() -> Batch {
            state.withLock { state in
                defer { state.batch = Batch(isClosed: state.batch.isClosed) }
                return state.batch
            }
        }
    }
#endif
