import SourceText
package import SpecDocument
package import SpecTree

/// A document of the input: its positioned JSON, and the object model decoded from it.
package struct SourceDocument: Sendable {
    package var page: PageDocument
    package var document: OpenAPIDocument

    package init(page: PageDocument, document: OpenAPIDocument) {
        self.page = page
        self.document = document
    }

    var file: SourceFile { page.file }
}
