#if Postgres
import Foundation
import IyzicoMassPayout
import KurusRuntime
import PayoutSimulator
import PostgresJournal
import PostgresTestSupport
import Testing

@testable import payouts

extension DatabaseTests {
    /// `payouts journal import`: what files know goes on in the database.
    @Suite struct ImportTests {
        private static let noConnection = TransportError(.notSent, "no connection", isRetryable: false)
        private static let simulator = ["--simulator", "8700"]
        private static let importing = ["journal", "import", "files"] + simulator

        /// Two orders in a file's journal: one is paid, one is at the provider and not authorized.
        private func bench() async throws -> DatabaseBench {
            let bench = try await DatabaseBench([
                "nov.csv": DatabaseBench.payroll(rows: 3), "dec.csv": DatabaseBench.payroll(rows: 5),
            ])
            let files = ["--yes", "--journal", "files", "--actor", "ayse"] + Self.simulator
            #expect(await bench.run(["send", "nov.csv", "--id", "nov", "--chunk", "2"] + files).status == 0)
            let offline = WatchedTransport(transport: SimulatorTransport(bench.simulator)) { path in
                if path.hasSuffix("/auth") { throw Self.noConnection }
            }
            let dec = ["send", "dec.csv", "--id", "dec", "--allow-repeat", "nov"]
            #expect(await bench.run(dec + files, transport: offline).status == 4)
            return bench
        }

        private func file(_ bench: DatabaseBench) async throws -> FileJournal {
            let account = try Account(simulatorAt: 8700, journals: bench.folder + "/files")
            return try await FileJournal(
                at: try #require(account.journalPath), for: account.identity, secret: account.credentials.journalSecret,
                beginsNew: false)
        }

        /// Everything that both journals know of an order but where it is.
        private func expectSame(_ bench: DatabaseBench, _ id: String) async throws {
            let here = try #require(try await bench.journal().order(id))
            let there = try #require(try await file(bench).order(id))
            #expect(here.plan == there.plan && here.recordedAt == there.recordedAt && here.actor == there.actor)
            #expect(here.payouts.map(\.lines) == there.payouts.map(\.lines))
            #expect(here.payouts.map(\.state) == there.payouts.map(\.state))
        }

        @Test func keepsNumbersTimesActorsAndLines() async throws {
            let bench = try await bench()
            let first = await bench.run(Self.importing)
            #expect(first.status == 0 && first.output == "2 orders imported\n", "\(first)")
            #expect(first.errors.contains("/journal.jsonl any more: it does not know the payments of the database"))
            for id in ["nov", "dec"] { try await expectSame(bench, id) }
            #expect(try await bench.standings() == [.ended: 2, .begun: 1])
            #expect(try await bench.journal().key == file(bench).key)
            // It goes on in the database: what is paid is not paid again, and what is open is paid once.
            let resumed = await bench.payouts("resume", "dec")
            #expect(resumed.status == 0, "\(resumed)")
            let again = await bench.payouts("send", "nov.csv", "--id", "again", "--yes")
            #expect(
                again.status == 3 && again.errors.contains("every row of nov.csv is in the order ‘nov’"), "\(again)")
            #expect(bench.simulator.payments.count == 8)
        }

        @Test func changesNothingWhenItIsRepeated() async throws {
            let bench = try await bench()
            #expect(await bench.run(Self.importing).status == 0)
            let tables = ["orders", "payouts", "items", "lines", "standings", "totals", "keys"]
            let rows = try tables.map { try bench.sql("SELECT * FROM kurus.\($0) row ORDER BY row") }
            let again = await bench.run(Self.importing)
            #expect(again.status == 0 && again.output == "2 orders known with all lines\n", "\(again)")
            #expect(try tables.map { try bench.sql("SELECT * FROM kurus.\($0) row ORDER BY row") } == rows)
            // Lines that are new in the database are kept.
            #expect(await bench.payouts("resume", "dec").status == 0)
            #expect(await bench.run(Self.importing).output == "2 orders known with all lines\n")
            #expect(try await bench.standings() == [.ended: 3])
        }

        /// A journal of the first version has no times and actors, and numbers its authorizations by reading.
        @Test func takesAJournalOfTheFirstVersion() async throws {
            let bench = try await DatabaseBench()
            let identity = try Account(simulatorAt: 8700, journals: nil).identity
            let head =
                #"{"version":1,"provider":"simulator","host":"127.0.0.1:8700","key":"\#(identity.keyFingerprint)"}"#
            let order =
                #"{"entry":"plan","id":"2026-11","payouts":[{"id":"2026-11-1","currency":"TRY","body":"b0","#
                + #""items":[{"id":"a","amount":10,"recipient":"r1"}]}]}"#
            let authorizing = #"{"entry":"authorizing","id":"2026-11-1","requestId":"r-1"}"#
            let lines = [
                head, order, #"{"entry":"initializing","id":"2026-11-1"}"#,
                #"{"entry":"pinned","id":"2026-11-1","requestId":"r-1","refusedItems":[]}"#, authorizing,
                #"{"entry":"authorizationNotSent","id":"2026-11-1"}"#, authorizing,
            ]
            try bench.write(lines.joined(separator: "\n") + "\n", to: "journal.jsonl")
            for shown in ["1 order imported\n", "1 order known with all lines\n"] {
                let outcome = await bench.run(["journal", "import", "."] + Self.simulator)
                #expect(outcome.status == 0 && outcome.output == shown, "\(outcome)")
            }
            let found = try #require(try await bench.journal().order("2026-11"))
            let there = try await FileJournal(
                at: bench.folder + "/journal.jsonl", for: identity,
                secret: Account(simulatorAt: 8700, journals: nil).credentials.journalSecret, beginsNew: false)
            #expect(found.recordedAt == nil && found.actor == nil)
            #expect(found.plan == (try there.order("2026-11")?.plan))
            #expect(found.payouts.map(\.lines) == (try there.order("2026-11")?.payouts.map(\.lines)))
            #expect(found.payouts.first?.state.nextAuthorization == 3)
        }

        /// A file that somebody went on with: the database must not miss an authorization.
        @Test func addsWhatTheFileHasLearntSince() async throws {
            let bench = try await bench()
            #expect(await bench.run(Self.importing).status == 0)
            #expect(await bench.run(["resume", "dec", "--journal", "files"] + Self.simulator).status == 0)
            let again = await bench.run(Self.importing)
            #expect(again.status == 0, "\(again)")
            #expect(
                again.output == "1 order went on in the file and brought up to date, 1 order known with all lines\n")
            try await expectSame(bench, "dec")
        }

        @Test func refusesAnOrderThatIsInBothWithOtherLines() async throws {
            let bench = try await bench()
            #expect(await bench.run(Self.importing).status == 0)
            #expect(await bench.run(["resume", "dec", "--journal", "files"] + Self.simulator).status == 0)
            #expect(await bench.payouts("cancel", "dec").status == 1)
            let lines = try bench.sql("SELECT count(*) FROM kurus.lines")
            let again = await bench.run(Self.importing)
            #expect(again.status == 3, "\(again)")
            #expect(
                again.errors.hasSuffix(
                    "the database has ‘dec’ with other items or other lines; nothing of it was imported\n"))
            #expect(try bench.sql("SELECT count(*) FROM kurus.lines") == lines)
        }

        /// Hashes under two keys cannot be compared.
        @Test func refusesAFileOfAnotherKey() async throws {
            let bench = try await bench()
            #expect(await bench.payouts("enqueue", "nov.csv", "--id", "other", "--yes").status == 0)
            let outcome = await bench.run(Self.importing)
            #expect(outcome.status == 3, "\(outcome)")
            #expect(outcome.errors.contains("has orders under another key than the file's"))
            #expect(try bench.sql("SELECT id FROM kurus.orders") == "other")
            // A journal without orders takes the key over; whoever has it open opens it again.
            let empty = try await self.bench()
            let open = try await empty.journal()
            #expect(await empty.run(Self.importing).status == 0)
            let plan = RecordedPlan(id: "stale", payouts: [])
            let recording = OrderRecording(
                plan, query: RepeatQuery(orderID: "stale", items: [], reach: .days(1)), allowing: [], actor: "ayse",
                token: "t")
            let error = await #expect(throws: JournalError.self) { try await open.record(recording) }
            #expect("\(try #require(error))".contains("was given another key since it was opened"))
        }

        @Test func namesAJournalThatIsNotThere() async throws {
            let bench = try await DatabaseBench()
            let outcome = await bench.run(Self.importing)
            #expect(outcome.status == 3 && outcome.errors.contains("there is no journal at"), "\(outcome)")
            #expect(await bench.run(["journal", "import"] + Self.simulator).status == 2)
        }
    }
}
#endif
