#if Postgres
import Foundation
import PostgresTestSupport
import SeededRandom

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Eight `payouts work` processes, and what machines and networks do to them, by a seeded choice.
struct WorkerFleet {
    /// The events and their counts.
    struct Counts: Sendable {
        var stops = 0
        /// Of these, past the lease's end.
        var longStops = 0
        var kills = 0
        var ends = 0
        var cuts = 0
        var restarts = 0
    }

    private struct Worker {
        var child: PayoutsChild
        /// When it is let go on; nil where it is not stopped.
        var goesOnAt: ContinuousClock.Instant?
    }

    static let size = 8
    /// The shortest that there is, so that a pause of a few seconds is one past its end.
    static let lease = 3

    private let cluster: PostgresCluster
    private let proxy: CuttingProxy
    private let arguments: [String]
    private let environment: [String: String]
    /// Takes what the workers print.
    private let log: Int32
    private var random: SeededGenerator
    private var workers: [Worker] = []
    /// Those that were asked to hand back what they have.
    private var leaving: [PayoutsChild] = []
    private(set) var counts = Counts()

    /// - Parameter simulator: The port under which the workers know the provider.
    init(_ bench: DatabaseBench, simulator: UInt16, seed: UInt64) throws {
        cluster = bench.cluster
        proxy = try CuttingProxy(before: bench.cluster)
        arguments = [
            "work", "--journal", "postgres", "--simulator", "\(simulator)", "--lease", "\(Self.lease)", "--concurrency",
            "2", "--grace", "10", "--format", "json",
        ]
        environment = [
            "HOME": bench.folder, "KURUS_POSTGRES": "host=\(proxy.folder) dbname=\(bench.database) user=payer",
        ]
        log = open(bench.folder + "/workers.log", O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        random = SeededGenerator(seed)
        for _ in 0..<Self.size { workers.append(Worker(child: try newChild())) }
    }

    private func newChild() throws -> PayoutsChild {
        try PayoutsChild(arguments, environment: environment, output: log)
    }

    /// Lets those go on whose pause is over.
    mutating func goOn() {
        for index in workers.indices { goOn(index, by: .now) }
    }

    /// Does something to a worker, the connections or the server.
    mutating func disturb() throws {
        let index = Int.random(in: workers.indices, using: &random)
        switch Int.random(in: 0..<100, using: &random) {
        case 0..<45: stop(index)
        case 45..<70:
            workers[index].child.kill()
            workers[index] = Worker(child: try newChild())
            counts.kills += 1
        case 70..<75:
            let child = workers[index].child
            child.goOn()
            child.terminate()
            leaving.append(child)
            workers[index] = Worker(child: try newChild())
            counts.ends += 1
        case 75..<97:
            proxy.cutAll()
            counts.cuts += 1
        default:
            try cluster.crash()
            counts.restarts += 1
        }
    }

    /// How long to leave everybody alone.
    mutating func pause() -> Duration { .milliseconds(Int.random(in: 20...200, using: &random)) }

    /// Half of the workers go on at least.
    private mutating func stop(_ index: Int) {
        guard workers[index].goesOnAt == nil, workers.count(where: { $0.goesOnAt != nil }) < Self.size / 2 else {
            return
        }
        let isLong = Int.random(in: 0..<4, using: &random) == 0
        let milliseconds =
            isLong ? Int.random(in: 3_100...7_000, using: &random) : .random(in: 20...900, using: &random)
        workers[index].child.stop()
        workers[index].goesOnAt = .now + .milliseconds(milliseconds)
        counts.stops += 1
        if isLong { counts.longStops += 1 }
    }

    private mutating func goOn(_ index: Int, by now: ContinuousClock.Instant) {
        guard let time = workers[index].goesOnAt, time <= now else { return }
        workers[index].child.goOn()
        workers[index].goesOnAt = nil
    }

    /// Lets everybody go on, and asks all to hand back what they have.
    mutating func end() {
        leaving += workers.map(\.child)
        workers = []
        for child in leaving { child.goOn() }
        for child in leaving { child.terminate() }
        for child in leaving { child.wait() }
        proxy.stop()
        close(log)
    }
}

extension WorkerFleet.Counts: CustomStringConvertible {
    var description: String {
        "workers stopped \(stops) times, \(longStops) of them past their leases, \(kills) killed, \(ends) ended; "
            + "connections to the database cut \(cuts) times, the server ended \(restarts) times"
    }
}
#endif
