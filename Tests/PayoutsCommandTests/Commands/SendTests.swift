import Foundation
import PayoutSimulator
import Testing

@testable import payouts

extension JournalTests {
    struct SendTests {
        @Test func paysEveryItemAndShowsItsEnd() async throws {
            let folder = try CommandFolder(["payroll.csv": TestPayroll.csv("pay", "pay", "pay")])
            let outcome = await folder.payouts("send", "payroll.csv", "--id", "nov", "--yes")
            #expect(
                outcome.withoutHash
                    == CommandOutcome(
                        status: 0,
                        output: """
                            order     nov: 3 items
                            total     7.50 TRY, 3 items
                            largest   p3  phone …02  3.50 TRY
                                      p2  phone …01  2.50 TRY
                                      p1  phone …00  1.50 TRY
                            unusual   nothing
                            balance   1000000
                            host      the simulator at 127.0.0.1:8700
                            hash      HASH
                            payout nov (SIM-1), COMPLETED
                              item  recipient    amount  end
                              p1    phone …00  1.50 TRY  paid
                              p2    phone …01  2.50 TRY  paid
                              p3    phone …02  3.50 TRY  paid
                            3 items: 3 paid

                            """,
                        errors: """
                            nov: recorded, 3 items
                            nov: initializing
                            nov: initialized as SIM-1
                            nov: verified, every item as it was ordered
                            nov: authorizing
                            nov: PUBLISHED_TO_QUEUE, 0 of 3 items closed
                            nov: COMPLETED, 3 of 3 items closed

                            """))
            #expect(folder.simulator.payments.map(\.itemExternalID) == ["p1", "p2", "p3"])
        }

        @Test func goesOnInsteadOfPayingAgain() async throws {
            let folder = try CommandFolder(["payroll.csv": TestPayroll.csv(rows: 3)])
            _ = await folder.payouts("send", "payroll.csv", "--id", "nov", "--yes")
            // Nothing is asked, since nothing is left to be paid.
            let again = await folder.payouts("send", "payroll.csv", "--id", "nov")
            #expect(again.status == 0, "\(again)")
            #expect(again.output.contains("journal   1 payout authorized, given up or at the end before\n"))
            #expect(folder.simulator.payments.count == 3)
        }

        @Test func showsEveryEndOfAnItem() async throws {
            let folder = try CommandFolder([
                "payroll.csv": TestPayroll.csv("pay", "[failed]", "[returned]", "[return failed]", "[invalid]")
            ])
            let sent = await folder.payouts("send", "payroll.csv", "--id", "nov", "--yes", "--pay-the-rest")
            #expect(sent.status == 1)
            // A refund may come after the end.
            #expect(sent.output.hasSuffix("\n5 items: 1 paid; 3 failed, refund pending; 1 refused\n"), "\(sent)")
            let outcome = await folder.payouts("resume", "nov", "payroll.csv")
            #expect(outcome.status == 1)
            let table = """
                  item  recipient    amount  end
                  p1    phone …00  1.50 TRY  paid
                  p2    phone …01  2.50 TRY  failed, refund pending: the bank refused the payment
                  p3    phone …02  3.50 TRY  failed, refunded: the bank refused the payment
                  p4    phone …03  4.50 TRY  failed, refund failed too: the bank refused the payment
                  p5    phone …04  5.50 TRY  refused: the item was not accepted
                5 items: 1 paid; 1 failed, refund pending; 1 failed, refunded; 1 failed, refund failed too; 1 refused

                """
            #expect(outcome.output.hasSuffix(table), "\(outcome)")
            #expect(folder.simulator.payments.map(\.itemExternalID) == ["p1"])
        }

        @Test func paysNobodyWhenItemsAreRefused() async throws {
            let folder = try CommandFolder(["payroll.csv": TestPayroll.csv("pay", "[invalid]")])
            let outcome = await folder.payouts("send", "payroll.csv", "--id", "nov", "--yes")
            #expect(outcome.status == 1)
            #expect(outcome.errors.contains("the rest is cancelled"), "\(outcome)")
            #expect(folder.simulator.payments == [])
        }

        @Test func cutsALongFileIntoPayouts() async throws {
            let folder = try CommandFolder(["payroll.csv": TestPayroll.csv(rows: 23)])
            let outcome = await folder.payouts("send", "payroll.csv", "--id", "nov", "--yes", "--chunk", "5")
            #expect(outcome.status == 0, "\(outcome)")
            #expect(outcome.output.hasPrefix("order     nov: 23 items in 5 payouts\n"))
            let payments = folder.simulator.payments
            #expect(Set(payments.map(\.externalID)) == ["nov-1", "nov-2", "nov-3", "nov-4", "nov-5"])
            #expect(Set(payments.map(\.itemExternalID)).count == 23)
            #expect(payments.count == 23)
            // The plan is the journal's: the same rows are the same order, whatever the limit is now.
            let again = await folder.payouts("send", "payroll.csv", "--id", "nov", "--yes", "--chunk", "3")
            #expect(again.status == 0, "\(again)")
            #expect(
                again.errors.hasPrefix("payouts: note: the order stays cut as the journal has it; --chunk is ignored\n")
            )
            #expect(folder.simulator.payments.count == 23)
        }

        @Test func refusesOtherRowsUnderTheSameID() async throws {
            let folder = try CommandFolder(["payroll.csv": TestPayroll.csv(rows: 3)])
            _ = await folder.payouts("send", "payroll.csv", "--id", "nov", "--yes")
            let changed = TestPayroll.csv(rows: 4).replacing("1.50", with: "9.50").replacing("1001,", with: "2001,")
                .replacing("p3,", with: "p9,")
            try folder.write(changed, to: "payroll.csv")
            let outcome = await folder.payouts("send", "payroll.csv", "--id", "nov", "--yes")
            #expect(
                outcome
                    == CommandOutcome(
                        status: 3,
                        errors: """
                            payouts: error: ‘nov’ is another order in the journal, so nothing is sent:
                            payroll.csv:2: p1 was 1.5, is 9.5
                            payroll.csv:3: p2 has another recipient
                            payroll.csv:4: p9 is new
                            payroll.csv:5: p4 is new
                            payroll.csv: p3 is missing
                            Resume it with the order that the journal has, or give another order another id.

                            """))
            #expect(folder.simulator.payments.count == 3)
        }

        @Test(
            arguments: [
                (["yes"], 0, 2), (["YES "], 0, 2), (["y"], 1, 0), (["no"], 1, 0), ([""], 1, 0), ([], 1, 0),
            ] as [([String], Int32, Int)])
        func asksBeforeMoneyMoves(_ answers: [String], _ status: Int32, _ payments: Int) async throws {
            let folder = try CommandFolder(["payroll.csv": TestPayroll.csv(rows: 2)])
            let outcome = await folder.payouts("send", "payroll.csv", "--id", "nov", answers: answers)
            #expect(outcome.status == status, "\(outcome)")
            let question = "Pay 2 items, 4.00 TRY, through the simulator at 127.0.0.1:8700? Type yes to pay: "
            #expect(outcome.errors.hasPrefix(question))
            #expect(folder.simulator.payments.count == payments)
            if status == 1 {
                #expect(outcome.errors.hasSuffix("payouts: error: the answer was not yes; nothing is sent\n"))
            }
        }

        @Test func sendsNothingWhereNobodyCanBeAsked() async throws {
            let folder = try CommandFolder(["payroll.csv": TestPayroll.csv(rows: 2)])
            let outcome = await folder.payouts("send", "payroll.csv", "--id", "nov")
            #expect(outcome.status == 2)
            #expect(
                outcome.errors
                    == "payouts: error: standard input is not a terminal, so nobody can be asked; --yes pays without a "
                    + "question\n")
            #expect(folder.simulator.operations == [.getBalance])
        }

        @Test func sendsNothingInADryRun() async throws {
            let folder = try CommandFolder(["payroll.csv": TestPayroll.csv(rows: 2)], balance: 4)
            let outcome = await folder.payouts("send", "payroll.csv", "--id", "nov", "--dry-run")
            let summary = """
                order     nov: 2 items
                total     4.00 TRY, 2 items
                largest   p2  phone …01  2.50 TRY
                          p1  phone …00  1.50 TRY
                unusual   nothing
                balance   4
                host      the simulator at 127.0.0.1:8700
                hash      HASH

                """
            #expect(outcome.withoutHash == CommandOutcome(status: 0, output: summary))
            #expect(folder.simulator.operations == [.getBalance])
            let json = await folder.payouts("send", "payroll.csv", "--id", "nov", "--dry-run", "--format", "json")
            let object =
                #"{"id":"nov","host":"the simulator at 127.0.0.1:8700","hash":"HASH","payouts":["nov"],"items":2,"#
                + #""totals":[{"currency":"TRY","amount":4,"items":2}],"#
                + #""largest":[{"line":3,"id":"p2","recipient":"phone …01","amount":2.5,"currency":"TRY"},"#
                + #"{"line":2,"id":"p1","recipient":"phone …00","amount":1.5,"currency":"TRY"}],"#
                + #""unusual":{"largeAmounts":[],"repeatedRecipients":[]},"balance":4,"isCovered":true,"exitStatus":0}"#
            #expect(json.withoutHash == CommandOutcome(status: 0, output: object + "\n"))
            // The id is still free.
            let status = await folder.payouts("status", "nov")
            #expect(status.status == 3, "\(status)")
        }

        @Test func reportsADuplicateByBothLines() async throws {
            let text = TestPayroll.heading + "1,phone,+905550001,,5,TRY,a\n2,phone,+905550001,,5.0,TRY,b\n"
            let folder = try CommandFolder(["payroll.csv": text])
            let outcome = await folder.payouts("send", "payroll.csv", "--id", "nov", "--yes")
            #expect(
                outcome
                    == CommandOutcome(
                        status: 3,
                        errors: """
                            payroll.csv:3: error: line 2 pays the same recipient the same amount; --allow-duplicates if \
                            that is meant
                            payouts: error: payroll.csv has 1 problem; nothing is sent

                            """))
            #expect(folder.simulator.operations == [])
            let allowed = await folder.payouts("send", "payroll.csv", "--id", "nov", "--yes", "--allow-duplicates")
            #expect(allowed.status == 0, "\(allowed)")
            // Once it is in the journal, it is not asked for again.
            let resumed = await folder.payouts("resume", "nov", "payroll.csv")
            #expect(resumed.status == 0, "\(resumed)")
        }

        /// The samples of the provider's own guide fail the checks.
        @Test func takesUncheckedRecipientsWhenTold() async throws {
            let text =
                TestPayroll.heading
                + "1,iban,TR920086402100002353983528,Ada,5,TRY,a\n2,identityNumber,2222222817,,6,TRY,b\n"
            let folder = try CommandFolder(["payroll.csv": text])
            let refused = await folder.payouts("send", "payroll.csv", "--id", "nov", "--yes")
            #expect(refused.status == 3, "\(refused)")
            #expect(refused.errors.hasSuffix("payouts: error: payroll.csv has 2 problems; nothing is sent\n"))
            let sent = await folder.payouts(
                "send", "payroll.csv", "--id", "nov", "--yes", "--unchecked-recipients", "--chunk", "1")
            #expect(sent.status == 0, "\(sent)")
            // Once it is in the journal, it is not asked for again.
            let resumed = await folder.payouts("resume", "nov", "payroll.csv")
            #expect(resumed.status == 0, "\(resumed)")
        }

        @Test func paysNoGroupedThousandAsAThousandth() async throws {
            let folder = try CommandFolder([
                "payroll.csv": TestPayroll.heading + "1,phone,+905550001111,,41.250,TRY,a\n"
            ])
            let outcome = await folder.payouts("send", "payroll.csv", "--id", "nov", "--yes")
            #expect(
                outcome
                    == CommandOutcome(
                        status: 3,
                        errors: """
                            payroll.csv:2: error: the currency has at most 2 digits after the point, and the amount has \
                            more; three digits behind the point are probably a grouped thousand, which is written without \
                            the point
                            payouts: error: payroll.csv has 1 problem; nothing is sent

                            """))
            #expect(folder.simulator.operations == [])
        }

        @Test func saysWhichSeparatorItTook() async throws {
            let folder = try CommandFolder(["payroll.csv": TestPayroll.csv(rows: 1).replacing(",", with: ";")])
            let outcome = await folder.payouts("send", "payroll.csv", "--id", "nov", "--yes")
            #expect(outcome.status == 0)
            #expect(
                outcome.errors.hasPrefix(
                    "payroll.csv: note: the fields are taken to be separated by semicolons, not by commas\n"))
        }

        @Test func writesJSONForMachines() async throws {
            let folder = try CommandFolder(["payroll.csv": TestPayroll.csv("pay", "[returned]")], commission: 0.5)
            let outcome = await folder.payouts("send", "payroll.csv", "--id", "nov", "--yes", "--format", "json")
            let object =
                #"{"id":"nov","host":"the simulator at 127.0.0.1:8700","payouts":[{"id":"nov","requestId":"SIM-1","#
                + #""status":"PUBLISHED_TO_QUEUE","isFinal":false,"items":[{"id":"p1","end":"paid","status":"SUCCESS","#
                + #""amount":1.5,"currency":"TRY","commission":0.5},{"id":"p2","end":"failed","#
                + #""status":"FAILED","amount":2.5,"currency":"TRY","commission":0.5,"#
                + #""messages":["the bank refused the payment"]}]}],"exitStatus":1}"#
            #expect(outcome.status == 1)
            #expect(outcome.output == object + "\n")
        }

        @Test func writesOverTheLineOnATerminal() async throws {
            let folder = try CommandFolder(["payroll.csv": TestPayroll.csv(rows: 1)])
            let outcome = await folder.run(
                ["send", "payroll.csv", "--id", "nov", "--yes", "--simulator", "8700"], inPlace: true)
            #expect(outcome.status == 0)
            #expect(!outcome.errors.contains("\n"))
            #expect(outcome.errors.hasPrefix("\rnov: recorded, 1 item\rnov: initializing    \r"))
            #expect(outcome.errors.hasSuffix(" \r"))
        }

        @Test func showsNoRecipient() async throws {
            let secrets = ["TR200000000000000000000001", "0000 0001", "Gizli", "905550001234", "10000000146"]
            let text =
                TestPayroll.heading
                + "1,iban,TR20 0000 0000 0000 0000 0000 01,Gizli Kişi,1,TRY,Gizli [failed]\n"
                + "2,phone,+905550001234,,1,TRY,x\n3,identityNumber,10000000146,,1,TRY,x\n"
            let folder = try CommandFolder(["payroll.csv": text])
            for arguments in [["send", "payroll.csv", "--id", "nov", "--yes"], ["status", "nov"], ["resume", "nov"]] {
                for format in ["text", "json"] {
                    let outcome = await folder.run(arguments + ["--format", format, "--simulator", "8700"])
                    #expect(outcome.status == 1, "\(outcome)")
                    for secret in secrets { #expect(!outcome.description.contains(secret), "\(outcome)") }
                }
            }
            let journal = try #require(folder.files.first { $0.hasSuffix("journal.jsonl") })
            let kept = try folder.text(of: journal)
            for secret in secrets { #expect(!kept.contains(secret)) }
        }
    }
}
