import Foundation
import IyzicoMassPayout
import PayoutSimulator
import Testing

@testable import payouts

extension JournalTests {
    struct AccountTests {
        static let sandbox = ["IYZICO_API_KEY": "sandbox-abc", "IYZICO_SECRET_KEY": "sandbox-def"]
        static let production = ["IYZICO_API_KEY": "abc", "IYZICO_SECRET_KEY": "def"]
        static let keysFile = "# keys\n\nIYZICO_API_KEY=sandbox-abc\nIYZICO_SECRET_KEY=sandbox-def\n"

        static let commands = [
            ["send", "payroll.csv", "--id", "nov", "--yes"], ["send", "payroll.csv", "--id", "nov", "--dry-run"],
            ["status", "nov"], ["resume", "nov"], ["cancel", "nov"], ["balance"],
        ]

        @Test(arguments: commands)
        func saysHowToSetKeys(_ arguments: [String]) async throws {
            let folder = try CommandFolder(["payroll.csv": TestPayroll.csv(rows: 1)])
            for environment in [[:], ["IYZICO_API_KEY": "", "IYZICO_SECRET_KEY": ""]] {
                let outcome = await folder.run(arguments, environment: environment)
                #expect(
                    outcome
                        == CommandOutcome(
                            status: 2,
                            errors: """
                                payouts: error: no keys are set. Set IYZICO_API_KEY and IYZICO_SECRET_KEY in the \
                                environment, or write both to a file that nobody
                                else can read (chmod 600), a line NAME=VALUE each, and name it by IYZICO_CREDENTIALS_FILE \
                                or --credentials FILE.
                                Money moves only with IYZICO_HOST=production beside them. To try it without keys: payouts \
                                send --sample

                                """))
            }
            #expect(folder.simulator.operations == [])
            #expect(folder.files == ["payroll.csv"])
        }

        static let wrongKeys: [(environment: [String: String], message: String)] = [
            (
                ["IYZICO_API_KEY": "sandbox-abc"],
                "IYZICO_SECRET_KEY is missing from the environment"
            ),
            (
                sandbox.merging(["IYZICO_SECRET_KEY": "def"]) { $1 },
                "the keys of the environment cannot be used: one key is the sandbox's and the other is not: "
                    + "they must come from one account"
            ),
            (
                production,
                "the keys of the environment are for production, where money moves; "
                    + "confirm that with IYZICO_HOST=production"
            ),
            (
                sandbox.merging(["IYZICO_HOST": "production"]) { $1 },
                "IYZICO_HOST of the environment is production, but the keys are the sandbox's"
            ),
            (
                sandbox.merging(["IYZICO_HOST": "https://example.com"]) { $1 },
                "IYZICO_HOST of the environment is sandbox or production"
            ),
            (
                sandbox.merging(["IYZICO_CREDENTIALS_FILE": "keys"]) { $1 },
                "both IYZICO_CREDENTIALS_FILE and IYZICO_API_KEY are set; unset one of them"
            ),
            (
                ["IYZICO_API_KEY": "\"sandbox-abc\"", "IYZICO_SECRET_KEY": "sandbox-def"],
                "IYZICO_API_KEY of the environment is in quotes; it is written without"
            ),
            (
                sandbox.merging(["IYZICO_HOST": "'sandbox'"]) { $1 },
                "IYZICO_HOST of the environment is in quotes; it is written without"
            ),
            (
                ["IYZICO_CREDENTIALS_FILE": "none"],
                "the credentials file none cannot be used: No such file or directory"
            ),
        ]

        @Test(arguments: wrongKeys)
        func refusesWrongKeys(_ environment: [String: String], _ message: String) async throws {
            let folder = try CommandFolder(["keys": Self.keysFile])
            let outcome = await folder.run(["balance"], environment: environment)
            #expect(outcome == CommandOutcome(status: 2, errors: "payouts: error: \(message)\n"))
            #expect(folder.simulator.operations == [])
        }

        @Test(arguments: [
            (["IYZICO_API_KEY": " sandbox-abc\n", "IYZICO_SECRET_KEY": "sandbox-def"], "sandbox-api.iyzipay.com"),
            (production.merging(["IYZICO_HOST": "production"]) { $1 }, "api.iyzipay.com"),
            (["IYZICO_CREDENTIALS_FILE": "keys"], "sandbox-api.iyzipay.com"),
        ])
        func findsKeysAndHost(_ environment: [String: String], _ host: String) async throws {
            let folder = try CommandFolder(["keys": Self.keysFile])
            let outcome = await folder.run(["balance", "--format", "json"], environment: environment)
            #expect(
                outcome
                    == CommandOutcome(
                        status: 0, output: #"{"host":"\#(host)","balance":1000000,"exitStatus":0}"# + "\n"))
        }

        @Test(arguments: [0o600, 0o400])
        func readsAFileThatOthersCannotRead(_ mode: Int) async throws {
            let folder = try CommandFolder()
            try folder.write(Self.keysFile, to: "keys", mode: mode)
            // The option goes before the environment.
            let outcome = await folder.run(["balance", "--credentials", "keys"], environment: Self.production)
            #expect(outcome == CommandOutcome(status: 0, output: "1000000\n"))
        }

        @Test(arguments: [0o640, 0o604, 0o660, 0o644, 0o601])
        func refusesAFileThatOthersCanReadOrWrite(_ mode: Int) async throws {
            let folder = try CommandFolder()
            try folder.write(Self.keysFile, to: "keys", mode: mode)
            let outcome = await folder.run(["balance", "--credentials", "keys"])
            #expect(outcome.status == 2)
            #expect(
                outcome.errors
                    == "payouts: error: the credentials file keys cannot be used: others may read or write it; "
                    + "its mode has to be 0600: chmod 600 \(folder.path)/keys\n")
        }

        @Test(arguments: [
            "IYZICO_API_KEY sandbox-abc", "API_KEY=abc", "IYZICO_API_KEY=sandbox-abc\nIYZICO_API_KEY=sandbox-abc",
        ])
        func showsNothingOfABrokenFile(_ text: String) async throws {
            let folder = try CommandFolder(["keys": text])
            let outcome = await folder.run(["balance", "--credentials", "keys"])
            #expect(outcome.status == 2)
            let lines = text.split(separator: "\n").count
            #expect(
                outcome.errors
                    == "payouts: error: keys:\(lines): expected IYZICO_API_KEY, IYZICO_SECRET_KEY, IYZICO_HOST, "
                    + "each once, as NAME=VALUE\n")
        }

        /// A quoted key of the sandbox is not one of production, for which it would be taken.
        @Test(arguments: ["\"sandbox-def\"", "'sandbox-def'", " “sandbox-def” ", "\"sandbox-def", "`sandbox-def`"])
        func namesQuotes(_ value: String) async throws {
            let folder = try CommandFolder(["keys": "IYZICO_API_KEY=sandbox-abc\nIYZICO_SECRET_KEY=\(value)\n"])
            let outcome = await folder.run(["balance", "--credentials", "keys"])
            #expect(
                outcome
                    == CommandOutcome(
                        status: 2,
                        errors:
                            "payouts: error: keys:2: the value of IYZICO_SECRET_KEY is in quotes; it is written without\n"
                    ))
        }

        @Test func readsAFileWithAByteOrderMark() async throws {
            let folder = try CommandFolder()
            try folder.write("\u{FEFF}IYZICO_API_KEY=sandbox-abc\nIYZICO_SECRET_KEY=sandbox-def\n", to: "keys")
            let outcome = await folder.run(["balance", "--credentials", "keys"])
            #expect(outcome == CommandOutcome(status: 0, output: "1000000\n"))
        }

        /// A journal is kept apart for each provider, host and key, and nobody else can look into it.
        @Test func keepsJournalsApart() async throws {
            let folder = try CommandFolder(["payroll.csv": TestPayroll.csv(rows: 1)])
            let send = ["send", "payroll.csv", "--id", "nov", "--yes"]
            let keys = try IyzicoCredentials(apiKey: "sandbox-abc", secretKey: "sandbox-def")
            let others = Self.production.merging(["IYZICO_HOST": "production"]) { $1 }
            for environment in [Self.sandbox, others] {
                #expect(await folder.run(send, environment: environment).status == 0)
            }
            #expect(await folder.payouts("send", "payroll.csv", "--id", "nov", "--yes").status == 0)
            let journals = folder.files.filter { $0.hasSuffix("journal.jsonl") }
            let root = ".local/state/kurus/payouts"
            #expect(journals.count == 3)
            #expect(journals.contains("\(root)/iyzico/sandbox-api.iyzipay.com/\(keys.fingerprint)/journal.jsonl"))
            #expect(journals.contains { $0.hasPrefix("\(root)/iyzico/api.iyzipay.com/") })
            #expect(journals.contains { $0.hasPrefix("\(root)/simulator/127.0.0.1-8700/") })
            for path in folder.files where path.hasPrefix(root) {
                #expect(try folder.mode(of: path) == (path.hasSuffix(".jsonl") ? 0o600 : 0o700), "\(path)")
            }
        }

        @Test(
            arguments: [
                (["KURUS_JOURNALS": "here"], [], "here/"),
                (["XDG_STATE_HOME": "relative"], [], ".local/state/kurus/payouts/"),
                (["KURUS_JOURNALS": "here"], ["--journal", "there"], "there/"),
            ] as [([String: String], [String], String)])
        func findsTheJournalsFolder(_ environment: [String: String], _ arguments: [String], _ root: String) async throws
        {
            let folder = try CommandFolder(["payroll.csv": TestPayroll.csv(rows: 1)])
            let send = ["send", "payroll.csv", "--id", "nov", "--yes", "--simulator", "8700"]
            let outcome = await folder.run(send + arguments, environment: environment)
            #expect(outcome.status == 0, "\(outcome)")
            #expect(folder.files.contains { $0.hasPrefix(root) && $0.hasSuffix("journal.jsonl") }, "\(folder.files)")
        }

        @Test func findsTheJournalsFolderInTheStateFolder() async throws {
            let folder = try CommandFolder(["payroll.csv": TestPayroll.csv(rows: 1)])
            let outcome = await folder.run(
                ["send", "payroll.csv", "--id", "nov", "--yes", "--simulator", "8700"],
                environment: ["XDG_STATE_HOME": folder.path + "/state"])
            #expect(outcome.status == 0, "\(outcome)")
            #expect(folder.files.contains { $0.hasPrefix("state/kurus/payouts/simulator/") })
        }

        @Test func refusesTheJournalOfAnotherHost() async throws {
            let folder = try CommandFolder(["payroll.csv": TestPayroll.csv(rows: 1)])
            let send = ["send", "payroll.csv", "--id", "nov", "--yes", "--journal", "j", "--simulator"]
            _ = await folder.run(send + ["8700"])
            let journal = try #require(folder.files.first { $0.hasSuffix("journal.jsonl") })
            let moved = journal.replacing("127.0.0.1-8700", with: "127.0.0.1-8701")
            let parent = (moved as NSString).deletingLastPathComponent
            try FileManager.default.createDirectory(
                atPath: folder.path + "/" + parent, withIntermediateDirectories: true)
            try FileManager.default.moveItem(atPath: folder.path + "/" + journal, toPath: folder.path + "/" + moved)
            let outcome = await folder.run(send + ["8701"])
            #expect(outcome.status == 3)
            #expect(outcome.errors.contains("was kept for simulator at 127.0.0.1:8700"), "\(outcome)")
            #expect(folder.simulator.payments.count == 1)
        }

        @Test func refusesAnOrderInUse() async throws {
            let folder = try CommandFolder(["payroll.csv": TestPayroll.csv(rows: 1)])
            _ = await folder.payouts("send", "payroll.csv", "--id", "nov", "--yes")
            let path = folder.path + "/" + (try #require(folder.files.first { $0.hasSuffix("journal.jsonl") }))
            let account = try Account(simulatorAt: 8700, journals: nil)
            let other = try await FileJournal(
                at: path, for: account.identity, secret: account.credentials.journalSecret)
            let owner = LeaseOwner(token: "t", actor: "ayse", host: "office", process: 4711)
            guard case .claimed(let lease) = try other.claim("nov", by: owner, for: .seconds(60)) else {
                Issue.record("the order is not free")
                return
            }
            let outcome = await folder.payouts("send", "payroll.csv", "--id", "nov", "--yes")
            #expect(outcome.status == 6)
            #expect(outcome.errors.contains("another run is at work on it: ayse, process 4711 on office"), "\(outcome)")
            // Reading takes no lock, and other orders go on.
            try folder.write(TestPayroll.csv(rows: 1).replacing("1000", with: "2000"), to: "other.csv")
            #expect(await folder.payouts("send", "other.csv", "--id", "other", "--yes").status == 0)
            other.release(lease)
            #expect(await folder.payouts("status", "nov").status == 0)
            #expect(await folder.payouts("send", "payroll.csv", "--id", "nov", "--yes").status == 0)
        }
    }
}
