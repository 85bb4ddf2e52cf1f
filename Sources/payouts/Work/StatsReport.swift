import Foundation
import IyzicoMassPayout
import KurusCommandLine
import KurusRuntime

/// The statistics of an account in all output formats.
struct StatsReport {
    /// A value of a metric, with its labels.
    private struct Sample {
        let labels: [(name: String, value: String)]
        let value: Double

        init(_ value: Double, _ labels: (name: String, value: String)...) {
            self.labels = labels
            self.value = value
        }
    }

    private struct Metric {
        let name: String
        let type: String
        let help: String
        let samples: [Sample]
    }

    let statistics: JournalStatistics
    let stuck: Int
    let host: String

    private var refusals: [(refusal: CountedRefusal, count: Int)] {
        statistics.refusals.sorted { ($0.key.operation, $0.key.code) < ($1.key.operation, $1.key.code) }
            .map { ($0.key, $0.value) }
    }

    /// Returns the seconds since a date; 0 for nil.
    private func age(_ date: Date?) -> Double {
        date.map { max(0, statistics.readAt.timeIntervalSince($0)) } ?? 0
    }

    private var metrics: [Metric] {
        [
            gauge("kurus_orders", "Orders by state.", samples(statistics.orders)),
            gauge("kurus_payouts", "Payouts by state.", samples(statistics.payouts)),
            gauge(
                "kurus_payouts_stuck", "Payouts that need a person; payouts stuck names them.", [Sample(Double(stuck))]),
            gauge(
                "kurus_oldest_open_seconds", "Age of the oldest open payout, 0 without one.",
                [Sample(age(statistics.oldestOpen))]),
            gauge(
                "kurus_oldest_unknown_seconds",
                "Age of the oldest payout that is or may be authorized and has no known end, 0 without one.",
                [Sample(age(statistics.oldestAuthorized))]),
            // A gauge, since an attempt is taken back where nothing was sent.
            gauge(
                "kurus_attempts", "Writes that were announced and not taken back.",
                [
                    Sample(Double(statistics.initializations), ("operation", "initialize")),
                    Sample(Double(statistics.authorizations), ("operation", "authorize")),
                ]),
            Metric(
                name: "kurus_refusals_total", type: "counter", help: "Refusals of the provider by operation and code.",
                samples: refusals.map {
                    Sample(Double($0.count), ("operation", $0.refusal.operation), ("code", $0.refusal.code))
                }),
            Metric(
                name: "kurus_lease_takeovers_total", type: "counter",
                help: "Payouts taken over from a worker that did not give them back.",
                samples: [Sample(Double(statistics.takeovers))]),
        ]
    }

    private func gauge(_ name: String, _ help: String, _ samples: [Sample]) -> Metric {
        Metric(name: name, type: "gauge", help: help, samples: samples)
    }

    private func samples(_ counts: [OrderStanding: Int]) -> [Sample] {
        OrderStanding.allCases.map { Sample(Double(counts[$0] ?? 0), ("state", $0.rawValue)) }
    }

    /// The statistics in Prometheus's text exposition format, version 0.0.4. Each sample has the provider's host as a
    /// label.
    var prometheus: String {
        metrics.filter { !$0.samples.isEmpty }.map { metric in
            let samples = metric.samples.map { sample in
                let labels = [("host", host)] + sample.labels
                let text = labels.map { "\($0.0)=\"\(Self.escaped($0.1, quotes: true))\"" }.joined(separator: ",")
                return "\(metric.name){\(text)} \(Self.number(sample.value))\n"
            }
            let head =
                "# HELP \(metric.name) \(Self.escaped(metric.help, quotes: false))\n# TYPE \(metric.name) \(metric.type)\n"
            return head + samples.joined()
        }.joined()
    }

    /// Escapes backslashes and line feeds, and in label values quotes.
    static func escaped(_ text: String, quotes: Bool) -> String {
        let text = text.replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
        return quotes ? text.replacing("\"", with: "\\\"") : text
    }

    private static func number(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
    }

    /// The statistics as one line of JSON; the manual page describes the members.
    var json: String {
        ExitStatus.done.jsonLine([
            "host": .text(host), "orders": Self.json(statistics.orders), "payouts": Self.json(statistics.payouts),
            "stuck": .count(stuck), "oldestOpenSeconds": .count(Int(age(statistics.oldestOpen))),
            "oldestUnknownSeconds": .count(Int(age(statistics.oldestAuthorized))),
            "initializations": .count(statistics.initializations), "authorizations": .count(statistics.authorizations),
            "refusals": .array(
                refusals.map { refusal, count in
                    .members([
                        "operation": .text(refusal.operation), "code": .text(refusal.code), "count": .count(count),
                    ])
                }),
            "takeovers": .count(statistics.takeovers),
        ])
    }

    private static func json(_ counts: [OrderStanding: Int]) -> JSONValue {
        .object(JSONObject(OrderStanding.allCases.map { (key: $0.rawValue, value: .count(counts[$0] ?? 0)) }))
    }

    var text: String {
        let states = OrderStanding.allCases.map { standing in
            [standing.rawValue, "\(statistics.orders[standing] ?? 0)", "\(statistics.payouts[standing] ?? 0)"]
        }
        let lines = [
            "stuck                \(stuck)" + (stuck > 0 ? ", see 'payouts stuck'" : ""),
            "oldest open          \(Int(age(statistics.oldestOpen))) s",
            "oldest unknown       \(Int(age(statistics.oldestAuthorized))) s",
            "initialize           \(Count(statistics.initializations, "time").text)",
            "authorize            \(Count(statistics.authorizations, "time").text)",
            "leases taken over    \(statistics.takeovers)",
        ]
        let refused = refusals.map { "refused              \($0.operation), code \($0.code): \($1)" }
        return TextTable(headings: ["state", "orders", "payouts"], numbers: [1, 2], rows: states).text
            + (lines + refused).map { "  \($0)\n" }.joined()
    }
}
