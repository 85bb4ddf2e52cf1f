import SpecAPI
import SpecDiagnostics
import SpecPages

/// The way of a page: text → positioned JSON → document → resolved API → declarations → source.
///
/// Every stage reports everything it finds; the next one begins only when there is no error.
struct GeneratePipeline {
    let files: FileSystem

    /// The source of a client; nil when there is an error.
    func client(_ input: ClientInput, diagnostics: inout Diagnostics) -> GeneratedClient? {
        guard let pages = texts(input.pages, &diagnostics),
            let positioned = positionedJSON(pages, of: input, &diagnostics),
            let amended = amended(positioned, by: input.overlays, &diagnostics),
            let documents = documents(amended, &diagnostics),
            let api = resolvedAPI(documents, input.resolveOptions, &diagnostics),
            let sources = sources(api, input.clientOptions, &diagnostics)
        else { return nil }
        return GeneratedClient(
            input: input, pages: pages.count, documentPages: Set(positioned.map(\.file)).count,
            operations: api.operations.count, types: api.schemas.count, files: sources)
    }

    private func texts(_ inputs: [InputFile], _ diagnostics: inout Diagnostics) -> [SourceFile]? {
        let pages = inputs.compactMap { files.read($0, diagnostics: &diagnostics) }
        for page in pages where page.bytes.isEmpty { diagnostics.emptyFile(page) }
        return diagnostics.hasErrors ? nil : pages
    }

    private func positionedJSON(
        _ pages: [SourceFile], of input: ClientInput, _ diagnostics: inout Diagnostics
    ) -> [PageDocument]? {
        var documents: [PageDocument] = []
        for (page, named) in zip(pages, input.pages.map(\.isNamed)) {
            let countBefore = diagnostics.all.count
            let found = Page.documents(in: page, diagnostics: &diagnostics)
            // A page that a pattern finds may be prose alone; a page that is asked for by name may not.
            if found.isEmpty, named, diagnostics.all.count == countBefore { diagnostics.noDocument(in: page) }
            documents += found
        }
        if documents.isEmpty, !diagnostics.hasErrors { reportNoDocument(in: input, &diagnostics) }
        return diagnostics.hasErrors ? nil : documents
    }

    private func reportNoDocument(in input: ClientInput, _ diagnostics: inout Diagnostics) {
        let pages = input.pages.count == 1 ? "the only page" : "any of the \(input.pages.count) pages"
        let message =
            "no OpenAPI document in \(pages) of \(input.module); a document is a fenced code block of JSON "
            + "whose object has a member `openapi`"
        if let location = input.pages.first?.location {
            diagnostics.error(.noDocument, message, at: location)
        } else {
            diagnostics.error(.noDocument, message, in: PathText.folder(of: input.pages.first?.path ?? "."))
        }
    }

    private func amended(
        _ documents: [PageDocument], by overlays: [InputFile], _ diagnostics: inout Diagnostics
    ) -> [PageDocument]? {
        var documents = documents
        for file in overlays.compactMap({ files.read($0, diagnostics: &diagnostics) }) {
            Overlay.read(file, diagnostics: &diagnostics)?.apply(to: &documents, diagnostics: &diagnostics)
        }
        return diagnostics.hasErrors ? nil : documents
    }

    private func documents(_ pages: [PageDocument], _ diagnostics: inout Diagnostics) -> [SourceDocument]? {
        let documents = pages.compactMap { page in
            OpenAPIDocument.decode(page.root, diagnostics: &diagnostics).map {
                SourceDocument(page: page, document: $0)
            }
        }
        return diagnostics.hasErrors ? nil : documents
    }

    private func resolvedAPI(
        _ documents: [SourceDocument], _ options: ResolveOptions, _ diagnostics: inout Diagnostics
    ) -> API? {
        let api = API.resolve(documents, options: options, diagnostics: &diagnostics)
        return diagnostics.hasErrors ? nil : api
    }

    private func sources(
        _ api: API, _ options: ClientOptions, _ diagnostics: inout Diagnostics
    ) -> [GeneratedFile]? {
        let files = ClientGenerator.generate(api, options: options, diagnostics: &diagnostics)
        return diagnostics.hasErrors ? nil : files
    }
}

/// A client's source, and what its summary counts.
struct GeneratedClient {
    let input: ClientInput
    let pages: Int
    let documentPages: Int
    let operations: Int
    let types: Int
    let files: [GeneratedFile]
}
