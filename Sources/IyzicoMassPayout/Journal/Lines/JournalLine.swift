public import Foundation
import KurusRuntime

/// One line of a payout: a step, and who took it when. No credentials, no recipient, no name.
public struct JournalLine: Hashable, Sendable {
    /// Its place among the payout's lines, counted from 1.
    public let number: Int
    /// By the journal's clock; nil in a journal's first version.
    public let time: Date?
    /// Who was at work; nil in a journal's first version.
    public let actor: String?
    /// What its writer knows it by; nil in a journal's first version.
    public let token: String?
    /// The step that it records.
    public let step: JournalStep

    /// A line as the journal holds it.
    public init(number: Int, time: Date?, actor: String?, token: String?, step: JournalStep) {
        self.number = number
        self.time = time
        self.actor = actor
        self.token = token
        self.step = step
    }
}

/// A line to be written behind the last one that its writer has read.
public struct JournalAppend: Hashable, Sendable {
    /// The payout whose sequence it continues.
    public let payoutID: String
    /// The number of the last line that the writer has read; 0 where there was none.
    public let after: Int
    /// A random text of this append's own: the same only when the same append is repeated.
    public let token: String
    /// The name of whoever is at work.
    public let actor: String
    /// The step that it records.
    public let step: JournalStep

    /// A line that is to be appended.
    public init(payoutID: String, after: Int, token: String, actor: String, step: JournalStep) {
        self.payoutID = payoutID
        self.after = after
        self.token = token
        self.actor = actor
        self.step = step
    }
}

/// What became of an append.
public enum AppendOutcome: Hashable, Sendable {
    /// The line is kept, by this call or by an earlier one of the same append.
    case appended(JournalLine)
    /// Nothing was written, and this append never will be.
    case refused(AppendRefusal)
}

/// Why a line is not written.
public enum AppendRefusal: Hashable, Sendable {
    /// Somebody else wrote a line since the writer has read.
    case overtaken
    /// An authorization of this number, or a later one, was announced before.
    case authorizationExists
    /// The payout is given up, or another one was started under its id: it is never authorized.
    case neverAuthorized
    /// Only the writer of `authorizing` knows that it was not sent.
    case notTheWriter
    /// The journal has no such payout.
    case unknownPayout
}

/// What a payout came to.
public enum JournalStep: Hashable, Sendable {
    /// initialize is about to be sent.
    case initializing
    /// The initialize announced last was certainly not carried out: it did not leave this machine, or was refused.
    case notInitialized
    /// The provider has a payout of this id that this journal never started: it is never initialized or authorized from
    /// here on.
    case startedElsewhere
    /// initialize was answered; ids of the items that it refused.
    case initialized(requestID: String, refusedItems: [String])
    /// From here on this payout is this request, for good: it is never initialized again.
    case pinned(requestID: String, refusedItems: [String])
    /// The payer handed the payout over: from here on a worker may authorize it, on any machine (`PayoutWorker`).
    case released
    /// authorize is about to be sent, by the writer of this line and nobody else.
    ///
    /// - number: Counted from 1, never the same again for a payout. 0 in a line of a journal's first version, which had
    ///   no numbers; a history numbers those.
    case authorizing(requestID: String, number: Int)
    /// The authorize of that number did not leave this machine.
    ///
    /// - writer: The token of the line that announced it, which only its writer gives; nil in a journal's first version.
    case authorizationNotSent(number: Int, writer: String?)
    /// Authorized by someone that this journal does not know: read only, by its requestId where that is known.
    case following(requestID: String?)
    /// The payer gave the payout up: it is never authorized from here on.
    case cancelling(requestID: String?)
    /// What reading it gave when nothing was open any more, or when the payer gave up what was never authorized.
    case ended([RecordedEnd])
}

/// The end of one item.
public struct RecordedEnd: Hashable, Sendable {
    /// The item's id in its order.
    public let itemID: String
    /// The end as the provider reported it.
    public let end: ItemEnd
    /// The provider's code of the item, where it was told.
    public let referenceCode: String?
    /// What the provider charged, in the payout's currency, where it was told.
    public let commission: Decimal?

    /// An item's end, as the journal keeps it.
    public init(itemID: String, end: ItemEnd, referenceCode: String? = nil, commission: Decimal? = nil) {
        self.itemID = itemID
        self.end = end
        self.referenceCode = referenceCode
        self.commission = commission
    }
}

/// A line's time as text: RFC 3339 §5.6 in UTC, with milliseconds.
enum JournalTime {
    /// A moment as a line can hold it.
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
