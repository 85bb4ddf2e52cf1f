import Foundation
import HTTPTestSupport
import Testing

extension JournalTests {
    /// Two journals that know nothing of each other pay one order at one moment: what the library can do about it is to
    /// read the payout immediately before it authorizes.
    struct TwinJournalTests {
        private static let environment = ProcessInfo.processInfo.environment
        private static let seed = environment["PAYOUTS_SEED"].flatMap { UInt64($0) }
        private static let trials = environment["PAYOUTS_TRIALS"].flatMap { Int($0) } ?? 30

        /// A provider that makes a payout of its own for each of the two, or one that answers both with one payout and
        /// takes its authorization once.
        @Test(arguments: [true, false])
        func paysNothingTwice(isWorstCase: Bool) async throws {
            let seed = Self.seed ?? .random(in: .min ... .max)
            try await blocking {
                var runs = try TwinRuns(seed: seed, isWorstCase: isWorstCase)
                while runs.orders < Self.trials { try runs.payOneOrderTwice() }
                let paid = try runs.paidOrders()
                print("seed \(seed): \(runs.orders) orders, \(paid) paid, ends by exit statuses \(runs.ends)")
                #expect(paid > 0, "seed \(seed)")
            }
        }
    }
}
