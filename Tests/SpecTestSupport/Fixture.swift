import Foundation
package import SourceText

/// A folder of Tests/Fixtures: the files of a case, and the expected text.
package struct Fixture: Sendable, CustomStringConvertible {
    /// The folder's name, which describes the case.
    package let name: String
    private let folder: URL

    package var description: String { name }

    /// Returns all cases of a folder of Tests/Fixtures, by name.
    package static func all(in folder: String) -> [Fixture] {
        let fixtures = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Fixtures/\(folder)")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: fixtures.path)) ?? []
        return names.sorted().map { Fixture(name: $0, folder: fixtures.appending(path: $0)) }
    }

    /// Returns the input files, with their bare names as paths.
    ///
    /// Files named `expected…` are the expected output, and `options.json` replaces a kurus.json.
    package func inputs() throws -> [SourceFile] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
            .filter { !$0.hasPrefix("expected") && $0 != Self.optionsName }
            .map { try file($0) }
    }

    /// Returns the choices that a kurus.json would make; nil where the case makes none.
    package func options() throws -> SourceFile? {
        let url = folder.appending(path: Self.optionsName)
        return FileManager.default.fileExists(atPath: url.path) ? try file(Self.optionsName) : nil
    }

    private static let optionsName = "options.json"

    private func file(_ name: String) throws -> SourceFile {
        SourceFile(path: name, bytes: Array(try Data(contentsOf: folder.appending(path: name))))
    }

    /// Returns the expected text in a file of the folder. With KURUS_RECORD=1 the file is overwritten with `actual`,
    /// and a text that no test expects is returned: a run that records must not pass.
    package func expected(_ name: String, recording actual: String) throws -> String {
        let url = folder.appending(path: name)
        guard ProcessInfo.processInfo.environment["KURUS_RECORD"] == "1" else {
            return String(decoding: try Data(contentsOf: url), as: UTF8.self)
        }
        try Data(actual.utf8).write(to: url)
        return "recorded"
    }
}
