import Foundation
import HTTPTestSupport
import IyzicoMassPayout
import IyzicoMassPayoutAPI
import KurusRuntime
import KurusTransport
import PayoutSimulator
import Synchronization
import Testing

@testable import payouts

extension JournalTests {
    /// Tests that use sockets in this process.
    struct SampleTests {
        /// The clock does not advance, so that no answer is late on a busy machine.
        private static let transport = PlatformTransport(clock: ManualClock())

        @Test func paysTheSampleOverSockets() async throws {
            let folder = try CommandFolder()
            var outcome = await folder.run(["send", "--sample", "--yes"], transport: Self.transport)
            outcome.output.replace(/127.0.0.1:[0-9]+/, with: "127.0.0.1:PORT")
            outcome.errors.replace(/127.0.0.1:[0-9]+/, with: "127.0.0.1:PORT")
            #expect(
                outcome.withoutHash
                    == CommandOutcome(
                        status: 0,
                        output: """
                            order     sample: 5 items
                            total     82645.75 TRY, 5 items
                            largest   emp-1  IBAN …01             A… Ö…  41250.00 TRY
                                      emp-2  IBAN …02             M… D…  38900.50 TRY
                                      emp-3  phone …03                    1500.00 TRY
                                      emp-4  identity number …46           920.25 TRY
                                      emp-5  member …                       75.00 TRY
                            unusual   line 2, ‘emp-1’: 41250.00 TRY is at least ten times the median, 1500.00 TRY
                                      line 3, ‘emp-2’: 38900.50 TRY is at least ten times the median, 1500.00 TRY
                            balance   1000000
                            host      the simulator at 127.0.0.1:PORT
                            hash      HASH
                            payout sample (SIM-1), COMPLETED
                              item   recipient                  amount  end
                              emp-1  IBAN …01             41250.00 TRY  paid
                              emp-2  IBAN …02             38900.50 TRY  paid
                              emp-3  phone …03             1500.00 TRY  paid
                              emp-4  identity number …46    920.25 TRY  paid
                              emp-5  member …                75.00 TRY  paid
                            5 items: 5 paid

                            """,
                        errors: """
                            payouts: note: the sample is paid to a simulator at 127.0.0.1:PORT; no money moves
                            sample: recorded, 5 items
                            sample: initializing
                            sample: initialized as SIM-1
                            sample: verified, every item as it was ordered
                            sample: authorizing
                            sample: PUBLISHED_TO_QUEUE, 0 of 5 items closed
                            sample: COMPLETED, 5 of 5 items closed

                            """))
            #expect(folder.files == [])
        }

        @Test func asksBeforeItPaysTheSample() async throws {
            let outcome = try await CommandFolder().run(["send", "--sample"], transport: Self.transport)
            #expect(outcome.status == 2, "\(outcome)")
            #expect(outcome.output.hasPrefix("order     sample: 5 items\n"))
        }

        @Test func simulatesUntilItIsStopped() async throws {
            let folder = try CommandFolder(["payroll.csv": TestPayroll.csv(rows: 2)])
            let printed = AsyncStream.makeStream(of: String.self)
            let stop = AsyncStream.makeStream(of: Void.self)
            async let status = PayoutsCommand.run(
                ["simulate", "--port", "0", "--ledger", "ledger"],
                CommandContext(
                    workingDirectory: folder.path, environment: [:], output: { printed.continuation.yield($0) },
                    errorOutput: { _ in }, transport: Self.transport,
                    untilStopped: { for await _ in stop.stream {} }))
            let line = try #require(await printed.stream.first { _ in true })
            let port = try #require(line.firstMatch(of: /on port ([0-9]+); use it by --simulator ([0-9]+)\n/))
            #expect(port.1 == port.2)
            let sent = await folder.run(
                ["send", "payroll.csv", "--id", "nov", "--yes", "--simulator", String(port.1)],
                transport: Self.transport)
            stop.continuation.finish()
            #expect(sent.status == 0, "\(sent)")
            #expect(await status == 0)
            let payments = try FileLedger.payments(at: Simulator.ledgerPath(in: folder.path + "/ledger"))
            #expect(payments.map(\.itemExternalID) == ["p1", "p2"])
            #expect(try folder.mode(of: "ledger") == 0o700)
        }

        @Test(arguments: [(false, 1), (true, 2)])
        func simulatesTheWorstOnlyWhenAsked(_ isWorstCase: Bool, _ payments: Int) async throws {
            // It ends with the test.
            let server = try SimulatorServer(port: 0, ledgerFolder: nil, isWorstCase: isWorstCase)
            let account = try Account(simulatorAt: server.port, journals: nil)
            let client = try IyzicoMassPayoutClient.connected(
                credentials: account.credentials, server: account.server, transport: Self.transport)
            let before = try await client.getBalance(locale: .en).balance
            let item = MassPayoutItem(
                itemExternalId: "p1", recipientType: .phone, recipientInfo: "+905550000001",
                amount: Amount(value: 10, currency: "TRY"), description: "pay")
            let answer = try await client.initialize(
                locale: .en, body: MassPayoutInitializeRequest(externalId: "nov", conversationId: "nov", items: [item]))
            let requestID = try #require(answer.requestId)
            for _ in 1...2 {
                _ = try await client.authorize(locale: .en, body: MassPayoutAuthRequest(requestId: requestID))
            }
            let after = try await client.getBalance(locale: .en).balance
            #expect(try #require(before) - #require(after) == 10 * Decimal(payments))
        }

        @Test func saysThatAPortIsTaken() async throws {
            let server = try SimulatorServer(port: 0, ledgerFolder: nil)
            let outcome = try await CommandFolder().run(["simulate", "--port", "\(server.port)"])
            #expect(outcome.status == 3)
            #expect(outcome.errors.hasPrefix("payouts: error: the simulator cannot be started: "), "\(outcome)")
        }
    }
}
