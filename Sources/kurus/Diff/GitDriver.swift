import KurusCommandLine
import KurusGenerating
import SourceText
import SpecDiagnostics
import SpecDiff

/// `kurus diff --git-driver`: replaces git's own diff (gitattributes(5), "Defining an external diff driver"; the
/// arguments: git(1), GIT_EXTERNAL_DIFF).
///
/// It always ends with status 0, since git stops at any other status.
struct GitDriver {
    /// The path in the repository, and its old name.
    private let path: String
    private let oldPath: String
    /// The files with both versions; nil for an unmerged path.
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

    func run(_ options: DiffOptions, _ printing: DiffPrinting, _ context: CommandContext) -> ExitStatus {
        guard let versions else {
            context.output("\(VisibleText(path).text) is not merged\n")
            return .done
        }
        let key = SideClient.Key(module: nil, isFurther: false)
        let base = side(versions.old, named: "a/" + oldPath, context)
        let revision = side(versions.new, named: "b/" + path, context)
        let comparison = ClientComparison(base, revision, key, options)
        // git shows standard error above the page of its pager.
        context.output(comparison.diagnostics.text)
        if let news { context.output(news + "\n") }
        if let report = comparison.report, news == nil || !report.isEmpty {
            let names = (base: "a/" + oldPath, revision: "b/" + path)
            let text = printing.text(of: [report], base: names.base, revision: names.revision, context)
            _ = printing.deliver(text + "\n", context)
        }
        return .done
    }

    /// The note about a page that only one version has, whose text is not compared with nothing.
    private var news: String? {
        guard let versions else { return nil }
        if versions.old == Self.nothing { return "\(VisibleText("b/" + path).text) is new" }
        return versions.new == Self.nothing ? "\(VisibleText("a/" + oldPath).text) is gone" : nil
    }

    private func side(_ file: String, named name: String, _ context: CommandContext) -> ReadSide {
        guard file != Self.nothing else { return .empty }
        // git writes versions to temporary files.
        let file = PathText.normalized(file)
        let files = ReplacedFiles(files: context.files, names: [file: name])
        return SideClients(input: DiffInput(files: files, path: file)).files.read(besides: nil)
    }
}
