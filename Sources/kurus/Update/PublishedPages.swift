import KurusCommandLine
import KurusGenerating
import SourceText
import SpecDiagnostics

/// The published pages of a kurus.json, beside the present ones.
struct PublishedPages {
    /// A page whose published content differs from the present one.
    struct Page {
        let path: String
        let bytes: [UInt8]
    }

    let sources: [PageSource]
    private(set) var changed: [Page] = []
    /// The reasons why pages could not be fetched, or cannot replace the present ones.
    private(set) var problems: [PageProblem] = []
    /// The diagnostics of pages whose document cannot be read.
    private(set) var diagnostics = Diagnostics()
    private(set) var status = ExitStatus.done
    private var tags: [(source: PageSource, tag: String)] = []
    private let files: FileSystem
    private let git: Git

    init(_ sources: [PageSource], _ files: FileSystem, _ git: Git) {
        self.sources = sources
        self.files = files
        self.git = git
    }

    /// Fetches all pages, one after the other. A failure does not prevent reporting the next.
    mutating func fetch(_ fetch: PageFetch, _ known: KnownPages) async {
        let contents = git.contentIDs(of: sources.map(\.path).filter { files.kind(of: $0) == .file })
        for source in sources {
            let tag = contents[source.path].flatMap { known.tag(of: source, content: $0) }
            do throws(PageFetch.Failure) {
                guard case .page(let page) = try await fetch.page(at: source.address, unless: tag) else { continue }
                take(page, of: source)
            } catch {
                add(error.reason, to: source, .providerFailed)
            }
        }
    }

    private mutating func take(_ fetched: FetchedPage, of source: PageSource) {
        let present = try? files.read(source.path)
        guard present != nil || files.kind(of: source.path) == nil else {
            return add("the page that is here cannot be read", to: source, .unusableInput)
        }
        let kept = PageCut.kept(of: fetched.bytes, before: source.cutFrom)
        if present != kept {
            let check = PageCheck(
                fetched, kept: SourceFile(path: source.path, bytes: kept),
                present: present.map { SourceFile(path: source.path, bytes: $0) })
            if let problem = check.problem {
                diagnostics.append(check.diagnostics)
                return add(problem, to: source, .unusableInput)
            }
            changed.append(Page(path: source.path, bytes: kept))
        }
        if let tag = fetched.tag { tags.append((source, tag)) }
    }

    private mutating func add(_ reason: String, to source: PageSource, _ status: ExitStatus) {
        problems.append(PageProblem(source.path, "\(source.address.text): \(reason)"))
        self.status = self.status.combined(with: status)
    }

    /// Keeps the tags of pages that are now present as fetched.
    func remember(in known: inout KnownPages) {
        let contents = git.contentIDs(of: tags.map(\.source.path))
        for (source, tag) in tags {
            if let content = contents[source.path] { known.remember(tag, of: source, content: content) }
        }
    }
}

/// The reason why a page cannot be updated.
struct PageProblem {
    let page: String
    let reason: String

    init(_ page: String, _ reason: String) {
        self.page = page
        self.reason = reason
    }
}
