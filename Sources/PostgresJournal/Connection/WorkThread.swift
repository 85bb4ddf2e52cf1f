#if Postgres
import Dispatch
import Foundation
import Synchronization

/// One thread that runs what it is given in turn, so that waiting for a server blocks no thread of Swift's tasks.
final class WorkThread: Sendable {
    private let queue = Queue()

    init(name: String) {
        let thread = Thread { [queue] in
            while let work = queue.next() { work() }
        }
        thread.name = name
        thread.start()
    }

    deinit {
        queue.close()
    }

    func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
        await withCheckedContinuation { continuation in
            queue.add { continuation.resume(returning: work()) }
        }
    }

    private final class Queue: Sendable {
        private let waiting = Mutex<[@Sendable () -> Void]>([])
        private let count = DispatchSemaphore(value: 0)

        func add(_ work: @escaping @Sendable () -> Void) {
            waiting.withLock { $0.append(work) }
            count.signal()
        }

        /// Ends the thread when what is waiting has run.
        func close() {
            count.signal()
        }

        /// nil when the queue was closed.
        func next() -> (@Sendable () -> Void)? {
            count.wait()
            return waiting.withLock { $0.isEmpty ? nil : $0.removeFirst() }
        }
    }
}
#endif
