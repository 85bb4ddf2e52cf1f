import Foundation
import IyzicoMassPayout
import PayoutSimulator

/// Who works on a payout, at which provider, and what may go wrong.
struct Scenario: Sendable {
    /// The task of a worker.
    enum Role: String, Hashable, Sendable {
        case pay
        /// It comes with the payer's word that nothing is authorized at the provider or on its way there, and begins
        /// when that is true of an authorization that the journal announces.
        case authorizeAgain
        case cancel
    }

    /// A part of the argument that is taken away, to see that it is needed.
    enum Weakness: String, Hashable, Sendable {
        /// A line is written behind whichever line is the last.
        case appendsWithoutComparing
        /// An authorization's number may repeat, and no INSERT waits for another one.
        case authorizingIsNotUnique
        /// Every line has the same token.
        case tokensAreEqual
        /// An append is answered before its COMMIT.
        case answersBeforeCommit
        /// The request is sent however old its line is.
        case sendsLate
        /// A claim is always granted.
        case leasesKeepNobodyOut
    }

    /// How far the payout is when the workers come.
    enum Beginning: String, Hashable, Sendable {
        case recorded
        /// It is at the provider, which moves no money, and nobody needs the order any more.
        case initialized
    }

    var workers: [Role]
    var beginning = Beginning.recorded
    var behaviour = SimulatedBehaviour(repeatedAuthorize: .paysAgain)
    /// How many faults there are at most.
    var faults: Int
    var faultKinds = FaultKinds.representative
    var passedTimes: [PassedTime] = [.lease]
    var weaknesses: Set<Weakness> = []

    /// The provider's faults that are tried.
    enum FaultKinds: String, Hashable, Sendable {
        /// One of each kind that does something else at the provider or makes the client do something else.
        case representative
        /// Those of `RequestFaults`, which the schedules of one task go through.
        case all
    }

    /// The faults of a request. A late one may be any number of requests late, so the simulator's own late deliveries
    /// are left out; and no client survives an authorize that is delivered twice to a provider that pays twice.
    func faults(of operation: SimulatedOperation) -> [StepFault] {
        let isSurvivable = operation != .authorize || behaviour.repeatedAuthorize != .paysAgain
        let faults: [Fault] =
            switch (faultKinds, operation.isWrite) {
            case (.all, _): RequestFaults.all(for: operation).filter { !$0.isLate }
            case (.representative, true):
                [.dropBeforeReading, .tooManyRequests(retryAfter: 1), .duplicatedDelivery]
            case (.representative, false): [.dropBeforeReading, .staleRead(age: 1), .staleRead(age: 3)]
            }
        return faults.filter { isSurvivable || $0 != .duplicatedDelivery }.map { .provider($0) }
            + (operation.isWrite ? [.late] : [])
    }
}

extension Scenario {
    /// Every provider that pays again for a repeated authorize.
    static let worstBehaviours = SimulatedBehaviour.all.filter {
        $0.repeatedAuthorize == .paysAgain && $0.notFound == .failureWithStatus200
    }
}

extension Fault {
    fileprivate var isLate: Bool { if case .lateDelivery = self { true } else { false } }
}

extension Scenario: CustomStringConvertible {
    var description: String {
        let without = weaknesses.map(\.rawValue).sorted()
        return "\(workers.map(\.rawValue).joined(separator: ", ")); \(beginning.rawValue), up to \(faults) faults "
            + "(\(faultKinds.rawValue)); \(behaviour.repeatedInitialize), \(behaviour.repeatedExternalIDLookup)"
            + (without.isEmpty ? "" : "; \(without.joined(separator: ", "))")
    }
}

extension Scenario {
    /// The lines of a payout without times, which matter only to the payer's confirmation, by the age of the last
    /// authorization.
    func known(_ history: PayoutHistory, at now: Date) -> Fingerprint {
        var print = Fingerprint()
        for line in history.lines {
            print.add(line.step)
            print.add(line.token)
        }
        if workers.contains(.authorizeAgain), let time = history.state.lastAuthorization?.time {
            print.add(min(now.timeIntervalSince(time), TimeInterval(PassedTime.untilAuthorizedAgain.seconds)))
        }
        return print
    }
}
