import Foundation
import PayoutSimulator
import SeededRandom
import Testing

/// Orders whose runs are killed at random moments, and run again until they are paid.
struct KilledRuns {
    private let folder: CommandFolder
    private var simulator: SimulatorProcess
    private var random: SeededGenerator
    /// How many lines a run prints that nobody kills.
    private var length = 0

    private(set) var orders = 0
    /// How often a run did not live to its end.
    private(set) var kills = 0
    /// How often the caller had to say that an authorization is to be sent again.
    private(set) var words = 0

    static let items = 4

    init(seed: UInt64) throws {
        random = SeededGenerator(seed)
        folder = try CommandFolder()
        simulator = try SimulatorProcess(in: folder.path)
        length = try finish(try newOrder()).count
    }

    /// Kills the first run of an order, and now and then the second and third, too; then lets one end.
    mutating func payOneOrder() throws {
        let order = try newOrder()
        repeat { try killRun(of: order) } while Int.random(in: 0..<3, using: &random) == 0
        _ = try finish(order)
    }

    /// Kills a run, and the simulator with it, which begins again from its ledger.
    mutating func payOneOrderAcrossARestart() throws {
        let order = try newOrder()
        try killRun(of: order)
        simulator.kill()
        simulator = try SimulatorProcess(in: folder.path, port: simulator.port)
        _ = try finish(order)
    }

    /// Every item of every order is in the ledger once.
    func checkPayments() throws {
        let payments = try simulator.payments()
        #expect(payments.count == orders * Self.items)
        #expect(Set(payments.map(\.itemExternalID)).count == orders * Self.items)
    }

    private mutating func newOrder() throws -> String {
        orders += 1
        let rows = (1...Self.items).map { item in
            "o\(orders)-\(item),phone,+90555\(1_000_000 + orders * Self.items + item),,\(item).25,TRY,pay\n"
        }
        try folder.write(TestPayroll.heading + rows.joined(), to: "order-\(orders).csv")
        return "order-\(orders)"
    }

    /// Two payouts at once.
    private func run(_ order: String) throws -> PayoutsProcess {
        try PayoutsProcess(
            [
                "send", "\(order).csv", "--id", order, "--yes", "--chunk", "2", "--journal", "journals",
                "--simulator", simulator.port,
            ], in: folder.path)
    }

    /// The moment is a line of the run, and then a part of the time in which the next one comes.
    private mutating func killRun(of order: String) throws {
        let process = try run(order)
        for _ in 0..<Int.random(in: 0...length, using: &random) { _ = process.nextLine() }
        let moment = ContinuousClock.now + .microseconds(Int.random(in: 0...4000, using: &random))
        while ContinuousClock.now < moment {}
        process.kill()
        if process.end().status == nil { kills += 1 }
    }

    /// Runs an order to its end. A run that was killed between writing that it authorizes and doing it leaves that open
    /// for good, which is status 5: then the caller finds out, here from the ledger, and says that it is to be done.
    private mutating func finish(_ order: String) throws -> [String] {
        let end = try run(order).end()
        if end.status == 0 { return end.lines }
        try #require(end.status == 5, "\(order): \(end)")
        let paid = try simulator.payments().filter { $0.externalID.hasPrefix(order + "-") }
        #expect(paid.count < Self.items, "\(order): \(end)")
        words += 1
        let resumed = try PayoutsProcess(
            ["resume", order, "--authorize-again", "--journal", "journals", "--simulator", simulator.port],
            in: folder.path
        ).end()
        try #require(resumed.status == 0, "\(order): \(resumed)")
        return resumed.lines
    }
}
