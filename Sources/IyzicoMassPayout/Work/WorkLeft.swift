/// Why a worker left a payout before its end.
public enum WorkLeft: String, Hashable, Sendable, CaseIterable {
    /// It is authorized, and the provider is at it.
    case underWay
    /// The provider could not be reached or read, or authorize did not leave this machine.
    case unreachable
    /// The provider has more or less than was ordered, or refused it.
    case notAsOrdered
    /// The provider has a payout of this id that this journal did not make.
    case startedElsewhere
    /// authorize was announced, and the payout reads as not authorized, or cannot be read.
    case outcomeUnknown
    /// cancel was sent, and the payout does not read as cancelled.
    case cancellationUnknown
    /// It is not authorized, and no worker may do so: it is not released, or its order is needed.
    case notReleased

    /// Whether only a person can settle it. Workers look again all the same, since a person may have done so at the
    /// provider.
    public var needsPerson: Bool {
        switch self {
        case .underWay, .unreachable: false
        case .notAsOrdered, .startedElsewhere, .outcomeUnknown, .cancellationUnknown, .notReleased: true
        }
    }

    /// How often in a row the provider has to be unreachable until a worker that is to end does not wait for it, and a
    /// person is told.
    public static let givesUpAfter = 5
}

extension PayoutError {
    /// Why a worker that met this error leaves the payout; nil where the error is not of the payout: somebody else has it,
    /// the journal failed, or the worker was stopped.
    public var workLeft: WorkLeft? {
        switch kind {
        case .journal, .alreadyRunning, .overtaken, .unknownPayout, .interrupted: nil
        case .stillOpen(.some, nil): .underWay
        case .stillOpen, .notInitialized, .authorizationNotSent: .unreachable
        case .differentOrder, .repeats, .refused, .itemsRefused, .mismatch: .notAsOrdered
        case .startedElsewhere, .requestIDNeeded: .startedElsewhere
        case .outcomeUnknown, .tooSoonToAuthorizeAgain: .outcomeUnknown
        case .cancellationUnknown: .cancellationUnknown
        case .orderNeeded, .notReleased: .notReleased
        }
    }
}
