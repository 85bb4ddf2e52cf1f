import Foundation
import PayoutSimulator
import SeededRandom
import Testing

/// One order, begun at one moment by two people with a journal each.
struct TwinRuns {
    private let folder: CommandFolder
    private let simulator: SimulatorProcess
    private var random: SeededGenerator

    private(set) var orders = 0
    /// How often a pair of runs ended so, by their exit statuses.
    private(set) var ends: [[Int32]: Int] = [:]

    private static let items = 3

    init(seed: UInt64, isWorstCase: Bool) throws {
        random = SeededGenerator(seed)
        folder = try CommandFolder()
        simulator = try SimulatorProcess(in: folder.path, isWorstCase: isWorstCase)
    }

    mutating func payOneOrderTwice() throws {
        orders += 1
        let rows = (1...Self.items).map { item in
            "t\(orders)-\(item),phone,+90555\(1_000_000 + orders * Self.items + item),,\(item).25,TRY,pay\n"
        }
        try folder.write(TestPayroll.heading + rows.joined(), to: "order-\(orders).csv")
        let first = try run("here")
        // Up to a few lines of the first run later, so that every pair of steps meets.
        for _ in 0..<Int.random(in: 0...2, using: &random) { _ = first.nextLine() }
        let second = try run("there")
        let statuses = [first, second].map { $0.end() }
        for end in statuses { try #require([0, 1, 4, 5, 7].contains(end.status ?? -1), "\(end.lines)") }
        ends[statuses.compactMap(\.status).sorted(), default: 0] += 1
    }

    /// No item is in the ledger twice; how many orders were paid.
    func paidOrders() throws -> Int {
        let payments = try LedgerText.payments(in: folder.path + "/ledger")
        let repeated = Dictionary(grouping: payments, by: \.item).filter { $0.value.count > 1 }
        #expect(repeated.isEmpty)
        return payments.count / Self.items
    }

    private func run(_ journal: String) throws -> PayoutsProcess {
        try PayoutsProcess(
            [
                "send", "order-\(orders).csv", "--id", "order-\(orders)", "--yes", "--journal", journal,
                "--simulator", simulator.port,
            ], in: folder.path)
    }
}
