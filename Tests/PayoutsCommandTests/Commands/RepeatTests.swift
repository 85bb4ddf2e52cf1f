import PayoutSimulator
import Testing

@testable import payouts

extension JournalTests {
    /// One payroll is not paid under two ids.
    struct RepeatTests {
        private func folder(_ files: [String: String] = [:]) async throws -> CommandFolder {
            let folder = try CommandFolder(["nov.csv": TestPayroll.csv(rows: 2)].merging(files) { $1 })
            let sent = await folder.payouts("send", "nov.csv", "--id", "nov", "--yes")
            #expect(sent.status == 0, "\(sent)")
            return folder
        }

        @Test(arguments: [[], ["--dry-run"], ["--format", "json"]])
        func refusesOnePayrollUnderAnotherID(_ options: [String]) async throws {
            let folder = try await folder()
            let send = ["send", "nov.csv", "--id", "2026-11", "--yes", "--simulator", "8700"]
            let outcome = await folder.run(send + options)
            #expect(outcome.status == 3)
            #expect(
                outcome.errors == """
                    payouts: error: every row of nov.csv is in the order ‘nov’ of 2026-11-30 already, with the same \
                    recipients and amounts:
                    nov.csv:2: ‘p1’ is paid in ‘nov’ of 2026-11-30
                    nov.csv:3: ‘p2’ is paid in ‘nov’ of 2026-11-30
                    Nothing is sent. If a row is to be paid again, name the order that it repeats by --allow-repeat ORDER.

                    """)
            #expect(outcome.output.contains(#""line":3"#) == options.contains("json"), "\(outcome)")
            #expect(folder.simulator.payments.count == 2)
            let allowed = await folder.run(send + ["--allow-repeat", "nov"])
            #expect(allowed.status == 0, "\(allowed)")
            #expect(
                allowed.errors.hasPrefix(
                    "payouts: note: every row of nov.csv is in the order ‘nov’ of 2026-11-30, with the same recipients and "
                        + "amounts\n"), "\(allowed)")
            #expect(folder.simulator.payments.count == 4)
        }

        /// The ids of employees are the same in every month.
        @Test func paysNextMonthsFile() async throws {
            let folder = try await folder(["dec.csv": TestPayroll.csv(rows: 2).replacing("2.50", with: "2.75")])
            folder.pass(days: 31)
            let outcome = await folder.payouts("send", "dec.csv", "--id", "dec", "--yes")
            #expect(outcome.status == 0, "\(outcome)")
            #expect(
                outcome.errors.hasPrefix("payouts: note: dec.csv:2: ‘p1’ is paid in ‘nov’ of 2026-11-30\n"),
                "\(outcome)")
            folder.pass(days: 46)
            let later = await folder.payouts("send", "nov.csv", "--id", "jan", "--yes")
            #expect(!later.errors.contains("note"), "\(later)")
            #expect(folder.simulator.payments.count == 6)
        }

        @Test(arguments: [("19", 0), ("21", 3)] as [(String, Int32)])
        func looksBackAsFarAsIsSaid(_ days: String, _ status: Int32) async throws {
            let folder = try await folder()
            folder.pass(days: 20)
            let outcome = await folder.payouts(
                "send", "nov.csv", "--id", "dec", "--yes", "--repeat-window", days)
            #expect(outcome.status == status, "\(outcome)")
        }

        @Test func refusesACorrectedOrderThatIsSentAgain() async throws {
            let folder = try await folder(["again.csv": TestPayroll.csv(rows: 2).replacing("1.50", with: "15.00")])
            let outcome = await folder.payouts("send", "again.csv", "--id", "again", "--yes")
            #expect(outcome.status == 3)
            #expect(
                outcome.errors.hasPrefix(
                    """
                    payouts: error: rows are in other orders already, so nothing is sent:
                    again.csv:2: ‘p1’ is paid in ‘nov’ of 2026-11-30, to the same recipient with another amount, 1.50 TRY
                    again.csv:3: ‘p2’ is paid in ‘nov’ of 2026-11-30

                    """), "\(outcome)")
        }

        @Test func tellsOfACorrectedRecipient() async throws {
            let mended = TestPayroll.heading + "p1,phone,+905559990001,,1.50,TRY,pay\n"
            let folder = try await folder(["mended.csv": mended])
            let outcome = await folder.payouts("send", "mended.csv", "--id", "mended", "--yes")
            #expect(outcome.status == 0, "\(outcome)")
            #expect(
                outcome.errors.hasPrefix(
                    "payouts: note: mended.csv:2: ‘p1’ is paid in ‘nov’ of 2026-11-30, to another recipient\n"),
                "\(outcome)")
        }

        @Test func showsACountOfManyRows() async throws {
            let folder = try CommandFolder(["nov.csv": TestPayroll.csv(rows: 30)])
            _ = await folder.payouts("send", "nov.csv", "--id", "nov", "--yes")
            let outcome = await folder.payouts("send", "nov.csv", "--id", "again", "--yes")
            #expect(
                outcome.errors.contains(
                    "\nnov.csv:21: ‘p20’ is paid in ‘nov’ of 2026-11-30\nand 10 more rows like these\n"))
        }
    }
}
