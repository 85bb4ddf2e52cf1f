package import ClientGenerator
package import SourceText
package import SpecAPI
package import SpecDiagnostics
package import SpecTree

/// The pages of a client, read as far as possible: the source of a generated client, and one side of a diff.
package struct ClientReading: Sendable {
    /// The whole pages, including those without a document, in the order of the input.
    package var pages: [SourceFile]
    /// Their documents, with the overlays applied, including those that are not legal OpenAPI.
    package var documents: [PageDocument]
    package var api: API?
    /// The declarations, incomplete after errors; nil when no document can be decoded.
    package var declarations: ClientDeclarations?
    /// Everything that is wrong with the documents. To a comparison, a page without a document is text, not a mistake.
    package var diagnostics: Diagnostics
    /// The diagnostics of generating: those of the stages up to the first one with an error.
    package private(set) var clientDiagnostics: Diagnostics
    /// The number of operations that are left out.
    package internal(set) var leftOut = 0
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

    /// Makes the source of the client; nil when `clientDiagnostics` has an error.
    package func client() -> GeneratedClient? {
        guard !clientDiagnostics.hasErrors, let api, let declarations else { return nil }
        return GeneratedClient(
            pages: Set(documents.map(\.file)).count, operations: api.operations.count, leftOut: leftOut,
            types: api.schemas.count, files: declarations.files)
    }
}

/// The source of a client, and the counts of its summary.
package struct GeneratedClient: Sendable {
    /// The number of pages that hold a document.
    package let pages: Int
    package let operations: Int
    /// The number of operations that are left out.
    package let leftOut: Int
    package let types: Int
    package let files: [GeneratedFile]
}

extension ClientReading {
    mutating func report(_ found: Diagnostics) {
        diagnostics.append(found)
        reportToClient(found)
    }

    /// Reports a demand of generating only.
    mutating func reportToClient(_ found: Diagnostics) {
        if !isBlocked { clientDiagnostics.append(found) }
    }

    /// Reports the effect of all errors on generating, after the last stage.
    mutating func conclude(_ found: Diagnostics) {
        clientDiagnostics.append(found)
    }

    /// Returns whether generating continues with the next stage: an error ends it.
    @discardableResult
    mutating func isGenerating() -> Bool {
        isBlocked = isBlocked || clientDiagnostics.hasErrors
        return !isBlocked
    }
}
