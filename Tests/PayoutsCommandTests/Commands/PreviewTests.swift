import Testing

@testable import payouts

extension JournalTests {
    /// The display before money moves.
    struct PreviewTests {
        static func payroll(_ rows: [(recipient: String, amount: String)]) -> String {
            TestPayroll.heading
                + rows.enumerated().map { index, row in
                    "p\(index + 1),phone,\(row.recipient),,\(row.amount),TRY,pay\n"
                }.joined()
        }

        private func summary(_ payroll: String, _ options: String...) async throws -> String {
            let folder = try CommandFolder(["payroll.csv": payroll])
            let outcome = await folder.run(
                ["send", "payroll.csv", "--id", "nov", "--dry-run", "--simulator", "8700"] + options)
            #expect(outcome.status == 0, "\(outcome)")
            return outcome.withoutHash.output
        }

        @Test func showsWhatIsUnusual() async throws {
            let rows = [
                ("+905550000001", "10"), ("+905550000002", "10.50"), ("+905550000003", "11"), ("+905550000001", "12"),
                ("+905550000004", "12.50"), ("+905550000005", "11"),
            ]
            // The median is 11.50: 115 is ten times as much.
            let text = try await summary(Self.payroll(rows + [("+905550000006", "115"), ("+905550000007", "114.99")]))
            #expect(
                text.contains(
                    """
                    unusual   line 8, ‘p7’: 115.00 TRY is at least ten times the median, 11.50 TRY
                              lines 2 and 5: one recipient, phone …01
                    balance
                    """.replacing("balance", with: "balance   ")), "\(text)")
        }

        @Test func countsWhatIsTooMuchToShow() async throws {
            let small = (1...40).map { ("+9055500000\(10 + $0)", "1.\(10 + $0)") }
            let large = (1...12).map { ("+9055500001\(10 + $0)", "\(100 + $0)") }
            let text = try await summary(Self.payroll(small + large))
            #expect(text.contains("          and 2 more like these\n"))
            #expect(text.contains("order     nov: 52 items\ntotal     1330.20 TRY, 52 items\n"), "\(text)")
        }

        @Test func showsTheFiveLargest() async throws {
            let text = try await summary(TestPayroll.csv(rows: 7))
            #expect(
                text.contains(
                    """
                    largest   p7  phone …06  7.50 TRY
                              p6  phone …05  6.50 TRY
                              p5  phone …04  5.50 TRY
                              p4  phone …03  4.50 TRY
                              p3  phone …02  3.50 TRY
                    unusual   nothing

                    """), "\(text)")
        }

        @Test func showsRowsWhenAsked() async throws {
            let rows = TestPayroll.heading + "p1,iban,TR20 0000 0000 0000 0000 0000 01,Gizli Kişi,1,TRY,Saklı\n"
            let text = try await summary(rows, "--rows")
            #expect(
                text.hasSuffix(
                    """
                      line  item  recipient  name     amount
                         2  p1    IBAN …01   G… K…  1.00 TRY

                    """), "\(text)")
            for secret in ["Gizli", "Kişi", "Saklı", "TR20", "0000 01"] { #expect(!text.contains(secret)) }
            #expect(try await !summary(rows).contains("line  item"))
        }

        @Test func sendShowsThemToo() async throws {
            let folder = try CommandFolder(["payroll.csv": TestPayroll.csv(rows: 1)])
            let outcome = await folder.payouts("send", "payroll.csv", "--id", "nov", "--rows", answers: ["no"])
            #expect(outcome.output.hasSuffix("     2  p1    phone …00  1.50 TRY\n"), "\(outcome)")
        }
    }
}
