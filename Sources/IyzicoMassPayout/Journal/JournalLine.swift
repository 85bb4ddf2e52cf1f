public import Foundation

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
