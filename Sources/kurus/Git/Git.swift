import Foundation
import Synchronization

/// The `git` of this machine, run as a process of its own: no shell, no pager, and no setting of the user's that changes
/// what it prints.
struct Git {
    /// Why git gave no answer.
    struct Failure: Error {
        /// In git's own words, on one line.
        let reason: String
        /// Whether git said nothing, and only ended with another status than 0.
        var isSilent = false
    }

    /// The absolute path that it is run in.
    let workingDirectory: String
    private let environment: [String: String]

    /// - Parameter environment: The variables of this process: where git is found, and what it works with.
    init(workingDirectory: String, environment: [String: String]) {
        self.workingDirectory = workingDirectory
        self.environment = environment
    }

    /// Runs git to its end.
    ///
    /// - Returns: What it wrote to standard output.
    /// - Throws: When git is not installed, or ends with another status than 0.
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
        let bytes = [UInt8](output.fileHandleForReading.readDataToEndOfFile())
        let reason = Self.line(of: words.toEnd())
        process.waitUntilExit()
        guard process.terminationReason == .exit, process.terminationStatus == 0 else {
            guard reason.isEmpty else { throw Failure(reason: reason) }
            throw Failure(reason: "git ended with status \(process.terminationStatus)", isSilent: true)
        }
        return bytes
    }

    /// The lines that git prints, without their ends.
    func lines(_ arguments: [String]) throws(Failure) -> [String] {
        let text = String(decoding: try run(arguments), as: UTF8.self)
        return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }

    /// The fields that git ends with a zero byte where it is given `-z`.
    func fields(_ arguments: [String]) throws(Failure) -> [String] {
        try run(arguments).split(separator: 0, omittingEmptySubsequences: false).dropLast()
            .map { String(decoding: $0, as: UTF8.self) }
    }

    private static let settings = [
        "--no-pager", "-c", "core.quotePath=false", "-c", "color.ui=false", "-c", "log.showSignature=false",
        "-c", "i18n.logOutputEncoding=UTF-8", "-c", "core.fsmonitor=false",
    ]

    /// Paths are names, never patterns; words are English; nothing is asked and nothing is locked.
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

/// What a process writes to a pipe, read on a thread of its own: a pipe that nobody reads stops its writer.
private final class CollectedOutput: Sendable {
    private let bytes = Mutex<[UInt8]>([])
    private let end = DispatchSemaphore(value: 0)

    init(of pipe: Pipe) {
        let descriptor = pipe.fileHandleForReading
        Thread.detachNewThread { [self] in
            let all = [UInt8](descriptor.readDataToEndOfFile())
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
