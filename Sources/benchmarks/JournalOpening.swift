import Foundation
import IyzicoMassPayout
import KurusRuntime

/// Opens a journal's file, as every run of `payouts` does. Its orders have one ended payout each, with eight lines.
struct JournalOpening {
    let lines: Int

    private static let linesAnOrder = 8
    private static let identity = JournalIdentity(
        provider: "iyzico", host: "sandbox-api.iyzipay.com", keyFingerprint: "benchmark")

    private let secret = JournalSecret(secretKey: Secret("sandbox-secret"), fingerprint: "benchmark")

    func measured(runs: Int) async throws -> Measurement {
        let folder = FileManager.default.temporaryDirectory.appending(path: "journal-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "journal.jsonl").path(percentEncoded: false)
        try await write(path)
        try await open(path)
        var times: [Duration] = []
        for _ in 0..<runs {
            let start = ProcessorTime.now
            try await open(path)
            times.append(ProcessorTime.now - start)
        }
        return Measurement(times: times, bytes: FileManager.default.contents(atPath: path)?.count ?? 0)
    }

    private struct WrongJournal: Error {}

    private func open(_ path: String) async throws {
        let journal = try await FileJournal(at: path, for: Self.identity, secret: secret, beginsNew: false)
        let last = lines / Self.linesAnOrder - 1
        guard try journal.payout("payout-\(last)")?.lines.count == Self.linesAnOrder - 1 else { throw WrongJournal() }
    }

    /// All lines are written at once: singly, each would wait for the disk.
    private func write(_ path: String) async throws {
        let key = try await FileJournal(at: path, for: Self.identity, secret: secret).key
        var file = try JournalFile(at: path)
        var chain = JournalChain()
        for line in try file.readLines().lines where chain.take(line, key) == nil { throw WrongJournal() }
        let contents = (0..<lines / Self.linesAnOrder).flatMap { order in
            entries(order).enumerated().map { step, entry in
                JSONWriter.bytes(of: StoredLine(entry, time: time(order, step), actor: "ops@pay-1", token: token(step)))
            }
        }
        try file.append(contents.map { chain.line(of: $0, key) })
    }

    private func entries(_ order: Int) -> [StoredLine.Entry] {
        let item = RecordedItem(
            id: "emp-\(order)", amount: Decimal(15_000 + order % 900),
            recipient: RecipientHash(String(repeating: "5e", count: 32)))
        let payout = RecordedPayout(
            id: "payout-\(order)", currency: "TRY", bodyHash: String(repeating: "a7", count: 32), items: [item])
        let requestID = "\(900_000 + order)"
        let end = RecordedEnd(itemID: item.id, end: .paid)
        let steps: [JournalStep] = [
            .initializing, .initialized(requestID: requestID, refusedItems: []),
            .pinned(requestID: requestID, refusedItems: []), .authorizing(requestID: requestID, number: 1),
            .following(requestID: requestID), .following(requestID: requestID), .ended([end]),
        ]
        return [.plan(RecordedPlan(id: payout.id, payouts: [payout]))] + steps.map { .step(payoutID: payout.id, $0) }
    }

    private func time(_ order: Int, _ step: Int) -> Date {
        Date(timeIntervalSince1970: 1_795_000_000 + Double(order * 10 + step))
    }

    private func token(_ step: Int) -> String { String(repeating: "0\(step)", count: 16) }
}
