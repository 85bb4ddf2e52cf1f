import Foundation
import Dispatch
import PayoutSimulator
import Testing

@testable import payouts

extension JournalTests {
    /// Ctrl-C: nothing more is sent, pending answers are awaited, and the run reports the state of the order.
    struct StopTests {
        private struct Stopped {
            let folder: CommandFolder
            let outcome: CommandOutcome
        }

        private func stopped(
            at path: String, thenReads reads: Int = 0, _ options: [String] = []
        ) async throws -> Stopped {
            let folder = try CommandFolder(["payroll.csv": TestPayroll.csv(rows: 2)])
            let stop = Stop()
            let transport = StoppingTransport(SimulatorTransport(folder.simulator), stop, at: path, thenReads: reads)
            let outcome = await folder.run(
                ["send", "payroll.csv", "--id", "nov", "--yes", "--simulator", "8700"] + options, transport: transport,
                stop: stop)
            return Stopped(folder: folder, outcome: outcome)
        }

        @Test func sendsNothingWhenItIsStoppedAtTheBalance() async throws {
            let run = try await stopped(at: "/balance")
            #expect(run.outcome == CommandOutcome(status: 4, errors: "payouts: error: stopped; nothing is sent\n"))
            #expect(await run.folder.payouts("status", "nov").status == 3)
        }

        @Test func sendsNothingWhenItIsStoppedAtTheQuestion() async throws {
            let folder = try CommandFolder(["payroll.csv": TestPayroll.csv(rows: 2)])
            let stop = Stop()
            let silence = DispatchSemaphore(value: 0)
            defer { silence.signal() }
            let outcome = await folder.run(
                ["send", "payroll.csv", "--id", "nov", "--simulator", "8700"], stop: stop,
                terminal: {
                    stop.send()
                    silence.wait()
                    return "yes"
                })
            #expect(outcome.status == 4)
            #expect(
                outcome.errors.hasSuffix("Type yes to pay: \npayouts: error: stopped; nothing is sent\n"), "\(outcome)")
            #expect(folder.simulator.operations == [.getBalance])
        }

        /// Who writes to a pipe, or types at a terminal, may never end.
        @Test func readsStandardInputNoFurther() async throws {
            let pipe = Pipe()
            let descriptor = pipe.fileHandleForReading.fileDescriptor
            let reading = Task { () -> Bool in
                do throws(FileReading.Failure) {
                    _ = try FileReading.input(from: descriptor)
                    return false
                } catch {
                    return error.isStopped
                }
            }
            reading.cancel()
            #expect(await reading.value)
            pipe.fileHandleForWriting.write(Data("id".utf8))
            try pipe.fileHandleForWriting.close()
            #expect(try FileReading.input(from: descriptor) == Array("id".utf8))
        }

        @Test func goesOnWhereItWasStoppedBeforeAuthorize() async throws {
            let run = try await stopped(at: "/init")
            #expect(run.outcome.status == 4, "\(run.outcome)")
            #expect(run.folder.simulator.payments == [])
            #expect(
                run.outcome.errors.hasSuffix(
                    "payouts: nothing is lost; continue by: payouts resume nov payroll.csv --simulator 8700\n"))
            // Nothing is final of what may yet be authorized: nobody is to be paid under another id.
            let status = await run.folder.payouts("status", "nov")
            #expect(status.status == 4, "\(status)")
            #expect(status.errors == "payouts: nothing is lost; continue by: payouts resume nov --simulator 8700\n")
            let resumed = await run.folder.payouts("resume", "nov", "payroll.csv")
            #expect(resumed.status == 0, "\(resumed)")
            #expect(run.folder.simulator.operations.filter { $0 == .initialize }.count == 1)
            #expect(run.folder.simulator.payments.count == 2)
        }

        /// The answer to authorize is waited for, so that its outcome is known.
        @Test(arguments: [0, 1, 2])
        func knowsThatItIsAuthorized(_ reads: Int) async throws {
            let run = try await stopped(at: "/auth", thenReads: reads)
            #expect(run.outcome.status == 7, "\(run.outcome)")
            #expect(
                run.outcome.errors.hasSuffix(
                    "payouts: it is authorized and under way; see its end by: payouts status nov payroll.csv "
                        + "--simulator 8700\n"), "\(run.outcome)")
            let resumed = await run.folder.payouts("resume", "nov")
            #expect(resumed.status == 0, "\(resumed)")
            #expect(run.folder.simulator.payments.count == 2)
        }

        @Test func printsOneObject() async throws {
            let run = try await stopped(at: "/auth", thenReads: 2, ["--format", "json"])
            #expect(run.outcome.status == 7)
            #expect(run.outcome.output.hasPrefix(#"{"id":"nov","#))
            #expect(run.outcome.output.hasSuffix(#","exitStatus":7}"# + "\n"), "\(run.outcome)")
        }

        /// A payout that was not begun may have moved money in an earlier run.
        @Test func beginsNoFurtherPayout() async throws {
            let folder = try CommandFolder(["payroll.csv": TestPayroll.csv(rows: 20)])
            let stop = Stop()
            let transport = StoppingTransport(SimulatorTransport(folder.simulator), stop, at: "/init")
            let outcome = await folder.run(
                ["send", "payroll.csv", "--id", "nov", "--yes", "--chunk", "1", "--simulator", "8700"],
                transport: transport, stop: stop)
            #expect(outcome.status == 4, "\(outcome)")
            #expect(folder.simulator.operations.filter { $0 == .initialize }.count <= 4)
            #expect(folder.simulator.payments == [])
            let again = await folder.payouts("send", "payroll.csv", "--id", "nov", "--yes")
            #expect(again.status == 0, "\(again)")
            #expect(folder.simulator.payments.count == 20)
        }
    }
}
