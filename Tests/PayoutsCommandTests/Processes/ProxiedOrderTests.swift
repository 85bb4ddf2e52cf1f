import Foundation
import HTTPTestSupport
import Testing

extension JournalTests {
    /// The command, the simulator and a proxy that breaks connections between them, each by a seeded choice.
    struct ProxiedOrderTests {
        private static let environment = ProcessInfo.processInfo.environment

        /// PAYOUTS_SEED repeats a run as far as processes can be repeated; PAYOUTS_ORDERS makes a longer one.
        private static let seed = environment["PAYOUTS_SEED"].flatMap { UInt64($0) }
        private static let orders = environment["PAYOUTS_ORDERS"].flatMap { Int($0) } ?? 20

        @Test func paysEveryItemOnceThroughBrokenConnections() async throws {
            let seed = Self.seed ?? .random(in: .min ... .max)
            try await blocking {
                var runs = try ProxiedRuns(seed: seed)
                while runs.orders < Self.orders { try runs.payOneOrder() }
                print(
                    "seed \(seed): \(runs.orders) orders, \(runs.kills) runs killed, \(runs.faults.count) connections",
                    "broken, repeated by status \(runs.repeats), authorized again on the caller's word \(runs.words)")
                #expect(runs.kills >= Self.orders / 4 && runs.faults.count >= Self.orders, "seed \(seed)")
                try runs.checkPayments()
            }
        }
    }
}
