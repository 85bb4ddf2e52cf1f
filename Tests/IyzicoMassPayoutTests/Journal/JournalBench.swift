import Foundation
import IyzicoMassPayout
import KurusRuntime

/// A journal's file in a folder of its own, and the order that tests put into it.
struct JournalBench {
    static let identity = JournalIdentity(provider: "iyzico", host: "sandbox-api.iyzipay.com", keyFingerprint: "0a1b2c")
    static let secret = JournalSecret(secretKey: Secret("sandbox-secret"), fingerprint: "0a1b2c")

    static let payoutID = "2026-11-1"
    static let plan = RecordedPlan(
        id: "2026-11",
        payouts: [
            RecordedPayout(
                id: payoutID, currency: "TRY", bodyHash: "b0",
                items: [RecordedItem(id: "ayşe \"1\"\n", amount: 10, recipient: RecipientHash("r1"))])
        ])

    static let steps: [JournalStep] = [
        .initializing, .initialized(requestID: "r-1", refusedItems: ["x"]),
        .pinned(requestID: "r-1", refusedItems: []), .authorizing(requestID: "r-1", number: 1),
    ]
    /// Of the file with that order and these steps: the header and the key, the order, the steps.
    static let lineCount = 3 + steps.count

    static let time = Date(timeIntervalSince1970: 1_800_000_000.125)

    let folder: TemporaryFolder
    var path: String { folder.file("deep/er/payouts.jsonl") }

    init() throws {
        folder = try TemporaryFolder()
    }

    func journal(
        beginsNew: Bool = true, identity: JournalIdentity = identity, secret: JournalSecret = secret
    ) async throws -> FileJournal {
        try await FileJournal(
            at: path, for: identity, secret: secret, beginsNew: beginsNew, actor: "ayse@office", now: { Self.time })
    }

    static func append(_ step: JournalStep, to journal: FileJournal) async throws {
        let after = try journal.payout(payoutID)?.lines.count ?? 0
        let outcome = try await journal.append(
            JournalAppend(payoutID: payoutID, after: after, token: UUID().uuidString, actor: "ayse@office", step: step))
        guard case .appended = outcome else { throw JournalError.unavailable(reason: "\(outcome)") }
    }

    func steps(_ journal: FileJournal) throws -> [JournalStep]? {
        try journal.payout(Self.payoutID)?.lines.map(\.step)
    }

    /// Writes the order and its steps.
    func write() async throws -> FileJournal {
        let journal = try await journal()
        let recording = OrderRecording(
            Self.plan, query: RepeatQuery(orderID: Self.plan.id, items: [], reach: .days(1)), allowing: [],
            actor: "ayse@office", token: "t")
        _ = try await journal.record(recording)
        for step in Self.steps { try await Self.append(step, to: journal) }
        return journal
    }

    var text: String { get throws { try String(contentsOfFile: path, encoding: .utf8) } }

    var lines: [String] { get throws { try text.split(separator: "\n").map(String.init) } }

    /// Replaces the file's bytes in place, as whoever changes them by hand does.
    func overwrite(_ lines: [String]) throws {
        try (lines.joined(separator: "\n") + "\n").write(toFile: path, atomically: false, encoding: .utf8)
    }
}
