import Foundation
import SourceText

/// A folder of specs/: its pages, and its overlays.
struct Provider {
    let pages: [SourceFile]
    let overlays: [SourceFile]

    /// The folders below one, sorted.
    static func all(in folder: String) -> [Provider] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.sorted().map { Provider(folder: "\(folder)/\($0)") }.filter { !$0.pages.isEmpty }
    }

    private init(folder: String) {
        let paths = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        let files = paths.sorted().compactMap { path in
            FileManager.default.contents(atPath: "\(folder)/\(path)").map {
                SourceFile(path: "\(folder)/\(path)", bytes: [UInt8]($0))
            }
        }
        // A translation describes the same operations once more.
        pages = files.filter { $0.path.hasSuffix(".md") && !$0.path.contains("/tr/") }
        overlays = files.filter { $0.path.hasSuffix("overlay.json") }
    }
}
