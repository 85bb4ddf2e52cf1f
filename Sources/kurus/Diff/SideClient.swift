import ClientGenerator
import KurusGenerating
import SpecAPI
import SpecDiagnostics
import SpecDiff
import SpecPipeline

/// One API of an input: a client that a kurus.json describes, or files that none describes.
struct SideClient {
    /// What a client of the other input is found by.
    struct Key: Hashable {
        /// Nil for files that no kurus.json describes.
        let module: String?
        /// Whether it is made of the further pages that only lint and diff read.
        let isFurther: Bool
    }

    let key: Key
    /// Where kurus.json names the module.
    let location: SourceLocation?
    /// What was wrong with finding its files.
    let diagnostics: Diagnostics
    private let input: ClientInput
    private let files: any FileTree
    /// Its pages, where they are read already.
    private let reading: ClientReading?

    init(
        _ key: Key, at location: SourceLocation?, _ input: ClientInput, _ files: any FileTree,
        _ diagnostics: Diagnostics, reading: ClientReading? = nil
    ) {
        self.key = key
        self.location = location
        self.input = input
        self.files = files
        self.diagnostics = diagnostics
        self.reading = reading
    }

    /// Reads it as far as it can be.
    ///
    /// - Parameter other: The client that it is compared with: what no kurus.json describes is read as that one is.
    func read(besides other: SideClient?) -> ReadSide {
        var input = input
        if key.module == nil, let other, other.key.module != nil { input = input.read(as: other.input) }
        var reading = reading ?? input.read(files, .comparing, after: diagnostics)
        if key.isFurther { reading.declarations = nil }
        return ReadSide(reading)
    }
}

extension ClientInput {
    /// The same pages with another client's options.
    fileprivate func read(as other: ClientInput) -> ClientInput {
        ClientInput(
            pages: pages, overlays: overlays,
            resolveOptions: ResolveOptions(types: other.resolveOptions.types, reportsUnused: false),
            clientOptions: other.clientOptions, output: output)
    }
}

/// A side of a comparison, and whether all of it is there.
struct ReadSide {
    let side: ClientReading
    /// What kept a file or a document from being read at all.
    let obstacles: Diagnostics

    /// Errors that make a side incomplete.
    private static let obstacleIDs: [DiagnosticID] = [
        .jsonSyntax, .duplicateMember, .emptyFile, .unreadableFile, .noMatchingFile,
    ]

    init(_ side: ClientReading) {
        self.side = side
        obstacles = side.diagnostics.filter { $0.severity == .error && Self.obstacleIDs.contains($0.id) }
    }

    /// A side on which there is nothing.
    static let empty = ReadSide(ClientReading(pages: []))
}
