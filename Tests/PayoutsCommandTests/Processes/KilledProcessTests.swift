import Foundation
import HTTPTestSupport
import Testing

extension JournalTests {
    /// The command and the simulator as processes of their own, killed by SIGKILL.
    struct KilledProcessTests {
        /// Of the environment, to repeat a run; the moments are the same as far as processes can be repeated.
        private static let seed = ProcessInfo.processInfo.environment["PAYOUTS_SEED"].flatMap { UInt64($0) }

        @Test func paysEveryItemOnceThoughItIsKilledAtAnyMoment() async throws {
            let seed = Self.seed ?? .random(in: .min ... .max)
            try await blocking {
                var runs = try KilledRuns(seed: seed)
                // On a busy machine more runs come to their end before the signal comes.
                while runs.orders < 50 || runs.kills < 25, runs.orders < 500 { try runs.payOneOrder() }
                print("seed \(seed): \(runs.kills) runs killed, \(runs.words) authorized again on the caller's word")
                #expect(runs.kills >= 25, "seed \(seed)")
                try runs.checkPayments()
            }
        }

        @Test func goesOnWithASimulatorThatBeganAgainFromItsLedger() async throws {
            let seed = Self.seed ?? .random(in: .min ... .max)
            try await blocking {
                var runs = try KilledRuns(seed: seed)
                for _ in 0..<8 { try runs.payOneOrderAcrossARestart() }
                print("seed \(seed): \(runs.kills) runs killed, \(runs.words) authorized again on the caller's word")
                try runs.checkPayments()
            }
        }

        @Test func endsWithTheStatusOfTheCommand() async throws {
            let folder = try CommandFolder()
            let path = folder.path
            try await blocking {
                let sample = try PayoutsProcess(["send", "--sample", "--yes"], in: path).end()
                #expect(sample.status == 0, "\(sample)")
                #expect(sample.lines.last == "5 items: 5 paid")
                #expect(try PayoutsProcess(["balance"], in: path).end().status == 2)
                #expect(try PayoutsProcess(["send", "--sample"], in: path).end().status == 2)
            }
        }
    }
}
