import Synchronization

/// Runs the jobs of its tasks on demand, one after another, on the calling thread.
///
/// Once it is idle, every task waits for something that only the test can give: no thread and no timing decides what
/// happens next.
final class SteppedExecutor: TaskExecutor {
    private let jobs = Mutex<[UnownedJob]>([])

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        jobs.withLock { $0.append(job) }
    }

    func runUntilIdle() {
        while true {
            let due = jobs.withLock { jobs in
                defer { jobs.removeAll(keepingCapacity: true) }
                return jobs
            }
            if due.isEmpty { return }
            for job in due { job.runSynchronously(on: asUnownedTaskExecutor()) }
        }
    }

    /// Begins a task that runs here.
    func begin(_ body: @escaping @Sendable () async -> Void) {
        Task.detached(executorPreference: self, operation: body)
    }
}
