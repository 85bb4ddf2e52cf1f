package import ClientGenerator
package import SourceText
package import SpecAPI
package import SpecDiagnostics
import SpecDocument
import SpecPages
import SpecTree

/// Reads a client's pages: text → positioned tree → document → resolved API → declarations → source.
///
/// Every stage reports everything it finds.
package struct ClientPipeline: Sendable {
    /// A page's text.
    package struct PageText: Sendable {
        let file: SourceFile
        let mayBeProse: Bool

        /// - Parameter mayBeProse: Whether the page may lack a document, because only a pattern found it.
        package init(file: SourceFile, mayBeProse: Bool) {
            self.file = file
            self.mayBeProse = mayBeProse
        }
    }

    package enum Purpose: Sendable {
        /// Stops before the next stage at the first error. Pages that no overlay amends are decoded one by one,
        /// whatever is wrong with the others.
        case generating
        /// Continues every stage with whatever the stage before it could make.
        case comparing
    }

    private let pages: [PageText]
    private let overlays: [SourceFile]
    private let resolveOptions: ResolveOptions
    private let clientOptions: ClientOptions
    private let filter: APIFilter?
    private let choice: OperationChoice
    private let place: Diagnostic.Place

    /// - Parameters:
    ///   - filter: The part of the documents that is read; all of them if nil.
    ///   - choice: The operations that are needed.
    ///   - place: The location of errors that belong to no page: whatever asks for the pages.
    package init(
        pages: [PageText], overlays: [SourceFile], resolveOptions: ResolveOptions, clientOptions: ClientOptions,
        filter: APIFilter? = nil, choice: OperationChoice = .all(but: nil), place: Diagnostic.Place
    ) {
        self.pages = pages
        self.overlays = overlays
        self.resolveOptions = resolveOptions
        self.clientOptions = clientOptions
        self.filter = filter
        self.choice = choice
        self.place = place
    }

    /// Runs the stages.
    ///
    /// - Parameter found: Earlier diagnostics, from finding and reading the pages.
    package func read(_ purpose: Purpose, after found: Diagnostics = Diagnostics()) -> ClientReading {
        var reading = ClientReading(pages: pages.map(\.file), diagnostics: found)
        func goesOn() -> Bool { reading.isGenerating() || purpose == .comparing }

        reading.documents = positionedTrees(&reading)
        if !overlays.isEmpty {
            guard goesOn() else { return reading }
            amend(&reading)
            guard goesOn() else { return reading }
        }
        for index in reading.documents.indices {
            let root = reading.documents[index].root
            reading.documents[index].root = SchemaIdentifiers.resolvingReferences(in: root)
        }
        var found = Diagnostics()
        let excluded = filter?.apply(
            to: &reading.documents, addresses: resolveOptions.addresses, diagnostics: &found)
        let selection = OperationSelection(
            reading.documents, addresses: resolveOptions.addresses, excluding: excluded ?? [], choice,
            diagnostics: &found)
        reading.report(found)
        generate(selection, purpose, &reading)
        return reading
    }

    /// Runs the stages behind the trees, and again without what turns out to be wrong, until nothing more does.
    private func generate(_ start: OperationSelection, _ purpose: Purpose, _ reading: inout ClientReading) {
        var selection = start
        let (documents, decoding) = decoded(reading.documents)
        var stages = [decoding]
        let isFit = !reading.clientDiagnostics.hasErrors
        func goesOn() -> Bool {
            purpose == .comparing || isFit && !stages.contains { selection.judged($0).hasErrors }
        }
        // Nothing of a document that is not decoded can be trusted.
        if documents.count == reading.documents.count { selection.take(decoding) }
        var isSettled = documents.isEmpty || !goesOn()
        while !isSettled {
            stages = [decoding]
            var found = Diagnostics()
            var options = resolveOptions
            options.leftOut = selection.leftOut
            let api = API.resolve(documents, options: options, diagnostics: &found)
            reading.api = api
            stages.append(found)
            isSettled = !selection.take(found)
            guard isSettled, goesOn() else { continue }
            found = Diagnostics()
            reading.declarations = ClientGenerator.declarations(of: api, options: clientOptions, diagnostics: &found)
            stages.append(found)
            isSettled = !selection.take(found)
        }
        for stage in stages {
            reading.report(selection.judged(stage))
            reading.isGenerating()
        }
        reading.leftOut = selection.count
        reading.conclude(reading.clientDiagnostics.hasErrors ? selection.advice(at: place) : selection.report())
    }

    private func positionedTrees(_ reading: inout ClientReading) -> [PageDocument] {
        let documents = pages.flatMap { page in
            var found = Diagnostics()
            var documents: [PageDocument] = []
            if page.file.bytes.isEmpty {
                found.emptyFile(page.file)
            } else {
                documents = Page.documents(in: page.file, diagnostics: &found)
            }
            reading.report(found)
            if documents.isEmpty, !page.mayBeProse, found.all.isEmpty {
                var missing = Diagnostics()
                missing.noDocument(in: page.file)
                reading.reportToClient(missing)
            }
            return documents
        }
        if documents.isEmpty {
            if !reading.clientDiagnostics.hasErrors { reading.reportToClient(noDocument) }
            if !reading.diagnostics.hasErrors { reading.diagnostics.append(noDocument) }
        }
        return documents
    }

    private var noDocument: Diagnostics {
        let pages = pages.count == 1 ? pages[0].file.path : "any of the \(pages.count) pages of \(clientOptions.module)"
        var diagnostics = Diagnostics()
        diagnostics.error(
            .noDocument,
            "no OpenAPI document in \(pages); a document is a fenced code block of JSON or YAML whose "
                + "object has a member `openapi`", at: place)
        return diagnostics
    }

    /// When a page cannot be read, an action that matches nothing may be meant for the missing part.
    private func amend(_ reading: inout ClientReading) {
        let isComplete = !reading.diagnostics.hasErrors
        var found = Diagnostics()
        for file in overlays {
            Overlay.read(file, diagnostics: &found)?.apply(to: &reading.documents, diagnostics: &found)
        }
        reading.report(isComplete ? found : found.filter { $0.id != .overlayMatchesNothing })
    }

    private func decoded(_ pages: [PageDocument]) -> ([SourceDocument], Diagnostics) {
        var found = Diagnostics()
        let references = ReferenceFinder(pages, addresses: resolveOptions.addresses)
        let version = pages.compactMap { SpecificationVersion(ofDocument: $0.root) }.max() ?? .v31
        let documents = pages.compactMap { page in
            let document =
                page.isFragment && references.leads(to: page.file)
                ? OpenAPIDocument.decodeFragment(page.root, in: version, diagnostics: &found)
                : OpenAPIDocument.decode(page.root, diagnostics: &found)
            return document.map { SourceDocument(page: page, document: $0) }
        }
        return (documents, found)
    }
}
