import Foundation
import KurusRuntime
import PayoutSimulator
import Testing

@testable import payouts

extension JournalTests {
    /// The messages about orders that are at their end, or should not be paid.
    struct AfterTheEndTests {
        /// Answers everything with one status.
        private struct StatusTransport: HTTPTransport {
            let status: Int

            func send(_ request: HTTPRequest, timeout: Duration) async throws -> HTTPResponse {
                HTTPResponse.text(status, "<html>")
            }
        }

        /// The journal knows that all of it is paid: that the provider cannot be reached makes nothing unknown.
        @Test(arguments: [["status", "nov"], ["resume", "nov"], ["send", "payroll.csv", "--id", "nov", "--yes"]])
        func staysAsTheJournalHasIt(_ arguments: [String]) async throws {
            let folder = try CommandFolder(["payroll.csv": TestPayroll.csv(rows: 2)])
            _ = await folder.payouts("send", "payroll.csv", "--id", "nov", "--yes")
            let outcome = await folder.run(
                arguments + ["--simulator", "8700"], transport: StatusTransport(status: 503))
            #expect(outcome.status == 0, "\(outcome)")
            #expect(
                outcome.errors.hasSuffix(
                    "payouts: note: the provider cannot be asked about nov again (retrieve was answered with status 503, "
                        + "which the document does not describe); its ends are the journal's\n"), "\(outcome)")
            #expect(!outcome.output.contains("open") && !outcome.errors.contains("error"), "\(outcome)")
        }

        @Test func isNotCancelled() async throws {
            let folder = try CommandFolder(["payroll.csv": TestPayroll.csv(rows: 2)])
            _ = await folder.payouts("send", "payroll.csv", "--id", "nov", "--yes")
            let outcome = await folder.payouts("cancel", "nov")
            #expect(outcome.status == 1)
            #expect(
                outcome.errors.hasSuffix(
                    "payouts: not all of it is cancelled: what was paid or failed before stays so\n"), "\(outcome)")
        }

        /// The provider has other amounts than were ordered: going on does not mend that.
        @Test func leadsFromAMismatchToCancelling() async throws {
            let folder = try CommandFolder(["payroll.csv": TestPayroll.csv(rows: 2)])
            let transport = RewordingTransport(
                transport: SimulatorTransport(folder.simulator), words: #""totalAmount":1.5"#,
                others: #""totalAmount":11.5"#)
            let outcome = await folder.run(
                ["send", "payroll.csv", "--id", "nov", "--yes", "--simulator", "8700"], transport: transport)
            #expect(outcome.status == 1, "\(outcome)")
            #expect(
                outcome.errors.hasSuffix(
                    "payouts: nothing of it is authorized; give it up by: payouts cancel nov --simulator 8700\n"),
                "\(outcome)")
            #expect(folder.simulator.payments == [])
        }

        @Test func namesAnOrderThatNobodyKnows() async throws {
            let folder = try CommandFolder(["payroll.csv": TestPayroll.csv(rows: 2)])
            let outcome = await folder.payouts(
                "send", "payroll.csv", "--id", "nov", "--yes", "--allow-repeat", "oct")
            #expect(outcome.status == 2)
            #expect(
                outcome.errors.hasSuffix(
                    "'--allow-repeat' names ‘oct’, and the journal has no such order; nothing is sent\n"), "\(outcome)")
            #expect(folder.simulator.operations == [])
        }

        /// The keys are wrong: trying again when the provider can be reached would never help.
        @Test func saysThatTheKeysAreNotTaken() async throws {
            let folder = try CommandFolder(["payroll.csv": TestPayroll.csv(rows: 2)])
            let refusal = #"{"status":"failure","errorCode":"1000","errorMessage":"x"}"#
            let transport = AnsweringTransport(body: refusal)
            let outcome = await folder.run(
                ["send", "payroll.csv", "--id", "nov", "--yes", "--simulator", "8700"], transport: transport)
            #expect(outcome.errors.contains("Check the keys: the provider does not take them"), "\(outcome)")
        }

        private struct AnsweringTransport: HTTPTransport {
            let body: String

            func send(_ request: HTTPRequest, timeout: Duration) async throws -> HTTPResponse {
                HTTPResponse(status: 200, fields: ["Content-Type": "application/json"], body: Array(body.utf8))
            }
        }
    }
}
