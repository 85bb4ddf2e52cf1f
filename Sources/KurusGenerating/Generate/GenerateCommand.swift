import ClientGenerator
package import KurusCommandLine
import SpecDiagnostics
import SpecPipeline

/// `kurus generate`: runs every client through the pipeline and writes it to its folder.
package struct GenerateCommand {
    private let sources: ClientSources
    private let isCheck: Bool
    private let verify: (([GeneratedModule]) -> Diagnostics)?
    private let context: GenerateContext

    package init(_ arguments: ParsedArguments, _ context: GenerateContext) throws(UsageError) {
        sources = try ClientSources(arguments, context.files)
        isCheck = arguments[GenerateOptions.check]
        verify = arguments[GenerateOptions.verify] ? context.verify : nil
        if arguments[GenerateOptions.verify], verify == nil {
            throw UsageError("'--verify' is an option of `kurus generate` alone", in: arguments.command)
        }
        self.context = context
    }

    package init(_ sources: ClientSources, isCheck: Bool, _ context: GenerateContext) {
        self.sources = sources
        self.isCheck = isCheck
        verify = nil
        self.context = context
    }

    package func run() -> ExitStatus {
        var diagnostics = Diagnostics()
        let planned = sources.clients(diagnostics: &diagnostics)
        var status = context.report(diagnostics)
        var failed = Set(planned.filter { $0.diagnostics.hasErrors }.map(\.input.output))
        var modules: [GeneratedModule] = []
        for client in planned {
            let result = generate(client, &modules)
            if result == .unusableInput { failed.insert(client.input.output) }
            status = status.combined(with: result)
        }
        if let verify, !modules.isEmpty { status = status.combined(with: context.report(verify(modules))) }
        // A client with a broken configuration may be the writer of files that look left over.
        guard !diagnostics.hasErrors else { return status }
        return status.combined(with: removeLeftovers(of: planned.map(\.input).filter { !failed.contains($0.output) }))
    }

    private func generate(_ client: ClientSources.Planned, _ modules: inout [GeneratedModule]) -> ExitStatus {
        let start = context.now()
        let reading = client.reading ?? client.input.read(context.files, .generating, after: client.diagnostics)
        var diagnostics = reading.clientDiagnostics
        guard let generated = reading.client() else { return context.report(diagnostics) }
        let folder = OutputFolder(path: client.input.output, files: context.files)
        let changes = folder.changes(for: generated.files.map { ($0.name, $0.text) }, diagnostics: &diagnostics)
        if !isCheck, !diagnostics.hasErrors { folder.make(changes, diagnostics: &diagnostics) }
        guard context.report(diagnostics) == .done else { return .unusableInput }
        modules.append(
            GeneratedModule(
                name: client.input.module, typesModule: client.input.clientOptions.typesModule,
                output: client.input.output, files: generated.files.map { ($0.name, $0.text) }))
        if isCheck { reportStale(changes, client.input) }
        context.output(
            Summary(
                of: generated, module: client.input.module, changes: changes.count, isCheck: isCheck,
                took: context.now() - start
            ).text)
        return isCheck && !changes.isEmpty ? .stale : .done
    }

    private func reportStale(_ changes: [OutputFolder.Change], _ input: ClientInput) {
        let pages = ChangedPages(known: input.pages.map(\.path))
        let overlays = input.overlays.isEmpty ? "" : " and " + input.overlays.map(\.path).joined(separator: ", ")
        for change in changes {
            switch change.kind {
            case .create:
                let all = pages.known.joined(separator: ", ")
                context.output("\(change.path) is missing; it comes from \(all)\(overlays)\n")
            case .rewrite(let old):
                let changed = pages.pages(from: old, to: change.bytes).joined(separator: ", ")
                context.output("\(change.path) is stale; the differences come from \(changed)\(overlays)\n")
            }
        }
    }

    /// Removes, folder by folder, the files of clients or parts that no longer exist.
    private func removeLeftovers(of inputs: [ClientInput]) -> ExitStatus {
        var status = ExitStatus.done
        for path in Set(inputs.map(\.output)).sorted() {
            let current = inputs.filter { $0.output == path }.flatMap(\.outputPaths)
            let folder = OutputFolder(path: path, files: context.files)
            var diagnostics = Diagnostics()
            let leftovers = folder.leftovers(
                butFor: Set(current), writtenBy: sources.leftoverHeader(inputs), diagnostics: &diagnostics)
            if !isCheck { folder.remove(leftovers, diagnostics: &diagnostics) }
            let words =
                isCheck ? "is left over: no client writes it any more" : "is removed: no client writes it any more"
            for leftover in leftovers { context.output("\(leftover) \(words)\n") }
            status = status.combined(with: context.report(diagnostics))
            if isCheck, !leftovers.isEmpty { status = status.combined(with: .stale) }
        }
        return status
    }

    package static let definition = CommandDefinition(
        name: "generate",
        summary: "write the Swift clients of OpenAPI documents",
        synopses: [
            "kurus generate [--check] [--verify]",
            "kurus generate INPUT... --module NAME --output DIR [OPTION...]",
            "kurus generate --config FILE [--output DIR] [--check] [--verify]",
        ],
        paragraphs: [
            "Without INPUT, reads every specs/*/kurus.json below the working directory and writes their clients to the "
                + "output folders.",
            "INPUT is an OpenAPI 3.x document (.json, .yaml, .yml), a page of Markdown with documents in fenced code "
                + "blocks, or a folder: all files of these kinds in it. All INPUTs together are one API.",
            "A file is written only if its bytes change. Files that kurus wrote before and no longer writes are "
                + "removed; files that it did not write are never changed, and are an error where one is in the way.",
            "A mistake in a document costs the operations that need what is wrong. Of INPUT, they are left out, with a "
                + "warning for each. The client of a kurus.json is not written then, unless its `leaveOut` lists them; the "
                + "other clients are still written.",
            "Diagnostics go to standard error, one line for each client to standard output.",
        ],
        options: [
            GenerateOptions.check, GenerateOptions.module, GenerateOptions.output, GenerateOptions.access,
            GenerateOptions.emit, GenerateOptions.overlay, GenerateOptions.strict, GenerateOptions.config,
            GenerateOptions.verify,
        ],
        exitStatuses: [
            (.done, "Everything is written, or with --check, up to date."),
            (.stale, "With --check: a file would change."),
            (.usage, "The command line is wrong."),
            (
                .unusableInput,
                "An input cannot be read or used: no operation is left, or one is lost with --strict or a kurus.json that "
                    + "does not list it in leaveOut. Or a file cannot be written, or with --verify, does not compile."
            ),
        ],
        examples: [
            ("kurus generate", "Write the clients of all of specs/."),
            ("kurus generate --check", "Check the clients, in continuous integration."),
            (
                "kurus generate petstore.json --module PetstoreAPI --output Sources/PetstoreAPI",
                "Write the client of one document."
            ),
        ],
        files: [
            (
                "specs/NAME/kurus.json",
                "The inputs and outputs: module, inputs, lintInputs, overlays, filter, leaveOut, output, access, emit, "
                    + "typesModule, types, components, servers, serverNames, sources, cutFrom; or a list of such clients: clients."
            ),
            ("MODULETypes.swift, MODULEClient.swift, MODULEServer.swift", "What is written."),
        ])
}

/// The options of `kurus generate`.
enum GenerateOptions {
    static let check = Flag(
        "--check",
        "Write nothing. Print the files that would change and their pages, and exit with status 1 if there are any.")
    static let module = Option<String?>(
        "--module", "NAME", "The name of the Swift module, with which all file names begin. Needed with INPUT.")
    static let output = Option<String?>("--output", "DIR", "The folder to write to. Needed with INPUT.")
    static let access = Option(
        "--access", "LEVEL", default: AccessLevel.public,
        "The access level of the declarations: public (the default), package or internal.")
    static let emit = Option(
        "--emit", "PARTS", default: [ClientPart.types, .client],
        "What to write, separated by commas: types, client, server. The default is types,client.")
    static let overlay = Option(
        repeatable: "--overlay", "FILE",
        "An OpenAPI Overlay 1.0 document to run on the documents before they are merged. Can be given more than once.")
    static let strict = Flag(
        "--strict",
        "With INPUT: write nothing where a mistake costs an operation, and exit with status 3. Without it, such operations "
            + "are left out. A kurus.json lists them in `leaveOut` instead.")
    static let verify = Flag(
        "--verify",
        "Type-check what was generated with the `swiftc` of PATH, against the modules KurusRuntime and KurusServer of a "
            + "build beside kurus, or compiled from their sources.")
    static let config = Option<String?>(
        "--config", "FILE",
        "Read this kurus.json instead of specs/*/kurus.json. With --output, all of its clients are written to that "
            + "folder: this is what the build-tool plugin does.")
}

/// The line about the result of a client.
struct Summary {
    let text: String

    init(of client: GeneratedClient, module: String, changes: Int, isCheck: Bool, took time: Duration) {
        let lineFeed = UInt8(ascii: "\n")
        var lines = 0
        for file in client.files { lines += file.text.utf8.count { $0 == lineFeed } }
        let milliseconds = time / .milliseconds(1)
        let outcome =
            changes == 0 ? "up to date" : Count(changes, "file").text + (isCheck ? " would change" : " written")
        let counts = [
            Count(client.pages, "page"), Count(client.operations, "operation"), Count(client.types, "type"),
            Count(lines, "line"),
        ]
        let leftOut = client.leftOut == 0 ? "" : ", " + Count(client.leftOut, "operation").text + " left out"
        let list: String = counts.map(\.text).joined(separator: ", ") + leftOut
        text = "\(module): \(list), \(Int(milliseconds.rounded())) ms; \(outcome)\n"
    }
}

/// The pages of the changed lines of a generated file, as named by its documentation comments.
struct ChangedPages {
    /// The paths of the pages; comments name them by their last component.
    let known: [String]

    /// The number of differing lines above which comparing takes too long.
    private static let comparisonLimit = 4000

    /// Returns the pages of the declarations that differ, in the order of `known`; all of them if that is unclear.
    func pages(from old: [UInt8], to new: [UInt8]) -> [String] {
        let oldLines = Self.lines(old)
        let newLines = Self.lines(new)
        let first = zip(oldLines, newLines).prefix { $0 == $1 }.count
        let last = zip(oldLines.dropFirst(first).reversed(), newLines.dropFirst(first).reversed()).prefix { $0 == $1 }
            .count
        let oldMiddle = oldLines[first..<(oldLines.count - last)]
        let newMiddle = newLines[first..<(newLines.count - last)]
        guard oldMiddle.count + newMiddle.count <= Self.comparisonLimit else { return known }
        var found: Set<String> = []
        for change in newMiddle.difference(from: oldMiddle) {
            let page: String?
            switch change {
            case .insert(let offset, _, _): page = self.page(ofLine: first + offset, in: newLines)
            case .remove(let offset, _, _): page = self.page(ofLine: first + offset, in: oldLines)
            }
            if let page { found.insert(page) }
        }
        return found.isEmpty ? known : known.filter(found.contains)
    }

    /// Returns the page named by the comment of the declaration around a line.
    private func page(ofLine line: Int, in lines: [[UInt8]]) -> String? {
        // A line of a comment belongs to the declaration below it.
        var position = line
        while position + 1 < lines.count, Self.isComment(lines[position]) { position += 1 }
        while position >= 0 {
            if Self.isComment(lines[position]), let page = page(namedIn: lines[position]) { return page }
            if lines[position] == [UInt8(ascii: "}")], position != line { return nil }
            position -= 1
        }
        return nil
    }

    private func page(namedIn comment: [UInt8]) -> String? {
        let words = String(decoding: comment, as: UTF8.self).split { $0 == " " || $0 == "`" }
            .map { $0.hasSuffix(".") || $0.hasSuffix(",") ? $0.dropLast() : $0 }
        return known.first { words.contains(PathText.lastName(of: $0)[...]) }
    }

    private static func isComment(_ line: [UInt8]) -> Bool {
        line.drop { $0 == UInt8(ascii: " ") }.starts(with: "///".utf8)
    }

    private static func lines(_ bytes: [UInt8]) -> [[UInt8]] {
        bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Array.init)
    }
}
