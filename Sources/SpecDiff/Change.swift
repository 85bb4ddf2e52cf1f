package import SpecDiagnostics
package import SpecTree

/// One difference between two versions of an API.
package struct Change: Sendable {
    /// The direction of the values that a change is about.
    package enum Direction: String, Sendable, CaseIterable {
        case request
        case response
    }

    /// The id of the rule that judges it.
    package var rule: String
    package var wire: ChangeLevel
    /// The effect on Swift code that imports the generated module: the gravest level of `declarations`.
    package var source: ChangeLevel = .none
    package var direction: Direction?
    /// The subject in the words of the document: "property `currency` of `Amount`".
    package var subject: String
    /// The difference in one sentence, without a full stop.
    package var message: String
    /// The old and the new value, short; nil where one is missing.
    package var was: String?
    package var now: String?
    package var base: ChangeLocation?
    package var revision: ChangeLocation?
    /// The operation that changed, where several may share the subject: a parameter that one of them no longer takes.
    package var owner: String?
    /// The operations that it reaches, in the order of the documents: `GET /v1/balance`.
    package var operations: [String] = []
    /// The declarations of the generated module that differ because of it.
    package var declarations: [DeclarationChange] = []
    /// Remarks for readers.
    package var notes: [String] = []
    /// Whether it is shown before all others: effects and security requirements.
    package var isUrgent = false
    /// The reason why it is accepted; nil for a change that counts.
    package var accepted: Acceptance?

    package init(
        rule: String, wire: ChangeLevel, direction: Direction? = nil, subject: String, message: String,
        was: String? = nil, now: String? = nil, base: ChangeLocation?, revision: ChangeLocation?
    ) {
        self.rule = rule
        self.wire = wire
        self.direction = direction
        self.subject = subject
        self.message = message
        self.was = was
        self.now = now
        self.base = base
        self.revision = revision
    }

    /// The graver of both levels.
    package var level: ChangeLevel { max(wire, source) }
}

/// The gravity of a change, on the wire or in Swift.
package enum ChangeLevel: Int, Sendable, CaseIterable, Comparable {
    /// Clients behave and compile as before.
    case none
    /// Something is new or allowed; everything that works goes on.
    case info
    /// Requests and programs that work may mean or do something else.
    case warning
    /// Requests and programs that work may fail: a request is refused, an answer is misread, a program does not
    /// compile.
    case breaking

    package var word: String {
        switch self {
        case .none: "none"
        case .info: "info"
        case .warning: "warning"
        case .breaking: "breaking"
        }
    }

    package static func < (first: Self, second: Self) -> Bool {
        first.rawValue < second.rawValue
    }
}

/// The location of one side of a change.
package struct ChangeLocation: Hashable, Sendable {
    /// The location to show: the word, value or name that differs.
    package var location: SourceLocation
    /// The subject's location: the property, parameter, response or operation that changed.
    package var subject: SourceLocation
    /// The pointer to the subject in its document; empty until it is looked up.
    package var pointer = JSONPointer()

    package init(_ location: SourceLocation, in subject: SourceLocation? = nil) {
        self.location = location
        self.subject = subject ?? location
    }
}

/// A declaration of the generated module that differs, and the effect on code that imports the module.
package struct DeclarationChange: Hashable, Sendable {
    /// Its name within the module: `Amount.currency`, `Amount.init(value:currency:)`.
    package var name: String
    package var level: ChangeLevel
    /// The old and the new declaration, without access level; nil where one is missing.
    package var was: String?
    package var now: String?
    /// The effect on code that uses it: one sentence, without a full stop.
    package var effect: String
    /// The locations in the documents that it is generated from.
    package var base: SourceLocation?
    package var revision: SourceLocation?
    /// Nil for the declaration's type, its place or the declaration as a whole.
    package var concern: Concern?
    /// The locations of the type or the operation that it belongs to.
    package var baseOwner: SourceLocation?
    package var revisionOwner: SourceLocation?
}
