#if canImport(Glibc)
    import CLibcurl
    import Glibc

    /// libcurl's multi interface, on the thread that runs it.
    final class LibcurlLoop {
        private let queue: LibcurlQueue
        private let certificateAuthorities: String?
        private let multi: OpaquePointer
        private let share: OpaquePointer?
        /// Every transfer that runs, by its easy handle.
        private var transfers: [OpaquePointer: LibcurlTransfer] = [:]

        /// libcurl ends a wait for its own time limits; nothing else needs a wake-up.
        private static let longestWait: Int32 = 3_600_000

        /// Runs until the queue is closed.
        static func run(_ queue: LibcurlQueue, certificateAuthorities: String?) {
            blockBrokenPipeSignal()
            guard let loop = LibcurlLoop(queue, certificateAuthorities: certificateAuthorities) else {
                return refuseAll(queue)
            }
            queue.wake(by: LibcurlWakeup(multi: loop.multi))
            loop.run()
            queue.wake(by: nil)
        }

        private init?(_ queue: LibcurlQueue, certificateAuthorities: String?) {
            guard let multi = libcurl_multi_new() else { return nil }
            self.multi = multi
            self.queue = queue
            self.certificateAuthorities = certificateAuthorities
            share = libcurl_share_new()
        }

        deinit {
            libcurl_multi_free(multi)
            if let share { libcurl_share_free(share) }
        }

        private func run() {
            while true {
                let batch = queue.take()
                for order in batch.orders { start(order) }
                if batch.holdsEnded { removeEnded() }
                if batch.isClosed { return failAll() }
                guard libcurl_multi_perform(multi) else {
                    failAll()
                    continue
                }
                finishEnded()
                if !libcurl_multi_wait(multi, Self.longestWait) { failAll() }
            }
        }

        private func start(_ order: LibcurlQueue.Order) {
            if order.exchange.hasEnded { return }
            let transfer = LibcurlTransfer(order, share: share, certificateAuthorities: certificateAuthorities)
            guard let transfer, libcurl_multi_add(multi, transfer.easy) else {
                return order.exchange.fail { _ in .libcurlRefuses }
            }
            transfers[transfer.easy] = transfer
        }

        /// Finishes the transfers that have ended.
        private func finishEnded() {
            var code: Int32 = 0
            while let easy = libcurl_multi_next_ended(multi, &code) {
                libcurl_multi_remove(multi, easy)
                transfers.removeValue(forKey: easy)?.finish(code)
            }
        }

        /// Removes the transfers of exchanges that nobody waits for.
        private func removeEnded() {
            for (easy, transfer) in transfers where transfer.exchange.hasEnded {
                libcurl_multi_remove(multi, easy)
                transfers[easy] = nil
            }
        }

        private func failAll() {
            for (easy, transfer) in transfers {
                libcurl_multi_remove(multi, easy)
                transfer.exchange.fail { .libcurlFailed(sendingBegan: $0) }
            }
            transfers = [:]
        }

        /// Refuses every order until the queue is closed, when libcurl has no memory for a handle.
        private static func refuseAll(_ queue: LibcurlQueue) {
            repeat {
                let batch = queue.take()
                for order in batch.orders { order.exchange.fail { _ in .libcurlRefuses } }
                if batch.isClosed { return }
            } while usleep(10_000) == 0
        }

        /// A TLS library that writes to a closed socket may raise SIGPIPE, which goes to the thread that writes. Here it
        /// stays pending and the write fails, whatever the process does with that signal elsewhere.
        private static func blockBrokenPipeSignal() {
            var signals = sigset_t()
            sigemptyset(&signals)
            sigaddset(&signals, SIGPIPE)
            pthread_sigmask(SIG_BLOCK, &signals, nil)
        }
    }
#endif
