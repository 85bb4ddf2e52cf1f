package import SpecDiagnostics
package import SpecTree

/// One thing that is different between two versions of an API.
package struct Change: Sendable {
    /// Which way the values go that a change is about; nil for what is neither sent nor read.
    package enum Direction: String, Sendable, CaseIterable {
        case request
        case response
    }

    /// The id of the rule that judges it.
    package var rule: String
    package var wire: ChangeLevel
    /// What it does to Swift code that imports the generated module: the gravest of `declarations`.
    package var source: ChangeLevel = .none
    package var direction: Direction?
    /// What it is about, in the words of the document: "property `currency` of `Amount`".
    package var subject: String
    /// One sentence, without a full stop: what is different.
    package var message: String
    /// What was and what is, short; nil where there was or is nothing.
    package var was: String?
    package var now: String?
    package var base: ChangeLocation?
    package var revision: ChangeLocation?
    /// The operation that it is a change of, where its subject may be shared by several: one no longer takes a parameter.
    package var owner: String?
    /// The operations that it reaches, in the order of the documents: `GET /v1/balance`.
    package var operations: [String] = []
    /// The declarations of the generated module that differ because of it.
    package var declarations: [DeclarationChange] = []
    /// What else its readers should know.
    package var notes: [String] = []
    /// Shown before all others: effects and security requirements.
    package var isUrgent = false
    /// Why it is accepted; nil for a change that counts.
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

/// How grave a change is, on the wire or in Swift.
package enum ChangeLevel: Int, Sendable, CaseIterable, Comparable {
    /// Nothing is different for who sends and reads, or compiles.
    case none
    /// Something is new or allowed; what works goes on.
    case info
    /// What works may mean or do something else.
    case warning
    /// What works may fail: a request is refused, an answer is misread, a program does not compile.
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

/// Where one side of a change stands.
package struct ChangeLocation: Hashable, Sendable {
    /// What to show: the word, value or name that is different.
    package var location: SourceLocation
    /// What it belongs to: the property, parameter, response or operation that the change is about.
    package var subject: SourceLocation
    /// The way to the subject in its document; empty until it is looked up.
    package var pointer = JSONPointer()

    package init(_ location: SourceLocation, in subject: SourceLocation? = nil) {
        self.location = location
        self.subject = subject ?? location
    }
}
