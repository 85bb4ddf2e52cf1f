import KurusGenerating

/// The paths in kurus.json that what a server sends may be written to.
enum PageName {
    static let requirement =
        "is no page that can be fetched: its path leads into the folder of kurus.json, no name in it begins with a dot, "
        + "and it ends with .md, .markdown, .txt or .json, but is neither kurus.json nor an overlay"

    private static let endings = [".md", ".markdown", ".txt", ".json"]

    static func isPage(_ path: String) -> Bool {
        let names = path.split(separator: "/")
        guard !path.hasPrefix("/"), !path.hasSuffix("/"), let last = names.last?.lowercased() else { return false }
        return names.allSatisfy { $0 == "." || !$0.hasPrefix(".") } && endings.contains(where: last.hasSuffix)
            && last != Configuration.fileName
    }
}
