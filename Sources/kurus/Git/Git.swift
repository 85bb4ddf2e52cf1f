import Foundation
import KurusGenerating
import Synchronization

/// Runs this machine's `git` as a process: without a shell, a pager, or settings of the user that change its output.
struct Git {
    /// A failure of git.
    struct Failure: Error {
        /// The message of git, on one line.
        let reason: String
        /// Whether git printed nothing and only ended with a status other than 0.
        var isSilent = false
    }

    /// The absolute path of its working directory.
    let workingDirectory: String
    /// The environment of this process, which locates and configures git.
    let environment: [String: String]

    /// Runs git to its end.
    ///
    /// - Returns: The standard output.
    /// - Throws: A failure where git is not installed, or ends with a status other than 0.
    func run(_ arguments: [String]) throws(Failure) -> [UInt8] {
        let process = Process()
        process.executableURL = URL(filePath: try executable())
        process.arguments = Self.settings + arguments
        process.environment = ownEnvironment
        process.currentDirectoryURL = URL(filePath: workingDirectory, directoryHint: .isDirectory)
        process.standardInput = FileHandle.nullDevice
        let output = Pipe()
        let errors = Pipe()
        process.standardOutput = output
        process.standardError = errors
        do {
            try process.run()
        } catch {
            throw Failure(reason: "git cannot be run in \(workingDirectory)")
        }
        let words = CollectedOutput(of: errors)
        let bytes = Self.bytes(of: output)
        let reason = Self.line(of: words.toEnd())
        process.waitUntilExit()
        guard process.terminationReason == .exit, process.terminationStatus == 0 else {
            guard reason.isEmpty else { throw Failure(reason: reason) }
            throw Failure(reason: "git ended with status \(process.terminationStatus)", isSilent: true)
        }
        return bytes
    }

    /// Reads a pipe to its end. Foundation's own reading ends the process when a signal interrupts it.
    fileprivate static func bytes(of pipe: Pipe) -> [UInt8] {
        (try? FileSystem.bytes(from: pipe.fileHandleForReading.fileDescriptor)) ?? []
    }

    /// Returns the lines of git's output.
    func lines(_ arguments: [String]) throws(Failure) -> [String] {
        let text = String(decoding: try run(arguments), as: UTF8.self)
        return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }

    /// Returns the zero-terminated fields of git's output with `-z`.
    func fields(_ arguments: [String]) throws(Failure) -> [String] {
        try run(arguments).split(separator: 0, omittingEmptySubsequences: false).dropLast()
            .map { String(decoding: $0, as: UTF8.self) }
    }

    private static let settings = [
        "--no-pager", "-c", "core.quotePath=false", "-c", "color.ui=false", "-c", "log.showSignature=false",
        "-c", "i18n.logOutputEncoding=UTF-8", "-c", "core.fsmonitor=false",
    ]

    /// Paths are never patterns, messages are English, and git neither prompts nor takes optional locks.
    private var ownEnvironment: [String: String] {
        var variables = environment
        for name in ["GIT_EXTERNAL_DIFF", "GIT_GLOB_PATHSPECS", "GIT_NOGLOB_PATHSPECS", "GIT_ICASE_PATHSPECS"] {
            variables[name] = nil
        }
        let own = [
            "LC_ALL": "C", "GIT_LITERAL_PATHSPECS": "1", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0",
        ]
        return variables.merging(own) { $1 }
    }

    private func executable() throws(Failure) -> String {
        let folders = (environment["PATH"] ?? "").split(separator: ":").filter { $0.hasPrefix("/") }
        let candidates = folders.map { "\($0)/git" }
        guard let path = candidates.first(where: FileManager.default.isExecutableFile(atPath:)) else {
            throw Failure(reason: "git is not installed: no folder of PATH has it")
        }
        return path
    }

    private static func line(of words: [UInt8]) -> String {
        let lines = String(decoding: words, as: UTF8.self).split(whereSeparator: \.isNewline)
        return lines.map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: " ")
    }
}

/// Reads a process's pipe on a separate thread: a full pipe would block the process.
private final class CollectedOutput: Sendable {
    private let bytes = Mutex<[UInt8]>([])
    private let end = DispatchSemaphore(value: 0)

    init(of pipe: Pipe) {
        Thread.detachNewThread { [self] in
            let all = Git.bytes(of: pipe)
            bytes.withLock { $0 = all }
            end.signal()
        }
    }

    /// Waits until everything is read.
    func toEnd() -> [UInt8] {
        end.wait()
        return bytes.withLock { $0 }
    }
}

extension Git {
    /// Whether a file has changes that are not in git, which overwriting would lose.
    ///
    /// - Throws: A failure without a repository, where no version is kept.
    func hasLocalChange(_ path: String) throws(Git.Failure) -> Bool {
        let changes = try run([
            "status", "--porcelain=v1", "-z", "--no-renames", "--untracked-files=all", "--ignored=matching", "--", path,
        ])
        guard changes.isEmpty else { return true }
        return try isOverlooked(path)
    }

    /// Whether git ignores changes of a file (git-update-index(1), --assume-unchanged and --skip-worktree). Its letter
    /// is then not H.
    private func isOverlooked(_ path: String) throws(Git.Failure) -> Bool {
        try fields(["ls-files", "-v", "-z", "--", path]).contains { !$0.hasPrefix("H ") }
    }

    /// Returns git's ids of the contents of files, by path; none where git cannot compute them.
    func contentIDs(of paths: [String]) -> [String: String] {
        guard !paths.isEmpty, let ids = try? lines(["hash-object", "--no-filters", "--"] + paths),
            ids.count == paths.count
        else { return [:] }
        return Dictionary(zip(paths, ids)) { first, _ in first }
    }
}
