package import SourceText

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

    /// What a diagnostic is about.
    package enum Place: Sendable {
        case none
        /// A file or folder as a whole, one that cannot be read for example.
        case path(String)
        case location(SourceLocation)
    }

    package let id: DiagnosticID
    package let severity: Severity
    package let message: String
    package let place: Place
    package let notes: [Note]

    package init(
        _ id: DiagnosticID, _ severity: Severity, _ message: String, at location: SourceLocation?, notes: [Note] = []
    ) {
        self.init(id, severity, message, at: location.map(Place.location) ?? .none, notes: notes)
    }

    package init(_ id: DiagnosticID, _ severity: Severity, _ message: String, at place: Place, notes: [Note] = []) {
        self.id = id
        self.severity = severity
        self.message = message
        self.place = place
        self.notes = notes
    }

    /// Nil when it is about a file as a whole, or about no file.
    package var location: SourceLocation? {
        if case .location(let location) = place { location } else { nil }
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

    package mutating func error(_ id: DiagnosticID, _ message: String, at place: Diagnostic.Place) {
        all.append(Diagnostic(id, .error, message, at: place))
    }

    /// An error about a file or folder as a whole; prints as `path: error: …`.
    package mutating func error(_ id: DiagnosticID, _ message: String, in path: String) {
        all.append(Diagnostic(id, .error, message, at: .path(path)))
    }

    /// A warning about a file or folder as a whole; prints as `path: warning: …`.
    package mutating func warning(_ id: DiagnosticID, _ message: String, in path: String) {
        all.append(Diagnostic(id, .warning, message, at: .path(path)))
    }

    package mutating func append(_ diagnostic: Diagnostic) {
        all.append(diagnostic)
    }

    package func filter(_ isIncluded: (Diagnostic) -> Bool) -> Diagnostics {
        var filtered = Diagnostics()
        filtered.all = all.filter(isIncluded)
        return filtered
    }

    /// Adds the diagnostics of another stage behind these.
    package mutating func append(_ other: Diagnostics) {
        all += other.all
    }
}

extension Diagnostics {
    /// The same diagnostics as a reader of the pages meets them: by file, then by place; those without a place come last.
    /// What says the same of the same place stands once.
    ///
    /// - Parameter files: The order of the files; others stand behind, in the order found.
    package func inReadingOrder(of files: [SourceFile]) -> Diagnostics {
        var ranks = Dictionary(files.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        var seen: Set<Statement> = []
        let distinct = all.filter { seen.insert(Statement($0)).inserted }
        let keyed = distinct.enumerated().map { index, diagnostic in
            guard let location = diagnostic.location else { return (Int.max, 0, index, diagnostic) }
            let rank = ranks[location.file] ?? ranks.count
            ranks[location.file] = rank
            return (rank, location.offset, index, diagnostic)
        }
        var ordered = Diagnostics()
        for (_, _, _, diagnostic) in keyed.sorted(by: { ($0.0, $0.1, $0.2) < ($1.0, $1.1, $1.2) }) {
            ordered.append(diagnostic)
        }
        return ordered
    }

    /// What makes two diagnostics one.
    private struct Statement: Hashable {
        let id: DiagnosticID
        let message: String
        let location: SourceLocation?

        init(_ diagnostic: Diagnostic) {
            id = diagnostic.id
            message = diagnostic.message
            location = diagnostic.location
        }
    }
}
