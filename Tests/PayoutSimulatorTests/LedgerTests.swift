import Foundation
import IyzicoMassPayoutAPI
import KurusRuntime
import PayoutSimulator
import Testing

@Suite struct LedgerTests {
    /// A file that is not there yet, removed at the end.
    private func withLedgerPath<R>(_ body: (String) async throws -> R) async throws -> R {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("ledger-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try await body(folder.appendingPathComponent("ledger.jsonl").path)
    }

    private func simulator(_ path: String, _ behaviour: SimulatedBehaviour = .init()) throws -> SimulatedIyzico {
        try SimulatedIyzico(
            balance: 1_000, behaviour: behaviour, ledger: try FileLedger(at: path), outcomes: .byDescription,
            commission: 1, systemTime: { 0 })
    }

    /// Takes every step twice: on one simulator, and on one that is restarted from its ledger before every request.
    @Test func aRestartChangesNothing() async throws {
        let items = [Payroll.item("a", 10), Payroll.item("b", 20, "[returned]"), Payroll.item("c", 1, "[invalid]")]
        let calls: [(Caller) async throws -> Answer] = [
            { try await $0.initialize(Payroll.payout("p", items)) },
            { try await $0.initialize(Payroll.payout("q")) },
            { try await $0.authorize("SIM-1") },
            { try await $0.retrieve("SIM-1") }, { try await $0.retrieve("SIM-1") },
            { try await $0.cancel("SIM-2") }, { try await $0.retrieve("SIM-2") },
            { try await $0.initialize(Payroll.payout("r", [Payroll.item("x", 5_000)])) },
            { try await $0.authorize("SIM-3") }, { try await $0.retrieve("SIM-3") },
            { try await $0.authorize("SIM-1") }, { try await $0.retrieve("SIM-1") }, { try await $0.getBalance() },
            { try await $0.initialize(Payroll.payout("p")) },
        ]
        let behaviour = SimulatedBehaviour(repeatedAuthorize: .paysAgain)
        try await withLedgerPath { path in
            let steady = try SimulatedIyzico(
                balance: 1_000, behaviour: behaviour, outcomes: .byDescription, commission: 1, systemTime: { 0 })
            for call in calls {
                let restarted = try simulator(path, behaviour)
                #expect(try await call(Caller(restarted)).delivery == (try await call(Caller(steady)).delivery))
                #expect(restarted.balance == steady.balance)
                #expect(restarted.payments == steady.payments)
                #expect(try FileLedger.payments(at: path) == steady.payments)
            }
            #expect(steady.payments.map(\.itemExternalID) == ["a", "a"])
        }
    }

    @Test func isForItsOwnerOnly() async throws {
        try await withLedgerPath { path in
            _ = try FileLedger(at: path)
            let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
            #expect(mode == 0o600)
        }
    }

    @Test func isNotOpenedTwice() async throws {
        try await withLedgerPath { path in
            let ledger = try FileLedger(at: path)
            #expect(throws: LedgerError.self) { try FileLedger(at: path) }
            #expect(ledger.entries().isEmpty)
        }
    }

    @Test func isTakenOverWhenItIsClosed() async throws {
        try await withLedgerPath { path in
            let first = try FileLedger(at: path)
            first.close()
            let second = try FileLedger(at: path)
            first.close()
            #expect(throws: LedgerError.self) { try FileLedger(at: path) }
            #expect(throws: LedgerError.self) { try first.append([.canceled(requestID: "x")]) }
            #expect(second.entries().isEmpty)
        }
    }

    /// Cuts the file at many places, around every line's end too: whole entries are kept, and the next entry gets a
    /// line of its own.
    @Test func dropsALastLineThatIsTorn() async throws {
        try await withLedgerPath { path in
            _ = try await Caller(try simulator(path)).initialize(Payroll.payout())
            _ = try await Caller(try simulator(path)).cancel("SIM-1")
            let whole = try Data(contentsOf: URL(fileURLWithPath: path))
            let all = try FileLedger(at: path).entries()
            let ends = whole.indices.filter { whole[$0] == UInt8(ascii: "\n") }.flatMap { [$0 - 1, $0, $0 + 1] }
            for length in Array(stride(from: 0, to: whole.count, by: 29)) + ends {
                try whole.prefix(length).write(to: URL(fileURLWithPath: path))
                let lines = whole.prefix(length).count { $0 == UInt8(ascii: "\n") }
                let ledger = try FileLedger(at: path)
                #expect(ledger.entries() == Array(all.prefix(lines)))
                try ledger.append([.canceled(requestID: "after")])
                ledger.close()
                #expect(
                    try FileLedger(at: path).entries() == Array(all.prefix(lines)) + [.canceled(requestID: "after")])
            }
            #expect(all.count == 3)
        }
    }

    @Test(arguments: ["planted", "{}", #"{"entry":"planted"}"#, #"{"entry":"canceled"}"#, ""])
    func refusesAnyOtherLineThatItCannotRead(line: String) async throws {
        try await withLedgerPath { path in
            let content =
                #"{"entry":"opened","balance":1}"# + "\n\(line)\n" + #"{"entry":"canceled","requestId":"x"}"# + "\n"
            #expect(
                FileManager.default.createFile(
                    atPath: path, contents: Data(content.utf8), attributes: [.posixPermissions: 0o600]))
            let error = #expect(throws: LedgerError.self) { try FileLedger(at: path) }
            #expect(error?.description == "line 2 of the ledger cannot be read")
        }
    }

    @Test func readsNoPaymentsWhereThereIsNoFile() async throws {
        try await withLedgerPath { path in
            #expect(throws: LedgerError.self) { try FileLedger.payments(at: path) }
            #expect(throws: LedgerError.self) { try FileLedger(at: "/dev/null/ledger.jsonl") }
        }
    }

    @Test func printsNoRecipient() async throws {
        let ledger = MemoryLedger()
        _ = try await Caller(try SimulatedIyzico(ledger: ledger)).initialize(Payroll.payout())
        var texts = "\(ledger.entries()) \(String(reflecting: ledger.entries()))"
        dump(ledger.entries(), to: &texts)
        #expect(texts.contains("initialized SIM-1"))
        #expect(!texts.lowercased().contains("planted"))
    }

    /// A ledger that fails once told to.
    private final class BrokenLedger: Ledger {
        func entries() throws(LedgerError) -> [LedgerEntry] { [.opened(balance: 1_000)] }
        func append(_ entries: [LedgerEntry]) throws(LedgerError) { throw LedgerError("full") }
    }

    @Test func answersNothingThatIsNotInTheLedger() async throws {
        let caller = Caller(try SimulatedIyzico(ledger: BrokenLedger()))
        let answer = try await caller.initialize(Payroll.payout())
        #expect(answer.httpStatus == 500)
        #expect(try await caller.retrieve(externalID: "november").status == "failure")
    }
}
