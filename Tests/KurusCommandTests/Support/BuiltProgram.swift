import Foundation

/// The program that was built beside these tests.
enum BuiltProgram {
    static let path: String = {
        let tests = Bundle.allBundles.map(\.bundleURL) + [URL(filePath: CommandLine.arguments[0])]
        let candidates = tests.flatMap { url in
            [url, url.deletingLastPathComponent()].map { $0.appending(path: "kurus").path(percentEncoded: false) }
        }
        return candidates.first(where: FileManager.default.isExecutableFile(atPath:)) ?? "kurus"
    }()
}
