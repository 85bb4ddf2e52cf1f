import Foundation
package import SourceText

/// A folder of Tests/Fixtures: the files of a case, and the text that is expected of them.
package struct Fixture: Sendable, CustomStringConvertible {
    /// The folder's name says what the case is about.
    package let name: String
    private let folder: URL

    package var description: String { name }

    /// All cases of a folder of Tests/Fixtures, by name.
    package static func all(in folder: String) -> [Fixture] {
        let fixtures = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Fixtures/\(folder)")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: fixtures.path)) ?? []
        return names.sorted().map { Fixture(name: $0, folder: fixtures.appending(path: $0)) }
    }

    /// The files of the input, by name, under no path but that name.
    ///
    /// `expected…` is what comes out, `options.json` what stands for a kurus.json.
    package func inputs() throws -> [SourceFile] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
            .filter { !$0.hasPrefix("expected") && $0 != Self.optionsName }
            .map { try file($0) }
    }

    /// The choices that a kurus.json would make; nil where the case makes none.
    package func options() throws -> SourceFile? {
        let url = folder.appending(path: Self.optionsName)
        return FileManager.default.fileExists(atPath: url.path) ? try file(Self.optionsName) : nil
    }

    private static let optionsName = "options.json"

    private func file(_ name: String) throws -> SourceFile {
        SourceFile(path: name, bytes: Array(try Data(contentsOf: folder.appending(path: name))))
    }

    /// The text expected in a file of the folder. With KURUS_RECORD=1 it becomes `actual`, and the answer is a text that
    /// no test expects: a run that records proves nothing.
    package func expected(_ name: String, recording actual: String) throws -> String {
        let url = folder.appending(path: name)
        guard ProcessInfo.processInfo.environment["KURUS_RECORD"] == "1" else {
            return String(decoding: try Data(contentsOf: url), as: UTF8.self)
        }
        try Data(actual.utf8).write(to: url)
        return "recorded"
    }
}
