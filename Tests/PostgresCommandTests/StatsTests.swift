#if Postgres
import Foundation
import IyzicoMassPayout
import PayoutSimulator
import PostgresTestSupport
import Testing

@testable import payouts

extension DatabaseTests {
    /// `payouts stats`, for people, programs and Prometheus.
    @Suite struct StatsTests {
        /// One order is paid, one was dropped on its way to authorize, one has items that the provider refuses.
        private func bench() async throws -> DatabaseBench {
            let bench = try await DatabaseBench(
                [
                    "paid.csv": DatabaseBench.payroll(rows: 1),
                    "unknown.csv": DatabaseBench.payroll(rows: 2, "unknown"),
                    "refused.csv": DatabaseBench.payroll(rows: 3, "[invalid]").replacing(
                        "3.50,TRY,[invalid]", with: "3.50,TRY,pay"),
                ], faults: FaultScript().with(.dropBeforeReading, at: .authorize, number: 1))
            var earlier: [String] = []
            for (order, status) in [("paid", 0), ("unknown", 0), ("refused", 1)] as [(String, Int32)] {
                let enqueued = await bench.run(
                    ["enqueue", "\(order).csv", "--id", order, "--yes", "--journal", "postgres", "--simulator", "8700"]
                        + earlier.flatMap { ["--allow-repeat", $0] })
                #expect(enqueued.status == status, "\(enqueued)")
                earlier.append(order)
                _ = await bench.payouts("work", "--once")
            }
            return bench
        }

        @Test func countsForAProgram() async throws {
            let bench = try await bench()
            let outcome = await bench.payouts("stats", "--format", "json")
            #expect(outcome.status == 0, "\(outcome)")
            let text = outcome.output.replacing(/Seconds":[0-9]+/, with: "Seconds\":N")
            let states = #"{"recorded":0,"begun":0,"queued":0,"authorized":1,"cancelling":0,"ended":2}"#
            #expect(
                text.hasPrefix(
                    #"{"host":"127.0.0.1:8700","orders":\#(states),"payouts":\#(states),"stuck":1,"#
                        + #""oldestOpenSeconds":N,"oldestUnknownSeconds":N,"initializations":3,"authorizations":2,"#),
                "\(outcome)")
            #expect(text.contains(/\{"operation":"item","code":"[0-9]+","count":2\}/), "\(outcome)")
            #expect(text.hasSuffix(#","takeovers":0,"exitStatus":0}"# + "\n"))
        }

        @Test func countsForAPerson() async throws {
            let outcome = await (try bench()).payouts("stats")
            #expect(outcome.status == 0, "\(outcome)")
            #expect(outcome.output.hasPrefix("  state       orders  payouts\n  recorded         0        0\n"))
            #expect(outcome.output.contains("  stuck                1, see 'payouts stuck'\n"))
        }

        /// The text exposition format: a comment of help and one of type before the samples of each metric, once.
        @Test func keepsToTheFormatOfPrometheus() async throws {
            let outcome = await (try bench()).payouts("stats", "--format", "prometheus")
            #expect(outcome.output.hasSuffix("\n"))
            var (helped, typed): ([String], [String: String]) = ([], [:])
            var samples: [String] = []
            for line in outcome.lines {
                if let match = line.wholeMatch(of: /# HELP ([a-z_]+) .+/) {
                    helped.append(String(match.1))
                } else if let match = line.wholeMatch(of: /# TYPE ([a-z_]+) (gauge|counter)/) {
                    #expect(helped.last == String(match.1))
                    typed[String(match.1)] = String(match.2)
                } else {
                    let match = try #require(
                        line.wholeMatch(of: /([a-z_]+)\{([a-z]+="[^"\\]*"(,[a-z]+="[^"\\]*")*)\} [0-9.]+/), "\(line)")
                    #expect(helped.last == String(match.1) && typed[String(match.1)] != nil)
                    samples.append("\(match.1){\(match.2)}")
                }
            }
            #expect(Set(helped).count == helped.count && Set(samples).count == samples.count)
            for (name, type) in typed { #expect(name.hasSuffix("_total") == (type == "counter")) }
            #expect(outcome.lines.contains(#"kurus_payouts{host="127.0.0.1:8700",state="authorized"} 1"#))
            #expect(outcome.lines.contains(#"kurus_payouts_stuck{host="127.0.0.1:8700"} 1"#))
            #expect(outcome.lines.contains(#"kurus_attempts{host="127.0.0.1:8700",operation="authorize"} 2"#))
        }

        @Test func escapesWhatTheFormatDemands() {
            #expect(StatsReport.escaped("a\\b\"c\nd", quotes: true) == #"a\\b\"c\nd"#)
            #expect(StatsReport.escaped("a\\b\"c\nd", quotes: false) == #"a\\b"c\nd"#)
            let statistics = JournalStatistics(
                payouts: [:], orders: [:], oldestOpen: nil, oldestAuthorized: nil, initializations: 0,
                authorizations: 0,
                takeovers: 0,
                refusals: [
                    CountedRefusal(operation: "retrieve", code: "Ayşe Örnek"): 2, .init(operation: "a", code: nil): 1,
                ],
                readAt: Date(timeIntervalSince1970: 0))
            let text = StatsReport(statistics: statistics, stuck: 0, host: "a\"\\\n").prometheus
            #expect(text.contains(#"kurus_refusals_total{host="a\"\\\n",operation="a",code="none"} 1"#))
            #expect(text.contains(#"operation="retrieve",code="other"} 2"#))
        }

        /// Ages by the database's clock.
        @Test func tellsHowOldTheOldestAre() async throws {
            let bench = try await bench()
            try bench.sql("UPDATE kurus.standings SET since = now() - interval '1 hour'")
            let outcome = await bench.payouts("stats", "--format", "json")
            #expect(
                outcome.output.contains(/"oldestOpenSeconds":36[0-9]{2},"oldestUnknownSeconds":36[0-9]{2},/),
                "\(outcome)")
        }
    }
}
#endif
