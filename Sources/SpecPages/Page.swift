package import SpecTree
package import SourceText
package import SpecDiagnostics

/// What an input file holds for Kurus.
package enum Page {
    /// The OpenAPI documents of a file, in the file's order.
    ///
    /// A file whose name ends with `.json` is one document. Any other file is Markdown, and its documents are the
    /// fenced code blocks whose top-level object has a member `openapi` or `swagger`, found even if the block breaks
    /// later; other blocks are left alone, whatever they hold. The result is empty when a page has no document: whether
    /// that is an error is the caller's to say (`Diagnostics.noDocument(in:)`).
    package static func documents(in file: SourceFile, diagnostics: inout Diagnostics) -> [PageDocument] {
        if file.path.lowercased().hasSuffix(".json") {
            guard let root = JSONNode.read(file, diagnostics: &diagnostics) else { return [] }
            return [PageDocument(file: file, root: root)]
        }
        return FencedCode.blocks(in: file).filter(\.isDocument).compactMap { block in
            JSONNode.read(block.text, diagnostics: &diagnostics).map { PageDocument(file: file, root: $0) }
        }
    }
}

extension Diagnostics {
    /// The error of a page in which no fenced block is an OpenAPI document, with a note on the first block that may
    /// have been meant as one.
    package mutating func noDocument(in file: SourceFile) {
        let message =
            "no OpenAPI document here; a document is a fenced code block of JSON whose object has a member `openapi`"
        guard let block = FencedCode.blocks(in: file).first(where: \.namesDocumentMember) else {
            return error(.noDocument, message, in: file.path)
        }
        let note = Note(
            "this block names `openapi` or `swagger`, but is not JSON up to there", at: block.text.firstPlace)
        append(Diagnostic(.noDocument, .error, message, at: .path(file.path), notes: [note]))
    }

    private typealias Note = Diagnostic.Note
}
