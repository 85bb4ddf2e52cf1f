import Foundation
import PayoutSimulator
import Testing

@testable import payouts

extension JournalTests {
    /// A journal is begun only where none is, and others of the same host are told of.
    struct NewJournalTests {
        static let old = ["IYZICO_API_KEY": "sandbox-old", "IYZICO_SECRET_KEY": "sandbox-old-secret"]
        static let new = ["IYZICO_API_KEY": "sandbox-new", "IYZICO_SECRET_KEY": "sandbox-new-secret"]
        static func other(_ path: String) -> String {
            "; there is another one of this host, \(path) (after a change of keys 'payouts rekey' continues it)"
        }

        static let send = ["send", "payroll.csv", "--id", "nov", "--yes"]

        private func journal(_ folder: CommandFolder) throws -> String {
            folder.path + "/" + (try #require(folder.files.first { $0.hasSuffix("journal.jsonl") }))
        }

        @Test func tellsOfAnotherKeysJournal() async throws {
            let folder = try CommandFolder(["payroll.csv": TestPayroll.csv(rows: 1)])
            let first = await folder.run(Self.send, environment: Self.old)
            #expect(first.status == 0, "\(first)")
            #expect(!first.errors.contains("journal"))
            let older = try journal(folder)
            for arguments in [["list"], ["status", "nov"], Self.send + ["--require-journal"]] {
                let outcome = await folder.run(arguments, environment: Self.new)
                #expect(outcome.status == 3)
                #expect(outcome.errors.contains(/there is no journal at [^ ]+journal.jsonl;/), "\(outcome)")
                #expect(outcome.errors.hasSuffix(Self.other(older) + "\n"), "\(outcome)")
            }
            #expect(folder.files.filter { $0.hasSuffix("journal.jsonl") }.count == 1)
            let dry = await folder.run(["send", "payroll.csv", "--id", "nov", "--dry-run"], environment: Self.new)
            #expect(dry.status == 0, "\(dry)")
            #expect(dry.errors.contains(older))
            #expect(folder.files.filter { $0.hasSuffix("journal.jsonl") }.count == 1)
            let sent = await folder.run(
                ["send", "payroll.csv", "--id", "other", "--yes"], environment: Self.new)
            #expect(sent.status == 0, "\(sent)")
            let begun = try #require(sent.errors.firstMatch(of: /payouts: note: a new journal is begun at ([^;]+);/))
            #expect(begun.1 != older)
            #expect(sent.errors.contains(Self.other(older) + ". "), "\(sent)")
            // From here on it is there, and nothing is told.
            #expect(await !folder.run(Self.send, environment: Self.new).errors.contains(older))
        }

        /// A volume that is not mounted leaves its folder empty; the default folder has a journal of the same host.
        @Test func tellsOfAJournalInAnotherFolder() async throws {
            let folder = try CommandFolder(["payroll.csv": TestPayroll.csv(rows: 1)])
            _ = await folder.run(Self.send, environment: Self.old)
            let older = try journal(folder)
            let environment = Self.old.merging(["KURUS_JOURNALS": "volume"]) { $1 }
            let outcome = await folder.run(Self.send + ["--require-journal"], environment: environment)
            #expect(outcome.status == 3)
            #expect(outcome.errors.hasSuffix(Self.other(older) + "\n"), "\(outcome)")
        }

        @Test func tellsNothingOfOtherHosts() async throws {
            let folder = try CommandFolder(["payroll.csv": TestPayroll.csv(rows: 1)])
            _ = await folder.run(Self.send, environment: Self.old)
            let outcome = await folder.payouts("send", "payroll.csv", "--id", "nov", "--yes")
            #expect(!outcome.errors.contains("journal"), "\(outcome)")
        }

        /// Lost between initialize and authorize, a journal is not gone round in circles for: the payout is cleared.
        @Test func clearsAPayoutWhoseJournalIsLost() async throws {
            let folder = try CommandFolder(
                ["payroll.csv": TestPayroll.csv(rows: 2)],
                faults: FaultScript().with(.dropBeforeReading, at: .authorize))
            _ = await folder.payouts("send", "payroll.csv", "--id", "nov", "--yes")
            try FileManager.default.removeItem(atPath: try journal(folder))
            let again = await folder.payouts("send", "payroll.csv", "--id", "nov", "--yes")
            #expect(again.status == 5, "\(again)")
            #expect(
                again.errors.hasSuffix(
                    "clear it by: payouts cancel nov --simulator 8700, then send the file under another id\n"),
                "\(again)")
            let cancelled = await folder.payouts("cancel", "nov")
            #expect(cancelled.status == 0, "\(cancelled)")
            let other = await folder.payouts("send", "payroll.csv", "--id", "nov-2", "--yes")
            #expect(other.status == 0, "\(other)")
            #expect(folder.simulator.payments.map(\.externalID) == ["nov-2", "nov-2"])
        }

        @Test func namesTheOwnerOfAJournal() throws {
            #expect(FileOwner.name(of: 0) == "root")
            #expect(FileOwner.name(of: 4_000_000_000) == "4000000000")
            let own = FileManager.default.temporaryDirectory.path(percentEncoded: false)
            let file = own + "/\(UUID().uuidString)"
            #expect(FileManager.default.createFile(atPath: file, contents: nil))
            defer { try? FileManager.default.removeItem(atPath: file) }
            #expect(FileOwner.other(of: file) == nil)
            #expect(FileOwner.other(of: "/proc/1/none") == (geteuid() == 0 ? nil : "root"))
        }
    }
}
