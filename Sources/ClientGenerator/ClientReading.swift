package import SourceText
package import SpecDiagnostics
package import SpecTree

/// The pages of a client, read as far as they can be: what a diff compares.
package struct ClientReading: Sendable {
    /// Whole pages, also those that hold no document, in the order of the input.
    package var pages: [SourceFile]
    /// Their documents, with the overlays applied; also those that are no legal OpenAPI.
    package var documents: [PageDocument]
    /// What the generator would emit: best effort after errors, nil where no document can be decoded.
    package var declarations: ClientDeclarations?
    package var diagnostics: Diagnostics
}
