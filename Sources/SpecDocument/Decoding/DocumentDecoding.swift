import SpecDiagnostics
import SpecPages

/// What the decoders of one document share: where their diagnostics go, and how deep objects hold each other.
final class DocumentDecoding {
    /// Callbacks hold path items, which hold callbacks; encodings hold headers, which hold encodings. Five objects are
    /// one round at most; schemas, which nest deeper, are decoded without recursion and do not count.
    static let nestingLimit = 40

    var diagnostics = Diagnostics()
    private var nesting = 0

    func error(
        _ id: DiagnosticID, _ message: String, at location: SourceLocation, notes: [Diagnostic.Note] = []
    ) {
        diagnostics.error(id, message, at: location, notes: notes)
    }

    /// A breach of the specification that leaves the document usable: 26 of 69 real documents have some.
    func sloppy(_ message: String, at location: SourceLocation, notes: [Diagnostic.Note] = []) {
        diagnostics.warning(.sloppyDocument, message, at: location, notes: notes)
    }

    func wrongType(_ place: ValuePlace, _ found: JSONNode, allowed: String) {
        error(.wrongType, "\(place) must be \(allowed), and is \(found.kindName)", at: found.location)
    }

    func missing(_ field: String, in objectName: String, at location: SourceLocation) {
        error(.missingField, "the \(objectName) has no `\(field)`, which is required", at: location)
    }

    /// Runs `decode` one object deeper; nil, and an error, when that is too deep.
    func nested<Object>(_ node: JSONNode, _ decode: () -> Object?) -> Object? {
        guard nesting < Self.nestingLimit else {
            error(
                .invalidValue, "objects hold each other more than \(Self.nestingLimit) deep here; define them apart",
                at: node.location)
            return nil
        }
        nesting += 1
        defer { nesting -= 1 }
        return decode()
    }
}
