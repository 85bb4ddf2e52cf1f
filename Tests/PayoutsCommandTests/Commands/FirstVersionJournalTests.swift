import Foundation
import Testing

@testable import payouts

extension JournalTests {
    /// The display of a journal of the first version, whose lines have no time and no actor.
    struct FirstVersionJournalTests {
        /// A folder with one paid order, whose journal was rewritten as the first version wrote it.
        private func folder() async throws -> CommandFolder {
            let folder = try CommandFolder(["payroll.csv": TestPayroll.csv("pay", "[returned]")])
            _ = await folder.payouts("send", "payroll.csv", "--id", "nov", "--yes")
            let path = try #require(folder.files.first { $0.hasSuffix("journal.jsonl") })
            let lines = try folder.text(of: path).split(separator: "\n")
            let older = lines.filter { !$0.hasPrefix(#"{"entry":"key""#) }.map { line in
                line.replacing(/"version":2/, with: #""version":1"#)
                    .replacing(/,"(time|actor|token|chain|number|writer)":("[^"]*"|[0-9]+)/, with: "")
                    .replacing(/,"(reference|commission)":("[^"]*"|[0-9.]+)/, with: "")
            }
            try folder.write(older.joined(separator: "\n") + "\n", to: path)
            return folder
        }

        @Test func isListed() async throws {
            let folder = try await folder()
            let table = await folder.payouts("list")
            let expected = """
                  order  state     total  paid  failed  open
                  nov    ended  4.00 TRY     1       1     0

                """
            #expect(table.status == 0 && table.output == expected, "\(table)")
            // Whoever may write the file can make a journal of this version into one of the first.
            #expect(
                table.errors.contains(
                    "is of the first version, in which changed or missing lines cannot be detected; if it had this "
                        + "version before, somebody has rewritten it\n"))
            let json = await folder.payouts("list", "--format", "json")
            #expect(json.output.contains(#""orders":[{"id":"nov","state":"ended","totals":"#), "\(json)")
        }

        /// Details that the lines lack are read from the provider; the time and the actor stay unknown.
        @Test(arguments: [
            ("csv", "\r\nnov,nov,SIM-1,p1,paid,1.50,TRY,0.00,SIM-1.0,,\r\n"),
            ("json", #""payouts":[{"id":"nov","requestId":"SIM-1","items":[{"id":"p1","end":"paid","amount":1.5,"#),
            ("html", "<dt>Recorded</dt><dd>not known</dd>"),
        ])
        func isExported(_ format: String, _ part: String) async throws {
            let folder = try await folder()
            let export = await folder.payouts("export", "nov", "--format", format)
            #expect(export.status == 0 && export.output.contains(part), "\(export)")
        }
    }
}
