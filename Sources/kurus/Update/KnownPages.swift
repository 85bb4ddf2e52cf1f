import KurusGenerating
import KurusJSON
import SourceText
import SpecDiagnostics
import SpecTree

/// The entity tags that pages had when they were last fetched. Without them pages are fetched whole: nothing is lost.
///
/// They lie in the user's folder for caches, since they are true of one machine's last run and would change on every
/// other. A tag counts only while the page holds the bytes that were written then: git's id of them says so.
struct KnownPages {
    fileprivate struct Page: Equatable {
        let address: String
        let page: String
        let cutFrom: String
        let tag: String
        /// git's id of the file's bytes.
        let content: String
    }

    /// Nil where no folder for caches is known.
    private let path: String?
    private let files: FileSystem
    private var pages: [Page] = []
    private var isChanged = false

    init(_ invocation: Invocation) {
        files = invocation.files
        path = Self.folder(invocation.environment).map { $0 + "/etags.json" }
        guard let path, let bytes = try? files.read(path) else { return }
        var diagnostics = Diagnostics()
        let root = JSONNode.read(SourceFile(path: path, bytes: bytes), diagnostics: &diagnostics)
        pages = (root?["pages"]?.elements ?? []).compactMap { Page($0) }
    }

    /// The tag of a source whose page holds those bytes.
    func tag(of source: PageSource, content: String) -> String? {
        pages.first { $0.isOf(source) && $0.content == content }?.tag
    }

    mutating func remember(_ tag: String, of source: PageSource, content: String) {
        let page = Page(
            address: source.address.text, page: source.path, cutFrom: source.cutFrom ?? "", tag: tag,
            content: content)
        guard !pages.contains(page) else { return }
        pages.removeAll { $0.isOf(source) }
        pages.append(page)
        isChanged = true
    }

    /// What cannot be written is fetched whole the next time.
    func save() {
        guard let path, isChanged else { return }
        try? files.createDirectory(PathText.folder(of: path))
        try? files.write(JSONWriter.bytes(of: self), to: path)
    }

    /// By the XDG Base Directory Specification, which has relative paths ignored; on macOS in Library.
    private static func folder(_ environment: [String: String]) -> String? {
        if let cache = environment["XDG_CACHE_HOME"], cache.hasPrefix("/") { return cache + "/kurus" }
        guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
        #if os(macOS)
            return home + "/Library/Caches/kurus"
        #else
            return home + "/.cache/kurus"
        #endif
    }
}

extension KnownPages: JSONWritable {
    func write(to writer: inout JSONWriter) {
        writer.object { $0.member("pages", pages) }
    }
}

extension KnownPages.Page: JSONWritable {
    init?(_ node: JSONNode) {
        guard let address = node["address"]?.string, let page = node["page"]?.string,
            let cutFrom = node["cutFrom"]?.string, let tag = node["tag"]?.string, let content = node["content"]?.string
        else { return nil }
        self.init(address: address, page: page, cutFrom: cutFrom, tag: tag, content: content)
    }

    func isOf(_ source: PageSource) -> Bool {
        address == source.address.text && page == source.path && cutFrom == source.cutFrom ?? ""
    }

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("address", address)
            writer.member("page", page)
            writer.member("cutFrom", cutFrom)
            writer.member("tag", tag)
            writer.member("content", content)
        }
    }
}
