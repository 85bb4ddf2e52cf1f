package import ClientGenerator
package import SourceText
package import SpecDiagnostics
package import SpecTree

/// One of the two versions that are compared, read as far as it can be.
package struct DiffSide: Sendable {
    /// Whole pages, also those that hold no document.
    package var pages: [SourceFile]
    /// The documents of the pages, overlays applied, in the order of the input.
    package var documents: [PageDocument]
    /// What the generator would emit; best effort where the documents have errors, nil where nothing can be said.
    package var declarations: ClientDeclarations?
    /// What is wrong with the documents.
    package var diagnostics: Diagnostics

    package init(
        pages: [SourceFile], documents: [PageDocument], declarations: ClientDeclarations?, diagnostics: Diagnostics
    ) {
        self.pages = pages
        self.documents = documents
        self.declarations = declarations
        self.diagnostics = diagnostics
    }

    /// A side as the pages of its client were read.
    package init(_ reading: ClientReading) {
        self.init(
            pages: reading.pages, documents: reading.documents, declarations: reading.declarations,
            diagnostics: reading.diagnostics)
    }
}
