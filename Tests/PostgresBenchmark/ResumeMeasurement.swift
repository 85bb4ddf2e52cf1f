#if Postgres
import Foundation
import IyzicoMassPayout
import PostgresJournal

/// The journal's work for `payouts resume`: the order, a lease, a line, and the end of the lease.
enum ResumeMeasurement {
    static func run(folder: String, database: String) async throws {
        let settings = try PostgresSettings("host=\(folder) dbname=\(database) user=owner")
        let time = try await ContinuousClock().measure {
            let journal = try await PostgresJournal.open(
                settings, for: PostgresBenchmark.identity, secret: PostgresBenchmark.secret, connections: 1)
            guard let order = try await journal.order(PostgresBenchmark.orderID), let history = order.payouts.first,
                case .claimed(let lease) = try await journal.claim(
                    history.payout.id, by: LeaseOwner(token: UUID().uuidString, actor: "ayse"), for: .seconds(60)),
                case .appended = try await journal.append(
                    JournalAppend(
                        payoutID: history.payout.id, after: history.lines.count, token: UUID().uuidString,
                        actor: "ayse", step: .initializing))
            else { throw CocoaError(.featureUnsupported) }
            await journal.release(lease)
        }
        print("one payout of 1000 items in \(time.seconds) s, \(peakMegabytes()) MB of memory at most")
    }

    private static func peakMegabytes() -> Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM") } ?? ""
        return (Int(line.filter(\.isNumber)) ?? 0) / 1024
    }
}
#endif
