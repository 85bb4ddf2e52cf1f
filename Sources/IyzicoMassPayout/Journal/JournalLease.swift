public import Foundation

/// Who works on a payout.
public struct LeaseOwner: Hashable, Sendable {
    /// A random text that tells one run from another.
    public let token: String
    /// The person or service that is at work.
    public let actor: String
    /// The name of the machine.
    public let host: String
    /// The process's number on that machine.
    public let process: Int32

    /// A run of this process, unless another one is named.
    ///
    /// - Parameters:
    ///   - token: A text that no other lease has.
    ///   - actor: The name of whoever is at work.
    ///   - host: This machine's name when nil.
    ///   - process: This process when nil.
    public init(token: String, actor: String, host: String? = nil, process: Int32? = nil) {
        self.token = token
        self.actor = actor
        self.host = host ?? ThisMachine.hostName
        self.process = process ?? ThisMachine.process
    }
}

extension LeaseOwner: CustomStringConvertible {
    /// `ayse@office, process 4711 on office`.
    public var description: String { "\(actor), process \(process) on \(host)" }
}

/// A payout taken for one owner.
public struct JournalLease: Hashable, Sendable {
    /// The payout that is taken.
    public let payoutID: String
    /// The run that has it.
    public let owner: LeaseOwner
    /// When it ends by the journal's clock; nil where it ends with its process.
    public let end: Date?

    /// A lease as the journal wrote it.
    public init(payoutID: String, owner: LeaseOwner, end: Date?) {
        self.payoutID = payoutID
        self.owner = owner
        self.end = end
    }
}

/// What became of a claim.
public enum ClaimOutcome: Hashable, Sendable {
    /// The payout is the caller's until the lease ends.
    case claimed(JournalLease)
    /// Somebody else has it: who, where that is known.
    case busy(LeaseOwner?)
    /// The journal has no such payout.
    case unknownPayout
}
