import ClientGenerator
import KurusGenerating
import SpecAPI
import SpecDiagnostics
import SpecDiff
import SpecPipeline

/// An API of an input: a client of a kurus.json, or files without one.
struct SideClient {
    /// The key that pairs a client with one of the other input.
    struct Key: Hashable {
        /// Nil for files without a kurus.json.
        let module: String?
        /// Whether the client consists of the further pages that only lint and diff read.
        let isFurther: Bool
    }

    let key: Key
    /// The location of the module's name in kurus.json.
    let location: SourceLocation?
    /// Errors in finding the client's files.
    let diagnostics: Diagnostics
    let input: ClientInput
    let files: any FileTree
    /// The pages, if already read.
    var reading: ClientReading?

    /// Reads the API as far as possible.
    ///
    /// - Parameter other: The client to compare with. Files without a kurus.json are read with its options.
    func read(besides other: SideClient?) -> ReadSide {
        var input = input
        if key.module == nil, let other, other.key.module != nil { input = input.read(as: other.input) }
        var reading = reading ?? input.read(files, .comparing, after: diagnostics)
        if key.isFurther { reading.declarations = nil }
        return ReadSide(reading)
    }
}

extension ClientInput {
    /// Returns the same pages with another client's options.
    fileprivate func read(as other: ClientInput) -> ClientInput {
        ClientInput(
            pages: pages, overlays: overlays,
            resolveOptions: ResolveOptions(types: other.resolveOptions.types, reportsUnused: false),
            clientOptions: other.clientOptions, filter: other.filter, output: output)
    }
}

/// A side of a comparison, and whether it is complete.
struct ReadSide {
    let side: ClientReading
    /// Errors that prevented reading a file or document.
    let obstacles: Diagnostics

    /// Errors that make a side incomplete.
    private static let obstacleIDs: [DiagnosticID] = [
        .jsonSyntax, .duplicateMember, .emptyFile, .unreadableFile, .noMatchingFile,
    ]

    init(_ side: ClientReading) {
        self.side = side
        obstacles = side.diagnostics.filter { $0.severity == .error && Self.obstacleIDs.contains($0.id) }
    }

    /// An empty side.
    static let empty = ReadSide(ClientReading(pages: []))
}

/// The APIs of an input: those of a kurus.json, of a folder with one, or of a folder of such folders; otherwise all
/// files together are one API.
struct SideClients {
    let input: DiffInput

    /// The module's name where no kurus.json gives one. Only the source verdict shows it.
    private static let module = "PageAPI"

    /// Reads the clients. Errors of a kurus.json itself are added to `diagnostics`.
    func all(diagnostics: inout Diagnostics) -> [SideClient] {
        let files = input.files
        if let path = Configuration.path(describing: input.path, files) {
            return clients(ofConfiguration: path, &diagnostics)
        }
        switch files.kind(of: input.path) {
        case nil where input.mayBeMissing: return []
        case nil:
            diagnostics.error(.unreadableFile, "there is no such file or folder", in: input.name)
            return []
        case .file: return [self.files]
        case .directory:
            let nested = configurations(&diagnostics)
            return nested.isEmpty ? [self.files] : nested.flatMap { clients(ofConfiguration: $0, &diagnostics) }
        }
    }

    private func configurations(_ diagnostics: inout Diagnostics) -> [String] {
        do throws(FileSystem.Failure) {
            let paths = try input.files.names(in: input.path).filter { !$0.hasPrefix(".") }
                .map { PathText.joined(input.path, $0 + "/" + Configuration.fileName) }
            return paths.filter { input.files.kind(of: $0) == .file }
        } catch {
            diagnostics.error(.unreadableFile, "the folder cannot be read: \(error.reason)", in: input.name)
            return []
        }
    }

    private func clients(ofConfiguration path: String, _ diagnostics: inout Diagnostics) -> [SideClient] {
        guard let configuration = Configuration.read(path, input.files, diagnostics: &diagnostics) else { return [] }
        var guides = guides(of: configuration)
        let clients = configuration.clients.filter { !$0.isServer(ofOneIn: configuration.clients) }
        return clients.flatMap { client in
            var own = Diagnostics()
            let read = ClientInput(client, of: configuration, output: ".", files: input.files, diagnostics: &own)
            let key = SideClient.Key(module: client.module.value, isFurther: false)
            let main = SideClient(
                key: key, location: client.module.location, diagnostics: own, input: read, files: input.files,
                reading: input.readings[client.module.value])
            defer { guides = [] }
            return [main] + further(client, and: guides, of: configuration)
        }
    }

    /// The published pages that are not inputs of a client, but may change too. They are attached to the first client.
    private func guides(of configuration: Configuration) -> [InputFile] {
        var unheard = Diagnostics()
        let named = configuration.clients.flatMap { $0.inputs + $0.lintInputs }
        let read = input.files.inputFiles(named, in: configuration.folder, diagnostics: &unheard).map(\.path)
        var known = Set(read)
        return configuration.clients.flatMap(\.sources).filter { PageName.isPage($0.page) }
            .map { InputFile(path: PathText.joined(configuration.folder, $0.page), location: nil, isNamed: false) }
            .filter { input.files.kind(of: $0.path) == .file && known.insert($0.path).inserted }
    }

    /// The further pages of a client: another API, with the client's words for types and without its overlays.
    private func further(
        _ client: Configuration.Client, and guides: [InputFile], of configuration: Configuration
    ) -> [SideClient] {
        guard !client.lintInputs.isEmpty || !guides.isEmpty else { return [] }
        var own = Diagnostics()
        let pages = input.files.inputFiles(client.lintInputs, in: configuration.folder, diagnostics: &own) + guides
        let read = ClientInput(
            pages: pages, overlays: [], resolveOptions: ResolveOptions(types: client.types, reportsUnused: false),
            clientOptions: ClientOptions(module: client.module.value, source: configuration.sourceName), output: ".")
        let key = SideClient.Key(module: client.module.value, isFurther: true)
        return [
            SideClient(key: key, location: client.module.location, diagnostics: own, input: read, files: input.files)
        ]
    }

    /// The files of the input as one API, ignoring any kurus.json.
    var files: SideClient {
        var own = Diagnostics()
        let pages = input.files.inputFiles([input.path], diagnostics: &own)
        let read = ClientInput(
            pages: pages, overlays: [], resolveOptions: ResolveOptions(),
            clientOptions: ClientOptions(module: Self.module, source: input.name), output: ".")
        return SideClient(
            key: SideClient.Key(module: nil, isFurther: false), location: nil, diagnostics: own, input: read,
            files: input.files)
    }
}

extension Configuration.Client {
    /// Whether a client is only the server half of another one with the same pages: comparing both would report each
    /// change twice.
    fileprivate func isServer(ofOneIn clients: [Self]) -> Bool {
        guard let typesModule else { return false }
        return clients.contains { $0.module.value == typesModule && $0.inputPaths == inputPaths }
    }

    private var inputPaths: [[String]] { [inputs, overlays].map { $0.map(\.value).sorted() } }
}
