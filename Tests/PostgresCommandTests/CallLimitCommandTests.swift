#if Postgres
import Foundation
import HTTPTestSupport
import IyzicoMassPayout
import IyzicoMassPayoutAPI
import KurusRuntime
import PayoutSimulator
import PostgresJournal
import PostgresTestSupport
import Synchronization
import Testing

@testable import payouts

extension DatabaseTests {
    /// One limit of calls a second for everybody who uses a journal.
    @Suite struct CallLimitCommandTests {
        /// When each call came to the provider, by a clock that sleeping moves on.
        private final class Wire: HTTPTransport {
            let clock = ManualClock(passesSleep: true)
            let start: ManualClock.Instant
            private let transport: any HTTPTransport
            private let meanwhile: @Sendable () async throws -> Void
            private let arrivals = Mutex<[(path: String, time: Duration)]>([])

            /// - Parameter meanwhile: Called whenever a call arrives.
            init(_ transport: any HTTPTransport, meanwhile: @escaping @Sendable () async throws -> Void) {
                self.transport = transport
                self.meanwhile = meanwhile
                start = clock.now
            }

            var now: Duration { start.duration(to: clock.now) }

            var calls: [(path: String, time: Duration)] { arrivals.withLock { $0 } }

            func send(_ request: HTTPRequest, timeout: Duration) async throws -> HTTPResponse {
                arrivals.withLock { $0.append((request.url.path(), now)) }
                try await meanwhile()
                return try await transport.send(request, timeout: timeout)
            }
        }

        private static let time = Date(timeIntervalSince1970: 1_800_000_000)

        /// A workflow as a process of its own has it, over the wire.
        private func payouts(
            _ bench: DatabaseBench, _ wire: Wire
        ) async throws -> (payouts: MassPayouts, journal: PostgresJournal) {
            let journal = try await bench.journal(now: {
                Self.time + TimeInterval(wire.now.components.seconds) + wire.now.fraction
            })
            let account = try Account(simulatorAt: 8700, journals: nil)
            let client = try IyzicoMassPayoutClient.connected(
                credentials: account.credentials, server: account.server,
                transport: LimitedTransport(wire, turns: journal, clock: wire.clock), clock: wire.clock)
            return (MassPayouts(client, journal: journal, clock: wire.clock, turns: journal), journal)
        }

        private static func payout(_ id: String) throws -> MassPayout {
            try MassPayout(
                id: id,
                items: [
                    PayoutItem(
                        id: id, recipient: .memberID("member of \(id)"), amount: Money("1.50", .tryLira),
                        description: "pay"
                    )
                ])
        }

        /// Six calls a minute, of which somebody else takes every other one: at no moment were there more calls than turns.
        @Test func makesNoMoreCallsThanTurns() async throws {
            let bench = try await DatabaseBench()
            let rival = try await bench.journal(now: { Self.time })
            let wire = Wire(SimulatorTransport(bench.simulator)) { _ = try await rival.nextCall() }
            let workflows = [try await payouts(bench, wire), try await payouts(bench, wire)]
            try await workflows[0].journal.limitCalls(to: 0.1)
            let start = wire.now
            for (number, workflow) in workflows.enumerated() {
                let report = try await workflow.payouts.pay(Self.payout("payout \(number)"))
                #expect(report.isPaid)
            }
            let calls = wire.calls
            #expect(calls.count { $0.path.hasSuffix("/auth") } == 2)
            for (count, call) in calls.enumerated() {
                #expect(call.time - start >= .seconds(10 * count), "\(count): \(call)")
            }
            // An authorization has its turn before the line that announces it, so that no wait comes between the two; and the
            // last reading comes immediately before.
            for (before, call) in zip(calls, calls.dropFirst()) where call.path.hasSuffix("/auth") {
                #expect(before.path.hasSuffix("/retrieve") && call.time - before.time < .seconds(1))
            }
            for number in 0..<2 {
                let steps = try await workflows[0].journal.payout("payout \(number)")?.lines.map(\.step) ?? []
                #expect(steps.count { if case .authorizing = $0 { true } else { false } } == 1)
                #expect(!steps.contains { if case .authorizationNotSent = $0 { true } else { false } }, "\(steps)")
            }
        }

        @Test func isSetShownAndTakenAway() async throws {
            let bench = try await DatabaseBench()
            for (words, shown) in [
                (["limit", "20"], "20 calls a second, by all workers of this account together\n"),
                (["limit", "0.5"], "0.5 calls a second, by all workers of this account together\n"),
                (["limit"], "0.5 calls a second, by all workers of this account together\n"),
                (["limit", "none"], "no limit of calls\n"), (["limit"], "no limit of calls\n"),
            ] {
                let outcome = await bench.run(["journal"] + words + ["--simulator", "8700"])
                #expect(outcome.status == 0 && outcome.output == shown, "\(outcome)")
            }
            for words in [
                ["limit", "0"], ["limit", "many"], ["limit", "1", "2"], ["migrate", "1"], ["confirm", "1"], [],
            ] {
                let outcome = await bench.run(["journal"] + words + ["--simulator", "8700"])
                #expect(outcome.status == 2, "\(words)\n\(outcome)")
            }
        }

        /// Every command that calls the provider waits for its turn; given up meanwhile, it has sent nothing.
        @Test(arguments: ["balance", "send payroll.csv --id nov --yes", "enqueue payroll.csv --id nov --yes"])
        func waitsInEveryCommand(_ line: String) async throws {
            let bench = try await DatabaseBench(["payroll.csv": DatabaseBench.payroll(rows: 1)])
            _ = await bench.run(["journal", "limit", "10", "--simulator", "8700"])
            try bench.sql("UPDATE kurus.call_limits SET next_at = now() + interval '1 hour'")
            let (clock, stop) = (ManualClock(), Stop())
            let words = line.split(separator: " ").map(String.init) + ["--journal", "postgres", "--simulator", "8700"]
            let command = Task {
                let outcome = await bench.run(words, stop: stop, clock: clock)
                // One that waited for nothing.
                if clock.sleeps.isEmpty { try await clock.sleep(for: .zero) }
                return outcome
            }
            await clock.sleepsBegun(1)
            #expect(try #require(clock.sleeps.first) > .seconds(3500))
            stop.send()
            #expect(try await command.value.status != 0)
            #expect(bench.simulator.operations == [])
        }
    }
}

extension Duration {
    /// The fraction of a second.
    fileprivate var fraction: TimeInterval { TimeInterval(components.attoseconds) / 1e18 }
}
#endif
