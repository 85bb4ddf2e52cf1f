import IyzicoMassPayout
import PayoutSimulator

/// The step before which a worker pauses: an operation that others can observe or that observes others.
enum SteeredStep: Hashable, Sendable {
    case readJournal
    case claim
    case renew
    case release
    /// A line's INSERT, which waits for every open transaction that inserts a line behind the same one.
    case insert(JournalStep)
    /// The COMMIT of that INSERT: until then nobody sees the line.
    case commit(JournalStep)
    case request(SimulatedOperation)
    /// The answer to a write of the journal, which a pause may delay.
    case answer

    /// Whether others can see that it was taken. A crash before a step that nobody sees is the same as one before the
    /// next step that somebody does.
    var isVisible: Bool {
        switch self {
        case .readJournal, .answer: false
        case .request(let operation): operation.isWrite
        default: true
        }
    }

    /// The step that a pause must not delay for as long as authorizing again takes: the promise excludes it (rule 6 of
    /// `PayoutJournal`).
    var isBetweenCheckAndSend: Bool { self == .request(.authorize) }

    var isCommit: Bool { if case .commit = self { true } else { false } }
}

extension SteeredStep: CustomStringConvertible {
    var description: String {
        switch self {
        case .readJournal: "read the journal"
        case .claim: "claim"
        case .renew: "renew"
        case .release: "release"
        case .insert(let step): "insert \(step.name)"
        case .commit(let step): "commit \(step.name)"
        case .request(let operation): "send \(operation)"
        case .answer: "hear the journal's answer"
        }
    }
}

extension SimulatedOperation {
    var isWrite: Bool {
        switch self {
        case .initialize, .authorize, .cancel: true
        default: false
        }
    }
}

extension JournalStep {
    /// Its kind, without what it holds.
    var name: String {
        switch self {
        case .initializing: "initializing"
        case .notInitialized: "notInitialized"
        case .startedElsewhere: "startedElsewhere"
        case .initialized: "initialized"
        case .pinned: "pinned"
        case .released: "released"
        case .authorizing(_, let number): "authorizing \(number)"
        case .authorizationNotSent(let number, _): "authorizationNotSent \(number)"
        case .following: "following"
        case .cancelling: "cancelling"
        case .ended: "ended"
        }
    }
}

/// The fault of a step of a worker that survives.
enum StepFault: Hashable, Sendable {
    case provider(Fault)
    /// A request whose caller gives up, and which arrives at any later moment.
    case late
    /// COMMIT's answer is lost, and the transaction is open until any later moment.
    case commitStaysOpen
    /// COMMIT's answer is lost, and the transaction was rolled back.
    case commitRolledBack
}

/// The time that passes while workers pause.
enum PassedTime: Hashable, Sendable {
    /// Past the end of every lease, and past the 5 s within which a request is sent.
    case lease
    /// Past the 15 minutes after which the caller's word authorizes again.
    case untilAuthorizedAgain

    var seconds: Int {
        switch self {
        case .lease: 61
        case .untilAuthorizedAgain: 901
        }
    }
}

/// One decision of a schedule: who goes on, and what goes wrong.
enum Choice: Hashable, Sendable {
    case step(worker: Int)
    case fault(worker: Int, StepFault)
    /// - sent: Whether what the worker was about to send is on its way all the same.
    case crash(worker: Int, sent: Bool)
    case pass(PassedTime)
    /// A request or COMMIT that is on its way arrives.
    case arrive(message: Int)
    /// A COMMIT that was answered before it was sent fails.
    case lose(message: Int)

    /// Whether it counts as a fault.
    var isFault: Bool {
        switch self {
        case .fault, .crash, .pass, .lose: true
        case .step, .arrive: false
        }
    }
}
