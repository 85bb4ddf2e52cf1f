import Foundation
import PayoutSimulator
import Testing

@testable import payouts

extension JournalTests {
    /// `payouts export`.
    struct ExportTests {
        static let payroll =
            TestPayroll.heading
            + "p1,iban,TR20 0000 0000 0000 0000 0000 01,Ayşe Örnek,41.5,TRY,May\n"
            + "p2,phone,+905550001001,,2.50,TRY,\"=1+1 [returned]\"\n"
            + "p3,memberId,2228855,,1.00,TRY,<script>alert(1)</script> & more\n"

        private func sent(_ options: String...) async throws -> CommandFolder {
            let folder = try CommandFolder(["payroll.csv": Self.payroll], commission: 0.25)
            let send = ["send", "payroll.csv", "--id", "nov", "--yes", "--actor", "ayse", "--simulator", "8700"]
            _ = await folder.run(send + options)
            return folder
        }

        @Test func writesLinesThatABanksFileIsMatchedBy() async throws {
            let folder = try await sent()
            let calls = folder.simulator.operations.count
            let outcome = await folder.payouts("export", "nov", "--with", "payroll.csv", "--format", "csv")
            #expect(
                outcome
                    == CommandOutcome(
                        status: 0,
                        output: #"""
                            order,payout,request,item,end,amount,currency,commission,reference,authorized,ended,type,\#
                            recipient,name,description\#r
                            nov,nov,SIM-1,p1,paid,41.50,TRY,0.25,SIM-1.0,2026-11-30T09:30:00Z,2026-11-30T09:30:00Z,iban,\#
                            TR200000000000000000000001,Ayşe Örnek,May\#r
                            nov,nov,SIM-1,p2,failed,2.50,TRY,0.25,SIM-1.1,2026-11-30T09:30:00Z,2026-11-30T09:30:00Z,phone,\#
                            '+905550001001,,'=1+1 [returned]\#r
                            nov,nov,SIM-1,p3,paid,1.00,TRY,0.25,SIM-1.2,2026-11-30T09:30:00Z,2026-11-30T09:30:00Z,memberId,\#
                            2228855,,<script>alert(1)</script> & more\#r

                            """#))
            // The journal has all of it.
            #expect(folder.simulator.operations.count == calls)
        }

        @Test(arguments: ["csv", "json", "html"])
        func knowsNobodyWithoutTheFile(_ format: String) async throws {
            let folder = try await sent()
            let outcome = await folder.payouts("export", "nov", "--format", format)
            #expect(outcome.status == 0, "\(outcome)")
            #expect(outcome.output.contains("SIM-1.2"))
            for secret in ["TR20", "Ayşe", "905550001001", "2228855", "May,", "alert"] {
                #expect(!outcome.output.contains(secret), "\(outcome)")
            }
        }

        @Test func writesJSON() async throws {
            let folder = try await sent()
            let outcome = await folder.payouts("export", "nov", "--with", "payroll.csv", "--format", "json")
            #expect(
                outcome.output.hasPrefix(
                    #"{"id":"nov","host":"the simulator at 127.0.0.1:8700","key":"b5891f5d364b","#
                        + #""made":"2026-11-30T09:30:00Z","recorded":{"time":"2026-11-30T09:30:00Z","actor":"ayse"},"#
                        + #""payouts":[{"id":"nov","requestId":"SIM-1","#
                        + #""authorized":{"time":"2026-11-30T09:30:00Z","actor":"ayse"},"items":[{"id":"p1","end":"paid","#
                        + #""ended":"2026-11-30T09:30:00Z","amount":41.5,"currency":"TRY","commission":0.25,"#
                        + #""reference":"SIM-1.0","type":"iban","recipient":"TR200000000000000000000001","#
                        + #""name":"Ayşe Örnek","description":"May"},"#), "\(outcome)")
            #expect(outcome.output.hasSuffix(#"}]}],"exitStatus":0}"# + "\n"))
        }

        @Test func writesAPageWithoutScriptOrForeignParts() async throws {
            let folder = try await sent()
            let outcome = await folder.payouts("export", "nov", "--with", "payroll.csv", "--format", "html")
            let page = outcome.output
            #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">\n"))
            #expect(page.hasSuffix("</html>\n"))
            #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; more"))
            for part in ["<script", "http://", "https://", "url(", "@import", "<img", "<link"] {
                #expect(!page.contains(part), "\(part)")
            }
            #expect(page.contains("2026-11-30 09:30 UTC by ayse"))
            #expect(page.contains(#"<td class="number">42.50 TRY</td>"#), "\(page)")
        }

        /// The journal has no end of an order whose run was stopped.
        @Test func readsWhatTheJournalLacks() async throws {
            let folder = try CommandFolder(["payroll.csv": Self.payroll])
            let stop = Stop()
            let transport = StoppingTransport(SimulatorTransport(folder.simulator), stop, at: "/auth")
            let sent = await folder.run(
                ["send", "payroll.csv", "--id", "nov", "--yes", "--simulator", "8700"], transport: transport, stop: stop
            )
            #expect(sent.status == 7, "\(sent)")
            for _ in 1...3 { _ = await folder.payouts("export", "nov", "--format", "csv") }
            let outcome = await folder.payouts("export", "nov", "--format", "csv")
            #expect(
                outcome.output.contains("nov,nov,SIM-1,p1,paid,41.50,TRY,0.00,SIM-1.0,2026-11-30T09:30:00Z,\r\n"),
                "\(outcome)")
            // Nothing was written: the list still has it as under way.
            #expect(await folder.payouts("list").output.contains("authorized"))
        }

        @Test func takesNoOtherFile() async throws {
            let folder = try await sent()
            try folder.write(Self.payroll.replacing("41.5", with: "41.75"), to: "other.csv")
            let outcome = await folder.payouts("export", "nov", "--with", "other.csv", "--format", "csv")
            #expect(outcome.status == 3)
            #expect(outcome.output == "")
        }

        @Test(arguments: [
            ("=1", "'=1"), ("+90", "'+90"), ("-1", "'-1"), ("@a", "'@a"), ("\ta", "'\ta"), ("  =1", "'  =1"),
            ("＝1", "'＝1"),
            ("\"=1", "'\"=1"), ("a=1", "a=1"), ("", ""), ("'=1", "'=1"), ("1", "1"),
        ])
        func defusesFormulas(_ cell: String, _ defused: String) {
            #expect(CSVWriting.defused(cell) == defused)
        }
    }
}
