import Foundation
import HTTPTestSupport
import SeededRandom
import Synchronization
import Testing

/// Orders paid through a proxy that delays, cuts and drops connections, by runs that are killed at random moments.
struct ProxiedRuns {
    private let folder: CommandFolder
    private let simulator: SimulatorProcess
    private let proxy: FaultProxy
    private var random: SeededGenerator

    private(set) var orders = 0
    private(set) var kills = 0
    /// How often the caller had to repeat an authorization by its own word.
    private(set) var words = 0
    /// How often a run ended without its order's end, by exit status.
    private(set) var repeats: [Int32: Int] = [:]

    var faults: [FaultProxy.Fault] { proxy.counts.faults }

    init(seed: UInt64) throws {
        random = SeededGenerator(seed)
        folder = try CommandFolder()
        simulator = try SimulatorProcess(in: folder.path)
        let port = try #require(UInt16(simulator.port))
        let choices = Mutex(SeededGenerator(seed &+ 1))
        proxy = try FaultProxy(to: port) { _ in
            choices.withLock { random in
                let breaks = Int.random(in: 0..<3, using: &random) == 0
                let fault = FaultProxy.Fault.allCases.randomElement(using: &random)
                return (breaks ? fault : nil, Int.random(in: 0..<600, using: &random))
            }
        }
    }

    /// Kills some runs of an order, then runs it until it is paid.
    mutating func payOneOrder() throws {
        let order = try newOrder()
        while Bool.random(using: &random) { try killRun(of: order) }
        try finish(order)
    }

    /// Every item of every order is in the ledger once, with the amount that was ordered.
    func checkPayments() throws {
        let payments = try LedgerText.payments(in: folder.path + "/ledger")
        let expected = (1...max(1, orders)).flatMap { order in
            (1...Self.items(of: order)).map { LedgerText(item: "o\(order)-\($0)", amount: "\($0).25") }
        }
        #expect(payments.sorted() == expected.sorted())
    }

    private static func items(of order: Int) -> Int { order.isMultiple(of: 10) ? 100 : 10 + order % 4 }

    private mutating func newOrder() throws -> String {
        orders += 1
        let rows = (1...Self.items(of: orders)).map { item in
            "o\(orders)-\(item),phone,+90555\(1_000_000 + orders * 100 + item),,\(item).25,TRY,pay\n"
        }
        try folder.write(TestPayroll.heading + rows.joined(), to: "order-\(orders).csv")
        return "order-\(orders)"
    }

    private func run(_ order: String) throws -> PayoutsProcess {
        try PayoutsProcess(
            [
                "send", "\(order).csv", "--id", order, "--yes", "--chunk", "50", "--journal", "journals",
                "--simulator", "\(proxy.port)",
            ], in: folder.path)
    }

    private mutating func killRun(of order: String) throws {
        let process = try run(order)
        for _ in 0..<Int.random(in: 0...8, using: &random) { _ = process.nextLine() }
        process.kill()
        if process.end().status == nil { kills += 1 }
    }

    /// Repeats the command, as its exit status asks, until the order is paid.
    private mutating func finish(_ order: String) throws {
        for attempt in 1...40 {
            let end = try run(order).end()
            let status = try #require(end.status)
            if status == 0 { return }
            repeats[status, default: 0] += 1
            try #require([4, 5, 7].contains(status), "\(order): \(end)")
            if status == 5, attempt.isMultiple(of: 4) { try authorizeAgain(order) }
        }
        Issue.record("\(order) is not paid after 40 runs")
    }

    /// Does what a person does about a payout that stays unknown: finds out whether it was paid, and records it.
    private mutating func authorizeAgain(_ order: String) throws {
        words += 1
        _ = try PayoutsProcess(
            ["resume", order, "--authorize-again", "--journal", "journals", "--simulator", "\(proxy.port)"],
            in: folder.path
        ).end()
    }
}

/// A payment as a line of the ledger's file has it, read without the simulator's own code.
struct LedgerText: Hashable, Comparable {
    let item: String
    let amount: String

    static func < (left: Self, right: Self) -> Bool {
        (left.item, left.amount) < (right.item, right.amount)
    }

    static func payments(in folder: String) throws -> [LedgerText] {
        let files = try FileManager.default.contentsOfDirectory(atPath: folder)
        let texts = try files.map { try String(contentsOfFile: folder + "/" + $0, encoding: .utf8) }
        return texts.flatMap { text in
            text.matches(of: /"itemExternalId":"([^"]+)"[^{}]*?"amount":([0-9.]+)/).map {
                LedgerText(item: String($0.1), amount: String($0.2))
            }
        }
    }
}
