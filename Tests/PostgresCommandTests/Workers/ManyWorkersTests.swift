#if Postgres
import Foundation
import PostgresTestSupport
import Testing

/// Eight `payouts work` processes on one database and one simulator that pays again for whatever is repeated, while they
/// are stopped past their leases' ends, killed and started anew, the server is ended as by a power failure, and
/// connections to it and to the simulator break: no item is paid twice, and every payout comes to its end or is named by
/// `payouts stuck`.
///
/// `PAYOUTS_ORDERS` is the number of orders; `PAYOUTS_SEED` repeats a run as far as processes can be repeated.
@Suite(.enabled(if: PostgresInstallation.found != nil, "\(PostgresInstallation.missing)"), .serialized)
struct ManyWorkersTests {
    private static let environment = ProcessInfo.processInfo.environment
    private static let seed = environment["PAYOUTS_SEED"].flatMap { UInt64($0) }
    private static let orders = environment["PAYOUTS_ORDERS"].flatMap { Int($0) } ?? 50

    @Test func payEveryItemOnceWhateverHappensToThem() async throws {
        let seed = Self.seed ?? .random(in: .min ... .max)
        let run = try await ManyWorkersRun(orders: Self.orders, seed: seed)
        let counts = try await run.enqueueWhileDisturbed()
        try await run.finish()
        try run.checkEnds()
        let paid = try run.checkPayments()
        let stuck = try await run.settle()
        try run.checkEnds()
        let paidAtLast = try run.checkPayments()
        print(
            "seed \(seed): \(Self.orders) orders; \(counts); to the provider \(run.brokenConnections) times;",
            "\(paid) items paid once, \(paidAtLast) after a person settled what was stuck:",
            stuck.map { "\($0.value) \($0.key)" }.sorted().joined(separator: ", "))
        #expect(counts.kills > 0 && counts.stops > 0 && counts.cuts > 0)
    }
}
#endif
