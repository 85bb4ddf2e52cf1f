#if Postgres
import KurusTransport
import PayoutSimulator
import PostgresTestSupport
import Testing

extension DatabaseTests {
    /// Commands on a journal in a database that are no worker's.
    @Suite struct DatabaseCommandTests {
        private static let old = "IYZICO_API_KEY=sandbox-old\nIYZICO_SECRET_KEY=sandbox-old-secret\n"

        /// The commands of the catalogue's article, from an empty database on.
        @Test func paysTheSampleFromAnEmptyDatabase() async throws {
            let bench = try await DatabaseBench(isBegun: false)
            let send = ["send", "--sample", "--yes", "--journal", "postgres"]
            let early = await bench.run(send, transport: PlatformTransport())
            #expect(early.status == 3 && early.errors.contains("run `payouts journal migrate`"), "\(early)")
            #expect(await bench.run(["journal", "migrate", "--grant", "payer"], user: "owner").status == 0)
            let sent = await bench.run(send, transport: PlatformTransport())
            #expect(sent.status == 0 && sent.output.hasSuffix("5 items: 5 paid\n"), "\(sent)")
            // Nobody's number or name is in the database.
            let tables = ["orders", "payouts", "items", "lines", "standings", "leases"]
            let rows = try tables.map { try bench.sql("SELECT * FROM kurus.\($0)") }.joined()
            for text in ["5550000003", "10000000146", "0000 0000", "Ayşe", "Örnek", "TR20"] {
                #expect(!rows.contains(text), "\(text)")
            }
        }

        @Test(arguments: [
            "IYZICO_API_KEY=sandbox-old\nIYZICO_SECRET_KEY=sandbox-new-secret\n",
            "IYZICO_API_KEY=sandbox-new\nIYZICO_SECRET_KEY=sandbox-new-secret\n",
        ])
        func goesOnUnderTheNewKeys(_ new: String) async throws {
            let bench = try await DatabaseBench([
                "payroll.csv": DatabaseBench.payroll(rows: 2), "old": Self.old, "new": new,
            ])
            let database = ["--journal", "postgres"]
            let sent = await bench.run(
                ["send", "payroll.csv", "--id", "nov", "--yes", "--credentials", "old"] + database)
            #expect(sent.status == 0, "\(sent)")
            let rekey = ["rekey", "--old-credentials", "old", "--credentials", "new"] + database
            // Twice, as after a run that was stopped.
            for _ in 1...2 {
                let outcome = await bench.run(rekey)
                #expect(outcome.status == 0, "\(outcome)")
                #expect(outcome.output == "the journal in the database is kept under the new keys\n")
            }
            let again = await bench.run(
                ["send", "payroll.csv", "--id", "again", "--yes", "--credentials", "new"] + database)
            #expect(
                again.status == 3 && again.errors.contains("every row of payroll.csv is in the order ‘nov’"), "\(again)"
            )
            let stale = await bench.run(["list", "--credentials", "old"] + database)
            #expect(stale.status == 3, "\(stale)")
            #expect(
                stale.errors.contains(
                    "if the account's keys were changed, 'payouts rekey --journal postgres' continues it"))
            #expect(bench.simulator.payments.count == 2)
            let json = await bench.run(rekey + ["--format", "json"])
            #expect(json.output == #"{"journal":"postgres","exitStatus":0}"# + "\n")
        }

        @Test(arguments: ["enqueue", "work", "stats", "stuck", "journal", "rekey"])
        func hasAManualPage(_ command: String) async throws {
            let bench = try await DatabaseBench(isBegun: false)
            let page = await bench.run(["help", command])
            #expect(page.status == 0 && page.output.contains("payouts \(command) "), "\(page)")
            #expect(await bench.run(["help"]).output.contains("\n    \(command)\n"))
        }
    }
}
#endif
