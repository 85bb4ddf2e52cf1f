import Foundation
import KurusGenerating

@testable import kurus

/// A folder of a test's own, removed with it, and the command line run in it.
final class TestFolder {
    let path: String

    init(_ files: [String: String] = [:]) throws {
        path = FileManager.default.temporaryDirectory.appending(path: "kurus-\(UUID().uuidString)")
            .path(percentEncoded: false)
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        for (name, text) in files { try write(text, to: name) }
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// The file system as a run in this folder sees it.
    var files: FileSystem {
        FileSystem(workingDirectory: path)
    }

    func write(_ text: String, to name: String) throws {
        let url = URL(filePath: path).appending(path: name)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    func link(_ name: String, to destination: String) throws {
        let url = URL(filePath: path).appending(path: name)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(atPath: path + "/" + name, withDestinationPath: destination)
    }

    /// Nil if the file does not exist.
    func text(of name: String) -> String? {
        FileManager.default.contents(atPath: path + "/" + name).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The paths of all files, sorted.
    func allFiles() -> [String] {
        let paths = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
        return paths.filter { files.kind(of: $0) == .file }.sorted()
    }

    /// Changes whenever a file is written, even with the same bytes.
    func identity(of name: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path + "/" + name)[.systemFileNumber] as? Int
    }

    func kurus(_ arguments: String...) async -> Outcome {
        await kurus(arguments)
    }

    /// Every look at the clock is three milliseconds after the last. Lines are counted as `n lines`, since these tests
    /// are not about what the generator writes.
    func kurus(_ arguments: [String]) async -> Outcome {
        var outcome = await exactly(arguments)
        outcome.output.replace(/[0-9]+ lines/, with: "n lines")
        return outcome
    }

    func exactly(_ arguments: [String]) async -> Outcome {
        var time = Duration.zero
        return await Outcome.of(arguments, in: path) { context in
            context.now = {
                time += .milliseconds(3)
                return time
            }
        }
    }
}

/// The output and the exit status of a run.
struct Outcome: Equatable, CustomStringConvertible {
    var status: Int32 = -1
    var output = ""
    var errors = ""

    /// Runs the command line in a folder.
    static func of(
        _ arguments: [String], in folder: String, _ change: (inout CommandContext) -> Void = { _ in }
    ) async -> Outcome {
        var outcome = Outcome()
        var context = CommandContext(
            files: FileSystem(workingDirectory: folder), output: { outcome.output += $0 },
            errorOutput: { outcome.errors += $0 })
        change(&context)
        let status = await KurusCommand.run(arguments, context)
        outcome.status = status
        return outcome
    }

    var description: String {
        "status \(status)\n--- output\n\(output)--- errors\n\(errors)---"
    }
}
