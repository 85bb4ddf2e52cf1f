import Foundation
import PayoutSimulator
import Testing

@testable import payouts

extension JournalTests {
    /// `payouts rekey`: what the old keys paid is not paid again under the new ones.
    struct RekeyCommandTests {
        static let old = "IYZICO_API_KEY=sandbox-old\nIYZICO_SECRET_KEY=sandbox-old-secret\n"
        static let newSecret = "IYZICO_API_KEY=sandbox-old\nIYZICO_SECRET_KEY=sandbox-new-secret\n"
        static let newKeys = "IYZICO_API_KEY=sandbox-new\nIYZICO_SECRET_KEY=sandbox-new-secret\n"

        private func folder(_ new: String) async throws -> CommandFolder {
            let folder = try CommandFolder([
                "payroll.csv": TestPayroll.csv(rows: 2), "old": Self.old, "new": new,
            ])
            let sent = await folder.run(Self.send("nov", "old"))
            #expect(sent.status == 0, "\(sent)")
            return folder
        }

        private static func send(_ id: String, _ keys: String) -> [String] {
            ["send", "payroll.csv", "--id", id, "--yes", "--credentials", keys]
        }

        static let rekey = ["rekey", "--old-credentials", "old", "--credentials", "new"]

        @Test(arguments: [newSecret, newKeys])
        func goesOnUnderTheNewKeys(_ new: String) async throws {
            let folder = try await folder(new)
            // Twice, as after a run that was stopped.
            for _ in 1...2 {
                let outcome = await folder.run(Self.rekey)
                #expect(outcome.status == 0, "\(outcome)")
                #expect(outcome.output.hasSuffix("/journal.jsonl is kept under the new keys\n"))
            }
            #expect(folder.files.filter { $0.hasSuffix("journal.jsonl") }.count == 1)
            // The same order goes on, and the same payroll is known under another id.
            #expect(await folder.run(Self.send("nov", "new") + ["--require-journal"]).status == 0)
            let again = await folder.run(Self.send("again", "new"))
            #expect(again.status == 3, "\(again)")
            #expect(again.errors.contains("every row of payroll.csv is in the order ‘nov’"))
            #expect(folder.simulator.payments.count == 2)
            let json = await folder.run(Self.rekey + ["--format", "json"])
            #expect(json.output.contains(/^\{"journal":"[^"]+journal.jsonl","exitStatus":0\}\n$/), "\(json)")
        }

        @Test func namesTheKeyOfAJournalUnderAnotherSecret() async throws {
            let folder = try await folder(Self.newSecret)
            let outcome = await folder.run(["list", "--credentials", "new"])
            #expect(outcome.status == 3)
            #expect(outcome.errors.contains("was kept under another secret of key "), "\(outcome)")
            #expect(
                outcome.errors.hasSuffix(
                    "; if the account's keys were changed, 'payouts rekey' continues it under the new ones\n"))
            #expect(!outcome.errors.contains("secret-") && !outcome.errors.contains("sandbox-old"))
        }

        @Test func makesNoOneJournalOfTwo() async throws {
            let folder = try await folder(Self.newKeys)
            _ = await folder.run(Self.send("other", "new"))
            let outcome = await folder.run(Self.rekey)
            #expect(outcome.status == 3)
            #expect(outcome.errors.contains("both keys have a journal"), "\(outcome)")
        }

        @Test func needsTheOldKeysInAFileAndAJournal() async throws {
            let folder = try CommandFolder(["old": Self.old, "new": Self.newKeys])
            let none = await folder.run(["rekey", "--credentials", "new"])
            #expect(none.status == 2)
            #expect(none.errors.contains("the old keys are needed, in a file that '--old-credentials' names"))
            let missing = await folder.run(Self.rekey)
            #expect(missing.status == 3)
            #expect(missing.errors.contains("there is no journal at "), "\(missing)")
            #expect(!folder.files.contains { $0.hasSuffix("journal.jsonl") })
        }
    }
}
