package import SourceText
package import SpecAPI
package import SpecDiagnostics
import SpecDocument
import SpecPages
import SpecTree

/// The way of a client's pages: text → positioned JSON → document → resolved API → declarations → source.
///
/// Every stage reports everything it finds. To make source, the first error ends the way before the next stage, but for
/// pages that no overlay amends: they are decoded one by one, whatever the others hold. To compare, no error ends it.
package struct ClientPipeline: Sendable {
    /// A page's text.
    package struct PageText: Sendable {
        let file: SourceFile
        let mayBeProse: Bool

        /// - Parameter mayBeProse: It may hold no document: a pattern found it, nobody asked for it by name.
        package init(file: SourceFile, mayBeProse: Bool) {
            self.file = file
            self.mayBeProse = mayBeProse
        }
    }

    private let pages: [PageText]
    private let overlays: [SourceFile]
    private let resolveOptions: ResolveOptions
    private let clientOptions: ClientOptions
    private let place: Diagnostic.Place

    /// - Parameter place: What asks for the pages: where an error stands that none of them is to blame for.
    package init(
        pages: [PageText], overlays: [SourceFile], resolveOptions: ResolveOptions, clientOptions: ClientOptions,
        place: Diagnostic.Place
    ) {
        self.pages = pages
        self.overlays = overlays
        self.resolveOptions = resolveOptions
        self.clientOptions = clientOptions
        self.place = place
    }

    /// The source of the client; nil when `diagnostics` has an error then.
    package func client(diagnostics: inout Diagnostics) -> GeneratedClient? {
        let positioned = positionedJSON(&diagnostics)
        guard let amended = amended(positioned, &diagnostics),
            let documents = documents(amended, &diagnostics),
            let api = resolvedAPI(documents, &diagnostics),
            let files = source(api, &diagnostics)
        else { return nil }
        return GeneratedClient(
            pages: Set(positioned.map(\.file)).count, operations: api.operations.count, types: api.schemas.count,
            files: files)
    }

    /// The same way, which no error ends: every stage goes on with what the one before it could make.
    package func reading() -> ClientReading {
        var diagnostics = Diagnostics()
        var documents = positionedJSON(&diagnostics)
        amendWhatIsThere(&documents, &diagnostics)
        let decoded = decoded(documents, &diagnostics)
        var declarations: ClientDeclarations?
        if !decoded.isEmpty {
            let api = API.resolve(decoded, options: resolveOptions, diagnostics: &diagnostics)
            declarations = ClientGenerator.declarations(of: api, options: clientOptions, diagnostics: &diagnostics)
        }
        return ClientReading(
            pages: pages.map(\.file), documents: documents, declarations: declarations, diagnostics: diagnostics)
    }

    private func positionedJSON(_ diagnostics: inout Diagnostics) -> [PageDocument] {
        let documents = pages.flatMap { page in
            guard !page.file.bytes.isEmpty else {
                diagnostics.emptyFile(page.file)
                return [PageDocument]()
            }
            let countBefore = diagnostics.all.count
            let found = Page.documents(in: page.file, diagnostics: &diagnostics)
            if found.isEmpty, !page.mayBeProse, diagnostics.all.count == countBefore {
                diagnostics.noDocument(in: page.file)
            }
            return found
        }
        if documents.isEmpty, !diagnostics.hasErrors { reportNoDocument(&diagnostics) }
        return documents
    }

    private func reportNoDocument(_ diagnostics: inout Diagnostics) {
        let pages = pages.count == 1 ? pages[0].file.path : "any of the \(pages.count) pages of \(clientOptions.module)"
        diagnostics.error(
            .noDocument,
            "no OpenAPI document in \(pages); a document is a fenced code block of JSON whose "
                + "object has a member `openapi`", at: place)
    }

    private func amended(_ documents: [PageDocument], _ diagnostics: inout Diagnostics) -> [PageDocument]? {
        guard !overlays.isEmpty else { return documents }
        // What is missing on a page that cannot be read would seem to be an overlay's mistake.
        guard !diagnostics.hasErrors else { return nil }
        var documents = documents
        amend(&documents, &diagnostics)
        return diagnostics.hasErrors ? nil : documents
    }

    /// Beside a page that cannot be read, an action that matches nothing may be meant for what is missing.
    private func amendWhatIsThere(_ documents: inout [PageDocument], _ diagnostics: inout Diagnostics) {
        let isComplete = !diagnostics.hasErrors
        var found = Diagnostics()
        amend(&documents, &found)
        for diagnostic in found.all where isComplete || diagnostic.id != .overlayMatchesNothing {
            diagnostics.append(diagnostic)
        }
    }

    private func amend(_ documents: inout [PageDocument], _ diagnostics: inout Diagnostics) {
        for file in overlays {
            Overlay.read(file, diagnostics: &diagnostics)?.apply(to: &documents, diagnostics: &diagnostics)
        }
    }

    private func documents(_ pages: [PageDocument], _ diagnostics: inout Diagnostics) -> [SourceDocument]? {
        let documents = decoded(pages, &diagnostics)
        return diagnostics.hasErrors ? nil : documents
    }

    private func decoded(_ pages: [PageDocument], _ diagnostics: inout Diagnostics) -> [SourceDocument] {
        pages.compactMap { page in
            OpenAPIDocument.decode(page.root, diagnostics: &diagnostics).map {
                SourceDocument(page: page, document: $0)
            }
        }
    }

    private func resolvedAPI(_ documents: [SourceDocument], _ diagnostics: inout Diagnostics) -> API? {
        let api = API.resolve(documents, options: resolveOptions, diagnostics: &diagnostics)
        return diagnostics.hasErrors ? nil : api
    }

    private func source(_ api: API, _ diagnostics: inout Diagnostics) -> [GeneratedFile]? {
        let files = ClientGenerator.generate(api, options: clientOptions, diagnostics: &diagnostics)
        return diagnostics.hasErrors ? nil : files
    }
}

/// A client's source, and what a summary counts.
package struct GeneratedClient: Sendable {
    /// Pages that hold a document.
    package let pages: Int
    package let operations: Int
    package let types: Int
    package let files: [GeneratedFile]
}
