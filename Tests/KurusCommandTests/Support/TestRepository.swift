import Foundation
import HTTPTestSupport
import KurusHTTP
import KurusTransport
import Testing

@testable import kurus

/// A git repository of a test's own, which no configuration of this machine reaches.
final class TestRepository {
    let folder: TestFolder

    /// A repository whose first commit holds the files.
    convenience init(_ files: [String: String]) throws {
        try self.init(in: try TestFolder(files))
    }

    /// Makes a folder a repository, and commits what it holds.
    init(in folder: TestFolder) throws {
        self.folder = folder
        try git("init", "--quiet", "--initial-branch=main")
        try commit("Begin")
    }

    /// The environment of git and kurus.
    static let environment: [String: String] = {
        var variables = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("GIT_") }
        let nowhere = FileManager.default.temporaryDirectory.appending(path: "kurus-\(UUID().uuidString)")
        variables["HOME"] = nowhere.path(percentEncoded: false)
        variables["XDG_CACHE_HOME"] = nil
        variables["XDG_CONFIG_HOME"] = nil
        variables["GIT_CONFIG_NOSYSTEM"] = "1"
        variables["GIT_CONFIG_GLOBAL"] = "/dev/null"
        variables["NO_COLOR"] = nil
        variables["TERM"] = "xterm"
        return variables
    }()

    /// Runs git there.
    @discardableResult func git(_ arguments: String..., environment: [String: String] = [:]) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments =
            ["git", "-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "commit.gpgSign=false"]
            + arguments
        process.environment = Self.environment.merging(environment) { $1 }
        process.currentDirectoryURL = URL(filePath: folder.path)
        process.standardInput = FileHandle.nullDevice
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let text = String(decoding: output.fileHandleForReading.bytesToEnd(), as: UTF8.self)
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw GitFailure(text: text) }
        return text
    }

    struct GitFailure: Error {
        let text: String
    }

    /// Commits everything, on a day of 2026.
    func commit(_ subject: String, on day: String = "2026-01-01") throws {
        try git("add", "--all")
        let date = day + "T12:00:00Z"
        try git(
            "commit", "--quiet", "--allow-empty", "-m", subject,
            environment: ["GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date])
    }

    func kurus(_ arguments: String...) async -> Outcome {
        await kurus(arguments)
    }

    func kurus(_ arguments: [String], change: (inout CommandContext) -> Void = { _ in }) async -> Outcome {
        await Outcome.of(arguments, in: folder.path) { context in
            context.environment = Self.environment
            context.today = { "2026-11-21" }
            // No limit of time ends a run, however busy the machine is, unless a test moves a clock.
            context.now = { .zero }
            context.transport = {
                PlatformTransport(responseSizeLimit: PageFetch.sizeLimit, clock: ManualClock())
            }
            change(&context)
        }
    }
}
