/// What was found, where, what is allowed, and what to do.
package struct Diagnostic: Sendable {
    package enum Severity: String, Sendable {
        case error
        case warning
    }

    /// A second place that belongs to a diagnostic, such as the first of two equal names.
    package struct Note: Sendable {
        package let message: String
        package let location: SourceLocation?

        package init(_ message: String, at location: SourceLocation? = nil) {
            self.message = message
            self.location = location
        }
    }

    package let id: DiagnosticID
    package let severity: Severity
    package let message: String
    package let location: SourceLocation?
    package let notes: [Note]

    package init(
        _ id: DiagnosticID, _ severity: Severity, _ message: String, at location: SourceLocation?, notes: [Note] = []
    ) {
        self.id = id
        self.severity = severity
        self.message = message
        self.location = location
        self.notes = notes
    }
}

/// The diagnostics of a run, in the order they were found.
package struct Diagnostics: Sendable {
    package private(set) var all: [Diagnostic] = []

    package init() {}

    package var hasErrors: Bool {
        all.contains { $0.severity == .error }
    }

    package mutating func error(
        _ id: DiagnosticID, _ message: String, at location: SourceLocation?, notes: [Diagnostic.Note] = []
    ) {
        all.append(Diagnostic(id, .error, message, at: location, notes: notes))
    }

    package mutating func warning(
        _ id: DiagnosticID, _ message: String, at location: SourceLocation?, notes: [Diagnostic.Note] = []
    ) {
        all.append(Diagnostic(id, .warning, message, at: location, notes: notes))
    }
}
