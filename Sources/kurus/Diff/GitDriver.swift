import KurusCommandLine
import KurusGenerating
import SourceText
import SpecDiagnostics
import SpecDiff

/// `kurus diff --git-driver`: what git calls in place of its own diff (gitattributes(5), "Defining an external diff
/// driver"; the arguments: git(1), GIT_EXTERNAL_DIFF).
///
/// It always ends with status 0: git takes any other for a failure, and shows nothing more.
struct GitDriver {
    /// The path in the repository, and as it was named before.
    private let path: String
    private let oldPath: String
    /// The files with both versions; nil for a path that is not merged.
    private let versions: (old: String, new: String)?

    private static let nothing = "/dev/null"

    init(_ arguments: ParsedArguments) throws(UsageError) {
        let words = arguments.operands
        switch words.count {
        case 1:
            (path, oldPath) = (words[0], words[0])
            versions = nil
        // path old-file old-hex old-mode new-file new-hex new-mode [new-path what-happened]
        case 7, 9:
            oldPath = words[0]
            path = words.count == 9 ? words[7] : words[0]
            versions = (words[1], words[4])
        default:
            throw UsageError(
                "'--git-driver' is called by git, with 1, 7 or 9 words; found \(words.count)", in: arguments.command)
        }
    }

    func run(_ options: DiffOptions, _ printing: DiffPrinting, _ invocation: Invocation) -> ExitStatus {
        guard let versions else {
            invocation.output("\(VisibleText(path).text) is not merged\n")
            return .done
        }
        let key = SideClient.Key(module: nil, isFurther: false)
        let base = side(versions.old, named: "a/" + oldPath, invocation)
        let revision = side(versions.new, named: "b/" + path, invocation)
        let comparison = ClientComparison(base, revision, key, options)
        // git shows standard error above the page of its pager.
        invocation.output(comparison.diagnostics.text)
        if let news { invocation.output(news + "\n") }
        if let report = comparison.report, news == nil || !report.isEmpty {
            let names = (base: "a/" + oldPath, revision: "b/" + path)
            let text = printing.text(of: [report], base: names.base, revision: names.revision, invocation)
            _ = printing.deliver(text + "\n", invocation)
        }
        return .done
    }

    /// Of a page that only one version has, that it is so: its text is not compared with nothing.
    private var news: String? {
        guard let versions else { return nil }
        if versions.old == Self.nothing { return "\(VisibleText("b/" + path).text) is new" }
        return versions.new == Self.nothing ? "\(VisibleText("a/" + oldPath).text) is gone" : nil
    }

    private func side(_ file: String, named name: String, _ invocation: Invocation) -> ReadSide {
        guard file != Self.nothing else { return .empty }
        let file = PathText.normalized(file)
        let files = RenamedFile(files: invocation.files, path: file, name: name)
        return SideClients(of: DiffInput(files: files, path: file)).files.read(besides: nil)
    }
}

/// The disk, on which one file is known by another name: git puts versions into files of its own.
private struct RenamedFile: FileTree {
    let files: FileSystem
    let path: String
    let name: String

    func kind(of path: String) -> FileSystem.Kind? {
        files.kind(of: path)
    }

    func isSymbolicLink(_ path: String) -> Bool {
        files.isSymbolicLink(path)
    }

    func read(_ path: String) throws(FileSystem.Failure) -> [UInt8] {
        try files.read(path)
    }

    func names(in folder: String) throws(FileSystem.Failure) -> [String] {
        try files.names(in: folder)
    }

    func shown(_ path: String) -> String {
        path == self.path ? name : path
    }
}
