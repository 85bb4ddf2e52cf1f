import Foundation

/// A path of kurus.json, perhaps with `*`, that a build depends on.
struct InputPattern {
    private let base: URL
    private let isPattern: Bool

    /// - Parameter directory: The folder of kurus.json.
    init(_ pattern: String, in directory: URL) {
        let names = pattern.split(separator: "/")
        let fixed = names.prefix { !$0.contains("*") }
        isPattern = fixed.count < names.count
        base =
            URL(
                filePath: fixed.joined(separator: "/"),
                relativeTo: pattern.hasPrefix("/") ? URL(filePath: "/") : directory
            ).standardizedFileURL
    }

    /// The file itself; for a pattern, all files below its fixed folders. A superfluous build does no harm, but one
    /// that misses a page does.
    var files: [URL] {
        guard isPattern else { return [base] }
        let found = FileManager.default.enumerator(
            at: base, includingPropertiesForKeys: [.isRegularFileKey], options: [.skipsHiddenFiles])
        return (found?.compactMap { $0 as? URL } ?? [])
            .filter { (try? $0.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) ?? false }
            .sorted { $0.path < $1.path }
    }
}
