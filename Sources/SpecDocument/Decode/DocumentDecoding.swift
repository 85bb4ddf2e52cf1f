import SourceText
import SpecDiagnostics
import SpecTree

/// State shared by the decoders of one document: the diagnostics, and the depth of nested objects.
final class DocumentDecoding {
    /// The number of objects that may be nested. Callbacks hold path items, which hold callbacks; encodings hold
    /// headers, which hold encodings; one round has five objects at most. Schemas nest deeper, but are decoded without
    /// recursion and do not count.
    private static let nestingLimit = 40

    private struct Finding {
        let id: DiagnosticID
        let severity: Diagnostic.Severity
        let message: String
        let location: SourceLocation
        var notes: [Diagnostic.Note] = []
    }

    /// The version of the document, which some fields and values depend on.
    let version: SpecificationVersion
    private var found: [Finding] = []
    private var nesting = 0
    /// The document; nil where only a part of it is read.
    private let root: JSONNode?

    init(of root: JSONNode? = nil, in version: SpecificationVersion) {
        self.root = root
        self.version = version
    }

    /// Adds the diagnostics ordered by location, because decoders ask for fields in an order of their own. Those at
    /// values that an overlay put into the document come last.
    func report(on page: SourceFile, to diagnostics: inout Diagnostics) {
        var files = [page: 0]
        let keyed = found.map { finding in
            let file = files[finding.location.file] ?? files.count
            files[finding.location.file] = file
            return (file: file, offset: finding.location.offset, finding: finding)
        }
        for (_, _, finding) in keyed.sorted(by: { ($0.file, $0.offset) < ($1.file, $1.offset) }) {
            switch finding.severity {
            case .error:
                diagnostics.error(finding.id, finding.message, at: finding.location, notes: finding.notes)
            case .warning:
                diagnostics.warning(finding.id, finding.message, at: finding.location, notes: finding.notes)
            }
        }
    }

    func error(
        _ id: DiagnosticID, _ message: String, at location: SourceLocation, notes: [Diagnostic.Note] = []
    ) {
        found.append(Finding(id: id, severity: .error, message: message, location: location, notes: notes))
    }

    /// Warns about a breach of the specification that leaves the document usable: 26 of 69 real documents have some.
    func warn(_ message: String, at location: SourceLocation, notes: [Diagnostic.Note] = []) {
        found.append(
            Finding(id: .sloppyDocument, severity: .warning, message: message, location: location, notes: notes))
    }

    func unknownField(_ message: String, at location: SourceLocation) {
        found.append(Finding(id: .unknownField, severity: .warning, message: message, location: location))
    }

    /// Warns about a part of the document that is read and has no effect on what is generated.
    func notFollowed(_ message: String, at location: SourceLocation) {
        found.append(Finding(id: .notFollowed, severity: .warning, message: message, location: location))
    }

    func wrongType(_ place: ValuePlace, _ found: JSONNode, allowed: String) {
        error(.wrongType, "\(place) must be \(allowed), and is \(found.kindName)", at: found.location)
    }

    func missing(_ field: String, in objectName: String, at location: SourceLocation) {
        error(.missingField, "the \(objectName) has no `\(field)`, which is required", at: location)
    }

    /// Follows a Reference Object in a place where the specification has none, with a warning. Chains of them
    /// end, because objects are not nested without end.
    func substitute(for node: JSONNode, at place: ValuePlace) -> JSONNode? {
        guard let reference = node.member(named: Reference.Field.target.rawValue), let text = reference.value.string,
            text.hasPrefix("#"), let pointer = JSONPointer(fragment: String(text.dropFirst())),
            let target = root?.node(at: pointer), target.location != node.location
        else { return nil }
        warn("\(place) cannot be a reference (OpenAPI 3.0.3, §4.7.23); it is followed anyway", at: reference.location)
        return target
    }

    /// Runs `decode` one object deeper; nil, with an error, when that is too deep.
    func nested<Object>(_ node: JSONNode, _ decode: () -> Object?) -> Object? {
        guard nesting < Self.nestingLimit else {
            error(
                .invalidValue, "objects are nested more than \(Self.nestingLimit) deep here; define them separately",
                at: node.location)
            return nil
        }
        nesting += 1
        defer { nesting -= 1 }
        return decode()
    }
}

/// The value of a document that a message is about.
enum ValuePlace: CustomStringConvertible {
    case document
    case field(String, of: String)
    case element(of: String, in: String)
    case entry(String, of: String, in: String)

    var description: String {
        switch self {
        case .document: "the document"
        case .field(let name, let object): "`\(name)` of the \(object)"
        case .element(let name, let object): "an element of `\(name)` of the \(object)"
        case .entry(let entry, let name, let object): "`\(entry)` in `\(name)` of the \(object)"
        }
    }
}
