package import SourceText

/// An error or a warning: the finding, its location, the allowed values and the remedy.
package struct Diagnostic: Sendable {
    package enum Severity: String, Sendable {
        case error
        case warning
    }

    /// A second location that belongs to a diagnostic, such as the first of two equal names.
    package struct Note: Sendable {
        package let message: String
        package let location: SourceLocation?

        package init(_ message: String, at location: SourceLocation? = nil) {
            self.message = message
            self.location = location
        }
    }

    /// The subject of a diagnostic.
    package enum Place: Sendable {
        case none
        /// A file or folder as a whole, for example one that cannot be read.
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

    /// The location in a file; nil when the diagnostic is about a whole file, or about none.
    package var location: SourceLocation? {
        if case .location(let location) = place { location } else { nil }
    }

    package var asWarning: Diagnostic {
        Diagnostic(id, .warning, message, at: place, notes: notes)
    }
}

/// The diagnostics of a run, in the order in which they were found.
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

    /// Adds an error about a whole file or folder; prints as `path: error: …`.
    package mutating func error(_ id: DiagnosticID, _ message: String, in path: String) {
        all.append(Diagnostic(id, .error, message, at: .path(path)))
    }

    /// Adds a warning about a whole file or folder; prints as `path: warning: …`.
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

    package func map(_ transform: (Diagnostic) -> Diagnostic) -> Diagnostics {
        var result = Diagnostics()
        result.all = all.map(transform)
        return result
    }

    /// Appends the diagnostics of a later stage.
    package mutating func append(_ other: Diagnostics) {
        all += other.all
    }
}

extension Diagnostics {
    /// Returns the diagnostics in the order of the pages: by file, then by location, without duplicates. Those without
    /// a location come last.
    ///
    /// - Parameter files: The order of the files; others follow in the order found.
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

    /// The parts of a diagnostic that decide whether two are duplicates.
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
