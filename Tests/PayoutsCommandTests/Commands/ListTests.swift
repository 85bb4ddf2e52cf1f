import PayoutSimulator
import Testing

@testable import payouts

extension JournalTests {
    /// `payouts list`.
    struct ListTests {
        @Test func showsTheOrdersOfTheJournal() async throws {
            var faults = FaultScript()
            for number in 2...4 { faults = faults.with(.dropBeforeReading, at: .initialize, number: number) }
            let folder = try CommandFolder(
                [
                    "oct.csv": TestPayroll.csv("pay", "[returned]", "pay"), "nov.csv": TestPayroll.csv(rows: 2),
                    "dec.csv": TestPayroll.heading + "x,phone,+905559998877,,1,USD,pay\n",
                ], faults: faults)
            _ = await folder.payouts("send", "oct.csv", "--id", "salaries-202610", "--yes", "--actor", "ayse")
            folder.pass(days: 30)
            _ = await folder.payouts("send", "nov.csv", "--id", "salaries-202611", "--yes", "--actor", "mehmet")
            _ = await folder.payouts("send", "dec.csv", "--id", "salaries-202612", "--yes", "--actor", "mehmet")
            let calls = folder.simulator.operations.count
            let table = await folder.payouts("list")
            #expect(
                table
                    == CommandOutcome(
                        status: 0,
                        output: """
                              order            begun (UTC)       state     total  paid  failed  open
                              salaries-202610  2026-11-30 09:30  ended  7.50 TRY     2       1     0
                              salaries-202611  2026-12-30 09:30  ended  4.00 TRY     2       0     0
                              salaries-202612  2026-12-30 09:30  begun  1.00 USD     0       0     1

                            """))
            let json = await folder.payouts("list", "--format", "json")
            #expect(
                json.output.hasPrefix(
                    #"{"host":"the simulator at 127.0.0.1:8700","orders":[{"id":"salaries-202610","#
                        + #""begun":"2026-11-30T09:30:00Z","actor":"ayse","state":"ended","#
                        + #""totals":[{"currency":"TRY","amount":7.5}],"items":3,"paid":2,"failed":1,"open":0},"#),
                "\(json)")
            #expect(json.output.hasSuffix(#","open":1}],"exitStatus":0}"# + "\n"))
            #expect(folder.simulator.operations.count == calls)
        }

        @Test func saysThatThereIsNoJournal() async throws {
            let folder = try CommandFolder()
            let outcome = await folder.payouts("list", "--journal", "journals")
            #expect(outcome.status == 3)
            let path = folder.path + "/journals/simulator/127.0.0.1-8700/"
            #expect(outcome.errors.hasPrefix("payouts: error: there is no journal at \(path)"), "\(outcome)")
            #expect(folder.files == [])
        }

        @Test func namesTheUserAndTheHostUnlessToldOtherwise() async throws {
            let folder = try CommandFolder(["payroll.csv": TestPayroll.csv(rows: 1)])
            _ = await folder.payouts("send", "payroll.csv", "--id", "nov", "--yes")
            let outcome = await folder.payouts("list", "--format", "json")
            #expect(outcome.output.contains(/"actor":"[^"@]+@[^"]+"/), "\(outcome)")
        }
    }
}
