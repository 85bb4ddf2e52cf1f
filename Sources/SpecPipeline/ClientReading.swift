package import ClientGenerator
package import SourceText
package import SpecAPI
package import SpecDiagnostics
package import SpecTree

/// The pages of a client, read as far as they can be: the source of a generated client, and one side of a diff.
package struct ClientReading: Sendable {
    /// Whole pages, also those without a document, in the order of the input.
    package var pages: [SourceFile]
    /// Their documents, with the overlays applied; also those that are not legal OpenAPI.
    package var documents: [PageDocument]
    package var api: API?
    /// Best effort after errors; nil where no document can be decoded.
    package var declarations: ClientDeclarations?
    /// All that is wrong with the documents. A page without any is text to a comparison, not a mistake.
    package var diagnostics: Diagnostics
    /// The diagnostics of generating: those of the stages up to the first one that found an error.
    package private(set) var clientDiagnostics: Diagnostics
    private var isBlocked = false

    package init(
        pages: [SourceFile], documents: [PageDocument] = [], declarations: ClientDeclarations? = nil,
        diagnostics: Diagnostics = Diagnostics()
    ) {
        self.pages = pages
        self.documents = documents
        self.declarations = declarations
        self.diagnostics = diagnostics
        clientDiagnostics = diagnostics
    }

    /// The source of the client; nil when an error of `clientDiagnostics` forbids it.
    package func client() -> GeneratedClient? {
        guard !clientDiagnostics.hasErrors, let api, let declarations else { return nil }
        return GeneratedClient(
            pages: Set(documents.map(\.file)).count, operations: api.operations.count, types: api.schemas.count,
            files: declarations.files)
    }
}

/// A client's source, and the counts of its summary.
package struct GeneratedClient: Sendable {
    /// Pages that hold a document.
    package let pages: Int
    package let operations: Int
    package let types: Int
    package let files: [GeneratedFile]
}

extension ClientReading {
    mutating func report(_ found: Diagnostics) {
        diagnostics.append(found)
        reportToClient(found)
    }

    /// Reports what only generating demands.
    mutating func reportToClient(_ found: Diagnostics) {
        if !isBlocked { clientDiagnostics.append(found) }
    }

    /// Whether generating goes on to the next stage: an error ends it.
    mutating func isGenerating() -> Bool {
        isBlocked = isBlocked || clientDiagnostics.hasErrors
        return !isBlocked
    }
}
