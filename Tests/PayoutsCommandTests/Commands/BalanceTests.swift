import Foundation
import PayoutSimulator
import Testing

@testable import payouts

extension JournalTests {
    /// The effect of the balance on sending.
    struct BalanceTests {
        @Test(arguments: [["--yes"], ["--yes", "--format", "json"]])
        func endsBeforeInitializeWhereTheBalanceDoesNotCoverTheTotal(_ options: [String]) async throws {
            let folder = try CommandFolder(["payroll.csv": TestPayroll.csv(rows: 2)], balance: 3.5)
            let send = ["send", "payroll.csv", "--id", "nov", "--simulator", "8700"]
            let outcome = await folder.run(send + options)
            #expect(outcome.status == 1)
            let message =
                "the balance, 3.5, does not cover 4.00 TRY, so nothing is sent; raise the balance, or use "
                + "--allow-uncovered"
            #expect(outcome.errors.hasSuffix("payouts: error: \(message)\n"), "\(outcome)")
            if options.contains("json") {
                #expect(outcome.output == #"{"error":{"text":"\#(message)"},"exitStatus":1}"# + "\n")
            } else {
                #expect(outcome.output.contains("balance   3.5, which does not cover 4.00 TRY\n"))
            }
            #expect(folder.simulator.operations == [.getBalance])
            // The id is still free: it is sent once the balance covers it.
            #expect(await folder.payouts("status", "nov").status == 3)
        }

        @Test func sendsWhatIsUncoveredOnTheCallersWord() async throws {
            let folder = try CommandFolder(["payroll.csv": TestPayroll.csv(rows: 2)], balance: 3)
            let outcome = await folder.payouts("send", "payroll.csv", "--id", "nov", "--yes", "--allow-uncovered")
            #expect(outcome.status == 1, "\(outcome)")
            #expect(outcome.output.hasSuffix("2 items: 2 not covered by the balance\n"))
        }

        @Test func endsADryRunAsTheRunWould() async throws {
            let folder = try CommandFolder(["payroll.csv": TestPayroll.csv(rows: 2)], balance: 3)
            let outcome = await folder.payouts("send", "payroll.csv", "--id", "nov", "--dry-run", "--format", "json")
            #expect(outcome.status == 1)
            #expect(outcome.output.hasSuffix(#""balance":3,"isCovered":false,"exitStatus":1}"# + "\n"), "\(outcome)")
            let allowed = await folder.payouts("send", "payroll.csv", "--id", "nov", "--dry-run", "--allow-uncovered")
            #expect(allowed.status == 0)
        }

        /// The balance is in lira.
        @Test func holdsNoOtherCurrencyAgainstTheBalance() async throws {
            let payroll = TestPayroll.csv(rows: 2).replacing("TRY", with: "USD")
            let folder = try CommandFolder(["payroll.csv": payroll], balance: 3)
            let outcome = await folder.payouts("send", "payroll.csv", "--id", "nov", "--yes")
            #expect(folder.simulator.operations.contains(.initialize), "\(outcome)")
            #expect(outcome.output.contains("balance   3, taken for TRY and not compared with USD\n"), "\(outcome)")
        }

        @Test func goesOnWhereTheBalanceCannotBeRead() async throws {
            var faults = FaultScript()
            for number in 0..<20 { faults = faults.with(.dropBeforeReading, at: .getBalance, number: number) }
            let folder = try CommandFolder(["payroll.csv": TestPayroll.csv(rows: 2)], faults: faults)
            let outcome = await folder.payouts("send", "payroll.csv", "--id", "nov", "--yes")
            #expect(outcome.status == 0, "\(outcome)")
            #expect(outcome.output.contains("balance   not known\n"))
            #expect(
                outcome.errors.hasPrefix(
                    "payouts: note: the balance cannot be read: getBalance: the connection ended without an answer; it is "
                        + "not compared with the total\n"), "\(outcome)")
            #expect(folder.simulator.payments.count == 2)
        }

        /// Of two payouts the first is paid; the balance has to cover the second one only.
        @Test func countsOnlyWhatIsStillToBePaid() async throws {
            var faults = FaultScript()
            for number in 1...3 { faults = faults.with(.dropBeforeReading, at: .initialize, number: number) }
            let folder = try CommandFolder(
                ["payroll.csv": TestPayroll.csv(rows: 2)], balance: 4, faults: faults)
            let sent = await folder.payouts("send", "payroll.csv", "--id", "nov", "--yes", "--chunk", "1")
            #expect(sent.status == 4, "\(sent)")
            let paid = try #require(folder.simulator.payments.first?.itemExternalID)
            #expect(folder.simulator.payments.count == 1)
            let resumed = await folder.payouts("resume", "nov", "payroll.csv")
            #expect(resumed.status == 0, "\(paid): \(resumed)")
            #expect(folder.simulator.payments.count == 2)
        }

        @Test func resumesNothingThatTheBalanceDoesNotCover() async throws {
            var faults = FaultScript()
            for number in 0..<3 { faults = faults.with(.dropBeforeReading, at: .initialize, number: number) }
            let folder = try CommandFolder(
                ["payroll.csv": TestPayroll.csv(rows: 2)], balance: 3, faults: faults)
            _ = await folder.payouts("send", "payroll.csv", "--id", "nov", "--yes", "--allow-uncovered")
            let resumed = await folder.payouts("resume", "nov", "payroll.csv")
            #expect(resumed.status == 1)
            #expect(resumed.errors.contains("the balance, 3, does not cover 4.00 TRY"), "\(resumed)")
            let allowed = await folder.payouts("resume", "nov", "payroll.csv", "--allow-uncovered")
            #expect(allowed.output.hasSuffix("2 items: 2 not covered by the balance\n"), "\(allowed)")
        }
    }
}
