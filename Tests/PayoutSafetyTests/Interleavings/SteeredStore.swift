import Foundation
import IyzicoMassPayout

/// A database's state of one payout: committed lines, open transactions, and a lease.
///
/// A reader sees what is committed. An INSERT of a line waits for every transaction that is open, as one into a unique
/// index does; so at most one is, unless a weakness has it otherwise.
struct SteeredStore: Sendable {
    /// A transaction that inserted a line and is not committed.
    private struct OpenAppend {
        let append: JournalAppend
        let time: Date
    }

    private let weaknesses: Set<Scenario.Weakness>
    private(set) var history: PayoutHistory
    private(set) var lease: JournalLease?
    private var open: [Int: OpenAppend] = [:]
    /// How many transactions each worker began.
    private var begun: [Int: Int] = [:]

    init(_ history: PayoutHistory, _ weaknesses: Set<Scenario.Weakness>) {
        self.history = history
        self.weaknesses = weaknesses
    }

    /// Writes lines at once, by somebody who is gone.
    mutating func write(_ steps: [JournalStep], at time: Date) {
        for step in steps {
            let number = history.lines.count + 1
            history.take(
                JournalLine(number: number, time: time, actor: "enqueue", token: "enqueue \(number)", step: step))
        }
    }

    /// Whether an INSERT of a line waits now, for one of the same number or of the same authorization.
    func insertWaits(_ step: JournalStep) -> Bool {
        open.values.contains { other in
            !weaknesses.contains(.appendsWithoutComparing)
                || !weaknesses.contains(.authorizingIsNotUnique) && step.isAuthorizing
                    && other.append.step.isAuthorizing
        }
    }

    var openAppends: [JournalAppend] { open.sorted { $0.key < $1.key }.map(\.value.append) }

    /// The result of an INSERT: the number of the transaction that it opens, or an immediate outcome.
    mutating func insert(_ append: JournalAppend, of worker: Int, at time: Date) -> Result<Int, InsertEnd> {
        let known = weakened(append)
        switch history.verdict(on: known) {
        case .written(let line):
            let own = JournalLine(
                number: line.number, time: line.time, actor: line.actor, token: append.token, step: line.step)
            return .failure(InsertEnd(outcome: .appended(own)))
        case .refuse(let refusal): return .failure(InsertEnd(outcome: .refused(refusal)))
        case .write:
            begun[worker, default: 0] += 1
            let number = worker * 100 + begun[worker, default: 0]
            open[number] = OpenAppend(append: append, time: time)
            return .success(number)
        }
    }

    /// An append that ends without a transaction.
    struct InsertEnd: Error {
        let outcome: AppendOutcome
    }

    /// Makes a transaction's line visible.
    mutating func commit(_ transaction: Int) -> JournalLine? {
        guard let (append, time) = open.removeValue(forKey: transaction).map({ ($0.append, $0.time) }) else {
            return nil
        }
        let kept = weakened(append)
        history.take(
            JournalLine(
                number: history.lines.count + 1, time: time, actor: append.actor, token: kept.token, step: kept.step))
        return JournalLine(
            number: history.lines.count, time: time, actor: append.actor, token: append.token, step: append.step)
    }

    mutating func rollBack(_ transaction: Int) {
        open[transaction] = nil
    }

    /// The append as a journal without a part of the argument takes it.
    private func weakened(_ append: JournalAppend) -> JournalAppend {
        var (after, token, step) = (append.after, append.token, append.step)
        if weaknesses.contains(.appendsWithoutComparing) { after = history.lines.count }
        if weaknesses.contains(.authorizingIsNotUnique), case .authorizing(let id, _) = step {
            step = .authorizing(requestID: id, number: history.state.nextAuthorization)
        }
        if weaknesses.contains(.tokensAreEqual) {
            token = "token"
            if case .authorizationNotSent(let number, _) = step {
                step = .authorizationNotSent(number: number, writer: token)
            }
        }
        return JournalAppend(
            payoutID: append.payoutID, after: after, token: token, actor: append.actor, step: step)
    }
}

// A lease decides who works next, and nothing else.
extension SteeredStore {
    mutating func claim(by owner: LeaseOwner, for duration: Duration, at now: Date) -> ClaimOutcome {
        if let lease, lease.end ?? .distantFuture > now, lease.owner != owner,
            !weaknesses.contains(.leasesKeepNobodyOut)
        {
            return .busy(lease.owner)
        }
        let lease = JournalLease(payoutID: history.payout.id, owner: owner, end: now + duration.wholeSeconds)
        self.lease = lease
        return .claimed(lease)
    }

    mutating func renew(_ old: JournalLease, for duration: Duration, at now: Date) -> JournalLease? {
        let isKept = lease.map { $0.owner == old.owner && $0.end ?? .distantFuture > now } ?? false
        guard isKept || weaknesses.contains(.leasesKeepNobodyOut) else { return nil }
        let renewed = JournalLease(payoutID: old.payoutID, owner: old.owner, end: now + duration.wholeSeconds)
        lease = renewed
        return renewed
    }

    mutating func release(_ old: JournalLease) {
        if lease?.owner == old.owner { lease = nil }
    }
}

extension JournalStep {
    var isAuthorizing: Bool { if case .authorizing = self { true } else { false } }
}

extension Duration {
    fileprivate var wholeSeconds: TimeInterval { TimeInterval(components.seconds) }
}
