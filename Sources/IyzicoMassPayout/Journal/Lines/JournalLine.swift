public import Foundation
import KurusRuntime

/// One line of a payout: a step, its time and its actor. It holds no credentials, recipients or names.
public struct JournalLine: Hashable, Sendable {
    /// Its number among the payout's lines, counted from 1.
    public let number: Int
    /// The time by the journal's clock; nil in a journal's first version.
    public let time: Date?
    /// The person or service at work; nil in a journal's first version.
    public let actor: String?
    /// The writer's token for it; nil in a journal's first version.
    public let token: String?
    /// The step that it records.
    public let step: JournalStep

    /// Creates a line.
    public init(number: Int, time: Date?, actor: String?, token: String?, step: JournalStep) {
        self.number = number
        self.time = time
        self.actor = actor
        self.token = token
        self.step = step
    }
}

extension JournalLine {
    /// The line that an append writes.
    package init(_ append: JournalAppend, number: Int, at time: Date) {
        self.init(number: number, time: time, actor: append.actor, token: append.token, step: append.step)
    }
}

/// A line to write after the last one that its writer has read.
public struct JournalAppend: Hashable, Sendable {
    /// The payout to which it belongs.
    public let payoutID: String
    /// The number of the last line that the writer has read; 0 before the first.
    public let after: Int
    /// A random text that identifies this append and stays the same when it is repeated.
    public let token: String
    /// The person or service at work.
    public let actor: String
    /// The step that it records.
    public let step: JournalStep

    /// Creates an append.
    public init(payoutID: String, after: Int, token: String, actor: String, step: JournalStep) {
        self.payoutID = payoutID
        self.after = after
        self.token = token
        self.actor = actor
        self.step = step
    }
}

/// The outcome of an append.
public enum AppendOutcome: Hashable, Sendable {
    /// The line is kept, by this call or by an earlier one of the same append.
    case appended(JournalLine)
    /// Nothing was written, and this append never will be.
    case refused(AppendRefusal)
}

/// The reason why a line is not written.
public enum AppendRefusal: Hashable, Sendable {
    /// Another writer added a line since the writer read.
    case overtaken
    /// An authorization of this number, or a later one, was announced before.
    case authorizationExists
    /// The payout is cancelled, or another one was started under its id, so it is never authorized.
    case neverAuthorized
    /// Only the writer of `authorizing` knows that it was not sent.
    case notTheWriter
    /// The journal has no such payout.
    case unknownPayout
}

/// A step of a payout.
public enum JournalStep: Hashable, Sendable {
    /// initialize is about to be sent.
    case initializing
    /// The initialize announced last was certainly not carried out: it did not leave this machine, or was refused.
    case notInitialized
    /// The provider has a payout of this id that this journal never started, so it is never initialized or authorized.
    case startedElsewhere
    /// initialize was answered, with the ids of the items that it refused.
    case initialized(requestID: String, refusedItems: [String])
    /// The payout is bound to this request and never initialized again.
    case pinned(requestID: String, refusedItems: [String])
    /// The payer handed the payout over: a worker on any machine may now authorize it (`PayoutWorker`).
    case released
    /// authorize is about to be sent, only by the writer of this line.
    ///
    /// - number: Counted from 1 and unique per payout. 0 in a line of a journal's first version, which had no numbers;
    ///   a history numbers those.
    case authorizing(requestID: String, number: Int)
    /// The authorize of that number did not leave this machine.
    ///
    /// - writer: The token of the line that announced it, known only to its writer; nil in a journal's first version.
    case authorizationNotSent(number: Int, writer: String?)
    /// Authorized by someone unknown to this journal: it is only read, by its requestId if known.
    case following(requestID: String?)
    /// The payer cancelled the payout: it is never authorized.
    case cancelling(requestID: String?)
    /// The ends that were read when no item was open, or recorded when the payer cancelled a payout that was never
    /// authorized.
    case ended([RecordedEnd])
}

/// The end of one item.
public struct RecordedEnd: Hashable, Sendable {
    /// The item's id in its order.
    public let itemID: String
    /// The end as the provider reported it.
    public let end: ItemEnd
    /// The provider's code of the item, if known.
    public let referenceCode: String?
    /// The provider's commission in the payout's currency, if known.
    public let commission: Decimal?

    /// Creates an end.
    public init(itemID: String, end: ItemEnd, referenceCode: String? = nil, commission: Decimal? = nil) {
        self.itemID = itemID
        self.end = end
        self.referenceCode = referenceCode
        self.commission = commission
    }
}

/// Converts a line's time to and from text: RFC 3339 §5.6 in UTC, with milliseconds.
enum JournalTime {
    /// Returns the time rounded to the precision of a line.
    static func rounded(_ date: Date) -> Date { DateTime(date).date }

    /// `2026-12-01T09:30:00.125Z`.
    static func text(_ date: Date) -> String { DateTime(date).description }

    /// `2026-12-01`, in UTC.
    static func day(_ date: Date) -> String { DateTime(date).calendarDate.description }

    static func read(from reader: inout JSONReader) throws(JSONError) -> Date {
        let start = reader.offset
        guard let date = DateTime(try reader.read(String.self))?.date else {
            throw JSONError(.notRepresentable(type: "date-time"), offset: start)
        }
        return date
    }
}
