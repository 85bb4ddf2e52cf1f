public import Foundation

/// A payout as one reading of the journal found it.
public struct PayoutHistory: Hashable, Sendable {
    /// The order that it belongs to.
    public let orderID: String
    /// The payout as it was ordered.
    public let payout: RecordedPayout
    /// In their sequence: the line of number n is at n - 1.
    public private(set) var lines: [JournalLine]
    /// When it was read, by the journal's clock.
    public var readAt: Date
    /// The lines, folded.
    public private(set) var state: PayoutState

    /// A history of these lines.
    ///
    /// - Parameters:
    ///   - orderID: The order that it belongs to.
    ///   - payout: The payout as it was ordered.
    ///   - lines: The payout's lines in their sequence.
    ///   - readAt: When it was read, by the journal's clock.
    public init(orderID: String, payout: RecordedPayout, lines: [JournalLine] = [], readAt: Date) {
        self.orderID = orderID
        self.payout = payout
        self.readAt = readAt
        self.lines = []
        state = PayoutState(orderID: orderID, payout: payout)
        for line in lines { take(line) }
    }

    /// Adds a line behind the last one.
    public mutating func take(_ line: JournalLine) {
        let line = state.numbered(line)
        lines.append(line)
        state.take(line)
    }
}

/// What a journal is to do about an append.
public enum AppendVerdict: Hashable, Sendable {
    /// Write it, as the line of this number.
    case write(number: Int)
    /// It was written before, as this line.
    case written(JournalLine)
    /// Write nothing, and throw this.
    case refuse(AppendRefusal)
}

extension PayoutHistory {
    /// What is to be done about an append to this history, which nobody may change until that is done.
    ///
    /// Rules 1 to 4 of `PayoutJournal`. The number of the line and the number of the authorization guard each other: a
    /// journal may enforce both by unique indexes as well.
    public func verdict(on append: JournalAppend) -> AppendVerdict {
        if lines.indices.contains(append.after), lines[append.after].token == append.token {
            return .written(lines[append.after])
        }
        if let refusal = refusal(of: append.step) { return .refuse(refusal) }
        return append.after == lines.count ? .write(number: lines.count + 1) : .refuse(.overtaken)
    }

    private func refusal(of step: JournalStep) -> AppendRefusal? {
        let last = state.lastAuthorization
        switch step {
        case .authorizing(_, let number):
            if number <= last?.number ?? 0 { return .authorizationExists }
            return state.isCancelling || state.isStartedElsewhere ? .neverAuthorized : nil
        case .authorizationNotSent(let number, let writer):
            let isWriter = last?.number == number && writer != nil && last?.token == writer
            return isWriter ? nil : .notTheWriter
        default: return nil
        }
    }
}
