import KurusGenerating
import KurusJSON
import SourceText
import SpecDiagnostics
import SpecTree

/// The entity tags of the last fetch. Without them, pages are fetched whole, and nothing is lost.
///
/// They are kept in the user's cache folder, since they describe this machine's last run. A tag is used only while the
/// page has the content that was written then, compared by git's id.
struct KnownPages {
    fileprivate struct Page: Equatable {
        let address: String
        let page: String
        let cutFrom: String
        let tag: String
        /// git's id of the file's content.
        let content: String
    }

    /// Nil where no cache folder is known.
    private let path: String?
    private let files: FileSystem
    private var pages: [Page] = []
    private var isChanged = false

    init(_ context: CommandContext) {
        files = context.files
        path = Self.folder(context.environment).map { $0 + "/etags.json" }
        guard let path, let bytes = try? files.read(path) else { return }
        var diagnostics = Diagnostics()
        let root = JSONNode.read(SourceFile(path: path, bytes: bytes), diagnostics: &diagnostics)
        pages = (root?["pages"]?.elements ?? []).compactMap { Page($0) }
    }

    /// Returns the tag of a source whose page has this content.
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

    /// Saves the tags. Pages whose tags are lost are fetched whole the next time.
    func save() {
        guard let path, isChanged else { return }
        try? files.createDirectory(PathText.folder(of: path))
        try? files.write(JSONWriter.bytes(of: self), to: path)
    }

    /// Returns the folder of the XDG Base Directory Specification, which ignores relative paths; on macOS, the one in
    /// Library.
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
