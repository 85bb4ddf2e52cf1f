import Dispatch

/// Runs the server's answers on threads of its own: who waits for the server to stop, on one of Swift's few threads, does
/// not keep the answers that it waits for from being made.
final class ServerExecutor: TaskExecutor {
    static let shared = ServerExecutor()

    private let queue = DispatchQueue(label: "loopback server answers", attributes: .concurrent)

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
