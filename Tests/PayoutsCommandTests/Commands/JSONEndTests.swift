import Foundation
import HTTPTestSupport
import KurusRuntime
import PayoutSimulator
import Testing

@testable import payouts

extension JournalTests {
    /// With `--format json` every end is one object on standard output, which has the exit status.
    struct JSONEndTests {
        struct Case: CustomTestStringConvertible {
            let line: String
            let status: Int32
            var simulator = true

            var testDescription: String { line }
        }

        @Test(arguments: [
            Case(line: "", status: 2), Case(line: "sned a.csv", status: 2), Case(line: "send", status: 2),
            Case(line: "send payroll.csv", status: 2), Case(line: "send payroll.csv --id nov --yess", status: 2),
            Case(line: "send payroll.csv --id nov --chunk 0", status: 2), Case(line: "status", status: 2),
            Case(line: "plan payroll.csv", status: 2), Case(line: "simulate", status: 2),
            Case(line: "balance", status: 2, simulator: false),
            Case(line: "send payroll.csv --id nov --yes", status: 2, simulator: false),
            Case(line: "send payroll.csv --id nov", status: 2), Case(line: "send none.csv --id nov --yes", status: 3),
            Case(line: "send wrong.csv --id nov --yes", status: 3), Case(line: "plan wrong.csv --id nov", status: 3),
            Case(line: "status nov", status: 3), Case(line: "resume nov", status: 3), Case(line: "list", status: 3),
            Case(line: "export nov", status: 3),
            Case(line: "cancel nov", status: 3),
            Case(line: "plan payroll.csv --id nov", status: 0), Case(line: "balance", status: 0),
            Case(line: "send payroll.csv --id nov --dry-run", status: 0),
            Case(line: "send payroll.csv --id nov --yes", status: 0),
        ])
        func isOneObject(_ end: Case) async throws {
            let folder = try CommandFolder([
                "payroll.csv": TestPayroll.csv(rows: 2),
                "wrong.csv": TestPayroll.csv(rows: 2).replacing("1.50", with: "x"),
            ])
            let words =
                end.line.split(separator: " ").map(String.init) + (end.simulator ? ["--simulator", "8700"] : [])
            for format in [["--format", "json"], ["--format=json"]] {
                let outcome = await folder.run(words + format)
                #expect(outcome.status == end.status, "\(outcome)")
                let object = try JSONReader.read(JSONObject.self, from: Array(outcome.output.utf8))
                #expect(object["exitStatus"] == .number(JSONNumber(Int(end.status))), "\(outcome)")
                #expect(outcome.output.last == "\n")
            }
        }

        @Test func holdsTheProblemsOfAFile() async throws {
            let folder = try CommandFolder(["payroll.csv": TestPayroll.csv(rows: 2).replacing(",1.50,", with: ",0,")])
            let outcome = await folder.payouts("send", "payroll.csv", "--id", "nov", "--format", "json")
            #expect(
                outcome.output
                    == #"{"error":{"text":"payroll.csv has 1 problem; nothing is sent","problems":[{"line":2,"text":"the "#
                    + #"amount is not more than zero"}]},"exitStatus":3}"# + "\n")
        }

        @Test func holdsAFailureOfTheNetwork() async throws {
            let folder = try CommandFolder(
                faults: FaultScript(Dictionary(uniqueKeysWithValues: (0..<20).map { ($0, Fault.dropBeforeReading) })))
            let outcome = await folder.payouts("balance", "--format", "json")
            #expect(outcome.status == 4)
            #expect(
                outcome.output
                    == #"{"error":{"text":"the balance cannot be read: getBalance: the connection ended without an answer"},"#
                    + #""exitStatus":4}"# + "\n")
        }
    }
}
