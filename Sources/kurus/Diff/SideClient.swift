import ClientGenerator
import KurusGenerating
import SpecAPI
import SpecDiagnostics
import SpecDiff

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

    init(
        _ key: Key, at location: SourceLocation?, _ input: ClientInput, _ files: any FileTree,
        _ diagnostics: Diagnostics
    ) {
        self.key = key
        self.location = location
        self.input = input
        self.files = files
        self.diagnostics = diagnostics
    }

    /// Reads it as far as it can be.
    ///
    /// - Parameter other: The client that it is compared with: what no kurus.json describes is read as that one is.
    func read(besides other: SideClient?) -> ReadSide {
        var diagnostics = diagnostics
        var input = input
        if key.module == nil, let other, other.key.module != nil { input = input.read(as: other.input) }
        let reading = input.read(files, diagnostics: &diagnostics).reading()
        diagnostics.append(reading.diagnostics)
        return ReadSide(
            DiffSide(
                pages: reading.pages, documents: reading.documents,
                declarations: key.isFurther ? nil : reading.declarations, diagnostics: diagnostics))
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
    let side: DiffSide
    /// What kept a file or a document from being read at all.
    let obstacles: Diagnostics

    /// What can be compared in spite of these errors is not missing.
    private static let obstacleIDs: [DiagnosticID] = [
        .jsonSyntax, .duplicateMember, .emptyFile, .unreadableFile, .noMatchingFile,
    ]

    init(_ side: DiffSide) {
        self.side = side
        var obstacles = Diagnostics()
        for diagnostic in side.diagnostics.all
        where diagnostic.severity == .error && Self.obstacleIDs.contains(diagnostic.id) {
            obstacles.append(diagnostic)
        }
        self.obstacles = obstacles
    }

    /// A side on which there is nothing.
    static let empty = ReadSide(DiffSide(pages: [], documents: [], declarations: nil, diagnostics: Diagnostics()))
}
