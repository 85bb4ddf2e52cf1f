#if Postgres
import HTTPTestSupport
import IyzicoMassPayout
import KurusRuntime
import PayoutSimulator
import PostgresJournal
import PostgresTestSupport
import Testing

extension DatabaseTests {
    /// `payouts enqueue` and `payouts work`: recipients go to the provider and never to the database, and any number of
    /// workers pay each once.
    @Suite struct WorkTests {
        private static let payroll = ["payroll.csv": DatabaseBench.payroll(rows: 5)]

        private func enqueued(
            _ faults: FaultScript = [:], rows: Int = 5, chunk: Int = 2,
            behaviour: SimulatedBehaviour = SimulatedBehaviour()
        ) async throws -> DatabaseBench {
            let bench = try await DatabaseBench(
                ["payroll.csv": DatabaseBench.payroll(rows: rows)], behaviour: behaviour, faults: faults)
            let outcome = await bench.payouts("enqueue", "payroll.csv", "--id", "nov", "--yes", "--chunk", "\(chunk)")
            try #require(outcome.status == 0, "\(outcome)")
            return bench
        }

        @Test func paysWhatWasEnqueued() async throws {
            let bench = try await enqueued()
            #expect(bench.simulator.payments == [])
            #expect(bench.calls(.authorize) == 0)
            #expect(try await bench.standings() == [.queued: 3])
            let work = await bench.payouts("work", "--once")
            #expect(work.status == 0, "\(work)")
            #expect(
                work.lines.sorted() == [
                    "nov-1: COMPLETED; 2 paid", "nov-2: COMPLETED; 2 paid", "nov-3: COMPLETED; 1 paid",
                ])
            #expect(bench.paysOnce(5))
            #expect(try await bench.standings() == [.ended: 3])
            #expect(try bench.sql("SELECT count(*) FROM kurus.leases") == "0")
        }

        @Test func goesOnWhereAnEnqueueEnded() async throws {
            let bench = try await enqueued()
            let lines = try bench.sql("SELECT count(*) FROM kurus.lines")
            for _ in 1...2 {
                let again = await bench.payouts("enqueue", "payroll.csv", "--id", "nov", "--yes")
                #expect(again.status == 0, "\(again)")
                #expect(again.errors.hasSuffix("payouts: 3 payouts handed over; 'payouts work' pays, on any machine\n"))
                #expect(try bench.sql("SELECT count(*) FROM kurus.lines") == lines)
            }
            #expect(await bench.payouts("work", "--once").status == 0)
            // Beyond that, it finds it done.
            #expect(await bench.payouts("enqueue", "payroll.csv", "--id", "nov", "--yes").status == 0)
            #expect(await bench.payouts("enqueue", "payroll.csv", "--id", "dec", "--yes").status == 3)
            #expect(bench.paysOnce(5))
            #expect(bench.calls(.initialize) == 3)
        }

        /// Nobody is paid while the payer may still stop the run.
        @Test func handsNothingOverWhenItIsStopped() async throws {
            let bench = try await DatabaseBench(Self.payroll)
            let stop = Stop()
            // The last reading of the last payout.
            let transport = WatchedTransport(transport: SimulatorTransport(bench.simulator)) { path in
                if path.hasSuffix("/retrieve"), bench.calls(.initialize) == 3 {
                    stop.send()
                    for await _ in AsyncStream<Never>.makeStream().stream {}
                    throw CancellationError()
                }
            }
            let enqueue = ["enqueue", "payroll.csv", "--id", "nov", "--yes", "--chunk", "2"]
            let database = ["--journal", "postgres", "--simulator", "8700"]
            let stopped = await bench.run(enqueue + database, transport: transport, stop: stop)
            #expect(stopped.status == 4, "\(stopped)")
            #expect(
                stopped.errors.hasSuffix(
                    "payouts: nothing is lost; continue by: payouts enqueue payroll.csv --id nov --simulator 8700 "
                        + "--journal postgres\n"), "\(stopped)")
            #expect(await bench.payouts("work", "--once").status == 0)
            #expect(bench.calls(.authorize) == 0)
            #expect(await bench.run(enqueue + database).status == 0)
            #expect(await bench.payouts("work", "--once").status == 0)
            #expect(bench.paysOnce(5))
        }

        /// Several at once, each a process of its own as far as the database knows.
        @Test func paysOnceWithManyWorkers() async throws {
            let bench = try await enqueued(rows: 24, behaviour: SimulatedBehaviour(repeatedAuthorize: .paysAgain))
            let statuses = await withTaskGroup(of: Int32.self) { group in
                for _ in 0..<6 { group.addTask { await bench.payouts("work", "--once", "--concurrency", "2").status } }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(statuses == Array(repeating: 0, count: 6))
            #expect(bench.paysOnce(24))
            #expect(bench.calls(.authorize) == 12)
        }

        /// Nothing is authorized that was not handed over, although its authorization was announced once.
        @Test func authorizesNothingOfARunThatWasNotHandedOver() async throws {
            let bench = try await DatabaseBench(Self.payroll)
            let refusing = WatchedTransport(transport: SimulatorTransport(bench.simulator)) { path in
                if path.hasSuffix("/auth") { throw TransportError(.notSent, "no connection") }
            }
            let sent = await bench.payouts("send", "payroll.csv", "--id", "nov", "--yes", transport: refusing)
            #expect(sent.status == 4, "\(sent)")
            // As a worker may see it that read the line `authorizing` before the next one.
            try bench.sql("UPDATE kurus.standings SET standing = 'authorized'")
            let work = await bench.payouts("work", "--once")
            #expect(work.status == 5, "\(work)")
            #expect(work.errors.contains("it is not authorized, and was not handed over to workers"))
            #expect(bench.calls(.authorize) == 0)
            #expect(bench.simulator.payments == [])
        }

        @Test func leavesAnUnknownOutcomeToAPerson() async throws {
            let bench = try await enqueued(FaultScript().with(.dropBeforeReading, at: .authorize), chunk: 5)
            for _ in 1...2 {
                let work = await bench.payouts("work", "--once", "--format", "json")
                #expect(work.status == 5, "\(work)")
                #expect(
                    work.output.contains(#""event":"left","payout":"nov","reason":"outcomeUnknown","needsPerson":true"#)
                )
                #expect(work.lines.last?.hasSuffix(#","event":"end","exitStatus":5}"#) == true)
                #expect(bench.calls(.authorize) == 1)
                // Its rest is over.
                try bench.sql("UPDATE kurus.standings SET not_before = now()")
            }
            let settled = await bench.payouts("resume", "nov", "--authorize-again")
            #expect(settled.status == 0, "\(settled)")
            #expect(bench.paysOnce(5))
        }

        /// The answer to authorize was lost, and reading settles it.
        @Test func settlesALostAnswerByReading() async throws {
            let bench = try await enqueued(
                FaultScript().with(.dropAfterCarryingOut, at: .authorize).with(
                    .garbageAnswer, at: .authorize, number: 1),
                behaviour: SimulatedBehaviour(repeatedAuthorize: .paysAgain))
            let work = await bench.payouts("work", "--once")
            #expect(work.status == 0, "\(work)")
            #expect(bench.paysOnce(5))
        }

        @Test func goesOnWithThePayoutOfAWorkerThatDied() async throws {
            let bench = try await enqueued(chunk: 5)
            let dead = LeaseOwner(token: "dead", actor: "worker", host: "gone", process: 1)
            let journal = try await bench.journal()
            guard case .claimed = try await journal.claim("nov", by: dead, for: .milliseconds(300)) else {
                Issue.record("the payout was taken")
                return
            }
            let work = await bench.payouts("work", "--once")
            #expect(work.status == 0, "\(work)")
            #expect(bench.paysOnce(5))
            #expect(try await journal.statistics().takeovers == 1)
        }

        @Test func goesOnWhenTheDatabaseWasRestarted() async throws {
            let cluster = try PostgresCluster()
            let bench = try await DatabaseBench(
                ["payroll.csv": DatabaseBench.payroll(rows: 12)], in: cluster,
                behaviour: SimulatedBehaviour(repeatedAuthorize: .paysAgain))
            let enqueued = await bench.payouts("enqueue", "payroll.csv", "--id", "nov", "--yes", "--chunk", "1")
            try #require(enqueued.status == 0, "\(enqueued)")
            async let work = bench.payouts("work", "--once")
            for payments in [2, 6] {
                while bench.simulator.payments.count < payments { await Task.yield() }
                try cluster.crash()
            }
            let outcome = await work
            #expect([0, 5].contains(outcome.status), "\(outcome)")
            // A line whose COMMIT was in doubt for longer than it may be sent after is left to a person.
            let open = try await bench.standings()[.authorized] ?? 0
            #expect(bench.paysOnce(12 - open))
            #expect((open == 0) == (outcome.status == 0))
        }

        /// SIGTERM: what was sent is answered, what was taken is given back, and another worker goes on at once.
        @Test func handsBackWhenItIsStopped() async throws {
            let bench = try await enqueued()
            let stop = Stop()
            let transport = WatchedTransport(transport: SimulatorTransport(bench.simulator)) { path in
                guard bench.calls(.authorize) > 0, path.hasSuffix("/retrieve") else { return }
                stop.send()
                for await _ in AsyncStream<Never>.makeStream().stream {}
                throw CancellationError()
            }
            let stopped = await bench.payouts("work", "--format", "json", transport: transport, stop: stop)
            #expect(stopped.status == 0, "\(stopped)")
            #expect(stopped.output.contains(#""event":"handedBack""#), "\(stopped)")
            #expect(stopped.lines.last?.hasSuffix(#","event":"end","exitStatus":0}"#) == true)
            #expect(try bench.sql("SELECT count(*) FROM kurus.leases") == "0")
            let work = await bench.payouts("work", "--once")
            #expect(work.status == 0, "\(work)")
            #expect(bench.paysOnce(5))
        }

        /// The lease is renewed at a third of its time while the provider takes its time, and one who is stopped waits no
        /// longer than the grace.
        @Test func renewsItsLeaseAndWaitsNoLongerThanItsGrace() async throws {
            let bench = try await enqueued(chunk: 5)
            let (clock, stop, hangs, goesOn) = (ManualClock(), Stop(), Moment(), Moment())
            let transport = WatchedTransport(transport: SimulatorTransport(bench.simulator)) { path in
                guard path.hasSuffix("/auth") else { return }
                hangs.come()
                await goesOn.awaited()
            }
            let work = Task {
                await bench.payouts(
                    "work", "--grace", "7", "--lease", "60", "--concurrency", "1", transport: transport, stop: stop,
                    clock: clock)
            }
            await hangs.awaited()
            let end = "SELECT ends_at FROM kurus.leases"
            let first = try bench.sql(end)
            let renewed = clock.sleeps.count + 1
            clock.advance(by: .seconds(19))
            #expect(try bench.sql(end) == first)
            clock.advance(by: .seconds(1))
            // The next sleep begins when the lease is renewed.
            await clock.sleepsBegun(renewed)
            #expect(try bench.sql(end) > first)
            let sleeps = clock.sleeps.count
            stop.send()
            while !clock.sleeps[sleeps...].contains(.seconds(7)) { await Task.yield() }
            clock.advance(by: .seconds(7))
            let outcome = await work.value
            #expect(outcome.status == 0)
            #expect(outcome.errors.hasSuffix("it is free when its lease ends\n"), "\(outcome)")
            goesOn.come()
        }

        @Test(arguments: ["enqueue payroll.csv --id nov", "work"])
        func needsADatabase(_ line: String) async throws {
            let bench = try await DatabaseBench(Self.payroll)
            let command = line.split(separator: " ").map(String.init)
            let outcome = await bench.run(command + ["--simulator", "8700"])
            #expect(outcome.status == 2)
            #expect(
                outcome.errors.contains("'payouts \(command[0])' is for a journal in a database: '--journal postgres'"))
        }
    }
}
#else
import Testing

@Suite struct WorkTests {
    @Test(.disabled("left out: workers over a database were not tested, since the trait Postgres is off"))
    func paysWhatWasEnqueued() {}
}
#endif
