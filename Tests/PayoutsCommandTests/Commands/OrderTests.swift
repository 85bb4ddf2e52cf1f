import Foundation
import PayoutSimulator
import Testing

@testable import payouts

extension JournalTests {
    /// `status`, `resume` and `cancel`.
    struct OrderTests {
        @Test func showsWhereAnOrderStands() async throws {
            let folder = try CommandFolder(["payroll.csv": TestPayroll.csv("pay", "[returned]")])
            _ = await folder.payouts("send", "payroll.csv", "--id", "nov", "--yes")
            let outcome = await folder.payouts("status", "nov")
            #expect(
                outcome
                    == CommandOutcome(
                        status: 1,
                        output: """
                            payout nov (SIM-1), PUBLISHED_TO_QUEUE
                              item    amount  end
                              p1    1.50 TRY  paid
                              p2    2.50 TRY  failed, refunded
                            2 items: 1 paid; 1 failed, refunded

                            """,
                        errors:
                            "payouts: note: the provider's words may name people and are left out; with the order's "
                            + "FILE they are shown, without names\n"))
            let named = await folder.payouts("status", "nov", "payroll.csv")
            #expect(
                named.output.contains("  p2    phone …01  2.50 TRY  failed, refunded: the bank refused the payment\n"),
                "\(named)")
        }

        @Test func knowsAPayoutOfACutOrder() async throws {
            let folder = try CommandFolder(["payroll.csv": TestPayroll.csv(rows: 3)])
            _ = await folder.payouts("send", "payroll.csv", "--id", "nov", "--yes", "--chunk", "2")
            let outcome = await folder.payouts("status", "nov-2")
            #expect(outcome.status == 0)
            #expect(outcome.output.hasPrefix("payout nov-2 (SIM-"))
            #expect(outcome.output.hasSuffix("1 item: 1 paid\n"))
        }

        @Test(arguments: ["status", "resume", "cancel"])
        func saysThatAnOrderIsUnknown(_ command: String) async throws {
            let folder = try CommandFolder(["payroll.csv": TestPayroll.csv(rows: 1)])
            _ = await folder.payouts("send", "payroll.csv", "--id", "oct", "--yes", "--journal", "journals")
            let outcome = await folder.payouts(command, "nov", "--journal", "journals")
            let place = folder.path + "/journals/simulator/127.0.0.1-8700/"
            #expect(outcome.status == 3)
            #expect(outcome.errors.hasPrefix("payouts: error: the journal in \(place)"), "\(outcome)")
            #expect(outcome.errors.hasSuffix(" knows no order ‘nov’; 'payouts list' shows those it knows\n"))
        }

        static let mixed = TestPayroll.csv(
            "pay", "[failed]", "[returned]", "[return failed]", "\"[invalid], \"\"x\"\"\"")

        @Test func writesTheRowsThatWereNotPaid() async throws {
            let folder = try CommandFolder(["payroll.csv": Self.mixed])
            _ = await folder.payouts("send", "payroll.csv", "--id", "nov", "--yes", "--pay-the-rest")
            _ = await folder.payouts("status", "nov")
            let rows = await folder.payouts("status", "nov", "--unpaid", "payroll.csv")
            #expect(rows.status == 1)
            #expect(
                rows.output == #"""
                    id,type,recipient,name,amount,currency,description,nonWithdrawable\#r
                    p3,phone,+905550001002,,3.50,TRY,[returned],\#r
                    p5,phone,+905550001004,,5.50,TRY,"[invalid], ""x""",\#r

                    """#)
            #expect(
                rows.errors == """
                    p2 is left out: failed, refund pending
                    p4 is left out: failed, refund failed too

                    """)
            let ids = await folder.payouts("status", "nov", "--unpaid")
            #expect(ids.output == "id,amount,currency\r\np3,3.50,TRY\r\np5,5.50,TRY\r\n")

            // The output is a valid file, once it is corrected.
            try folder.write(
                rows.output.replacing("[returned]", with: "a").replacing("[invalid]", with: "b"), to: "again.csv")
            let again = await folder.payouts("send", "again.csv", "--id", "nov-again", "--yes")
            #expect(again.status == 0, "\(again)")
            #expect(folder.simulator.payments.map(\.itemExternalID).sorted() == ["p1", "p3", "p5"])
        }

        @Test func takesNoOtherFileForTheOrder() async throws {
            let folder = try CommandFolder(["payroll.csv": TestPayroll.csv(rows: 2)])
            _ = await folder.payouts("send", "payroll.csv", "--id", "nov", "--yes")
            try folder.write(TestPayroll.csv(rows: 2).replacing("1001,", with: "2001,"), to: "payroll.csv")
            for arguments in [["status", "nov", "--unpaid", "payroll.csv"], ["resume", "nov", "payroll.csv"]] {
                let outcome = await folder.run(arguments + ["--simulator", "8700"])
                #expect(outcome.status == 3)
                #expect(outcome.errors.contains("\npayroll.csv:3: p2 has another recipient\n"), "\(outcome)")
            }
        }

        @Test func settlesAnUnknownOutcomeByReading() async throws {
            let folder = try CommandFolder(
                ["payroll.csv": TestPayroll.csv(rows: 2)],
                faults: FaultScript().with(.lateDelivery(after: 3), at: .authorize)
                    .with(.dropBeforeReading, at: .retrieve, number: 3))
            let sent = await folder.payouts("send", "payroll.csv", "--id", "nov", "--yes")
            let resumed = await folder.payouts("resume", "nov")
            #expect([0, 5].contains(sent.status), "\(sent)")
            #expect(resumed.status == 0, "\(resumed)")
            await folder.simulator.deliverLateRequests()
            #expect(folder.simulator.payments.count == 2)
        }

        /// The authorization is lost on the way, so that the payout stays as it was.
        @Test func authorizesAgainOnlyOnTheCallersWord() async throws {
            let folder = try CommandFolder(
                ["payroll.csv": TestPayroll.csv(rows: 2)],
                faults: FaultScript().with(.dropBeforeReading, at: .authorize))
            let sent = await folder.payouts("send", "payroll.csv", "--id", "nov", "--yes")
            #expect(sent.status == 5, "\(sent)")
            #expect(sent.errors.contains("Money may have been moved."))
            #expect(
                sent.errors.hasSuffix(
                    "payouts: what was paid is not known yet; find out by: payouts resume nov payroll.csv --simulator 8700\n"
                ))
            let resumed = await folder.payouts("resume", "nov")
            #expect(resumed.status == 5, "\(resumed)")
            #expect(folder.simulator.payments == [])
            let forced = await folder.payouts("resume", "nov", "--authorize-again")
            #expect(forced.status == 0, "\(forced)")
            #expect(folder.simulator.payments.count == 2)
        }

        @Test func cancelsWhatIsNotAuthorized() async throws {
            let folder = try CommandFolder(
                ["payroll.csv": TestPayroll.csv(rows: 2)],
                faults: FaultScript().with(.dropBeforeReading, at: .authorize))
            _ = await folder.payouts("send", "payroll.csv", "--id", "nov", "--yes")
            let outcome = await folder.payouts("cancel", "nov")
            #expect(outcome.status == 0, "\(outcome)")
            #expect(outcome.output.hasSuffix("2 items: 2 cancelled\n"))
            // Its items are free for another order, and the order itself is closed.
            let again = await folder.payouts("send", "payroll.csv", "--id", "nov", "--yes")
            #expect(again.status == 1, "\(again)")
            let other = await folder.payouts("send", "payroll.csv", "--id", "dec", "--yes")
            #expect(other.status == 0, "\(other)")
            #expect(folder.simulator.payments.map(\.externalID) == ["dec", "dec"])
        }

        @Test func cannotCancelWhatIsPaid() async throws {
            let folder = try CommandFolder(["payroll.csv": TestPayroll.csv(rows: 2)])
            _ = await folder.payouts("send", "payroll.csv", "--id", "nov", "--yes")
            let outcome = await folder.payouts("cancel", "nov")
            #expect(outcome.status == 1, "\(outcome)")
            #expect(folder.simulator.operations.contains(.cancel) == false)
        }

        /// initialize failed, so only the file contains the payments.
        @Test func asksForTheFileWhereInitializeWasNeverConfirmed() async throws {
            var faults = FaultScript()
            for number in 0..<3 { faults = faults.with(.dropBeforeReading, at: .initialize, number: number) }
            let folder = try CommandFolder(["payroll.csv": TestPayroll.csv(rows: 2)], faults: faults)
            let sent = await folder.payouts("send", "payroll.csv", "--id", "nov", "--yes")
            #expect(sent.status == 4, "\(sent)")
            let blind = await folder.payouts("resume", "nov")
            #expect(blind.status == 2, "\(blind)")
            #expect(
                blind.errors.hasSuffix(
                    "payouts: it continues with the file that was sent: payouts resume nov FILE --simulator 8700\n"))
            let resumed = await folder.payouts("resume", "nov", "payroll.csv")
            #expect(resumed.status == 0, "\(resumed)")
            #expect(folder.simulator.payments.count == 2)
        }

        /// A status of 4 would say that no money moved, of which this run knows nothing.
        @Test func leavesAnUnknownOutcomeUnknown() async throws {
            var faults = FaultScript().with(.dropBeforeReading, at: .authorize)
            for number in 1...20 { faults = faults.with(.dropBeforeReading, at: .getBalance, number: number) }
            let folder = try CommandFolder(["payroll.csv": TestPayroll.csv(rows: 2)], faults: faults)
            let send = ["send", "payroll.csv", "--id", "nov", "--yes", "--simulator", "8700"]
            #expect(await folder.run(send).status == 5)
            let again = await folder.run(send)
            #expect(again.status == 5, "\(again)")
            #expect(again.errors.hasPrefix("payouts: note: the balance cannot be read: "))
        }

        @Test func showsAnOrderThatWasNeverBegun() async throws {
            var faults = FaultScript()
            for number in 0..<9 { faults = faults.with(.dropBeforeReading, at: .initialize, number: number) }
            let folder = try CommandFolder(["payroll.csv": TestPayroll.csv(rows: 2)], faults: faults)
            _ = await folder.payouts("send", "payroll.csv", "--id", "nov", "--yes")
            let status = await folder.payouts("status", "nov", "--unpaid")
            #expect(status.status != 0, "\(status)")
            #expect(status.output == "id,amount,currency\r\n")
        }

        @Test(arguments: ["text", "json"])
        func returnsOnceItIsAuthorized(_ format: String) async throws {
            let folder = try CommandFolder(["payroll.csv": TestPayroll.csv(rows: 2)])
            let sent = await folder.payouts(
                "send", "payroll.csv", "--id", "nov", "--yes", "--no-wait", "--format", format)
            #expect(sent.status == 7, "\(sent)")
            #expect(
                sent.errors.hasSuffix(
                    "payouts: it is authorized and under way; see its end by: payouts status nov payroll.csv "
                        + "--simulator 8700\n"), "\(sent)")
            #expect(!sent.errors.contains("error"))
            let status = await folder.payouts("status", "nov")
            #expect(status.status == 0, "\(status)")
            #expect(folder.simulator.payments.count == 2)
        }

        @Test func resumesUntilItIsAuthorized() async throws {
            let folder = try CommandFolder(
                ["payroll.csv": TestPayroll.csv(rows: 2)],
                faults: FaultScript().with(.dropBeforeReading, at: .authorize))
            _ = await folder.payouts("send", "payroll.csv", "--id", "nov", "--yes")
            let resumed = await folder.payouts("resume", "nov", "--authorize-again", "--no-wait")
            #expect(resumed.status == 7, "\(resumed)")
        }

        @Test func readsTheBalance() async throws {
            let folder = try CommandFolder(balance: 1234.5)
            #expect(await folder.payouts("balance") == CommandOutcome(status: 0, output: "1234.5\n"))
            let object = #"{"host":"the simulator at 127.0.0.1:8700","balance":1234.5,"exitStatus":0}"#
            #expect(
                await folder.payouts("balance", "--format", "json") == CommandOutcome(status: 0, output: object + "\n"))
        }

        @Test(arguments: [
            (["balance"], "error"), (["send", "payroll.csv", "--id", "nov", "--yes"], "note"),
        ])
        func saysThatTheProviderFailed(_ arguments: [String], _ kind: String) async throws {
            let folder = try CommandFolder(
                ["payroll.csv": TestPayroll.csv(rows: 2)],
                faults: FaultScript(Dictionary(uniqueKeysWithValues: (0..<20).map { ($0, Fault.dropBeforeReading) })))
            let outcome = await folder.run(arguments + ["--simulator", "8700"])
            #expect(outcome.status == 4, "\(outcome)")
            #expect(outcome.errors.hasPrefix("payouts: \(kind): the balance cannot be read: "))
            #expect(folder.simulator.payments == [])
        }
    }
}
