import Foundation
import HTTPTestSupport

/// The built command line as a process of its own; what it prints is read from one pipe.
final class PayoutsProcess {
    private let process = Process()
    private let output: FileHandle
    private var unread: [UInt8] = []

    init(_ arguments: [String], in folder: String) throws {
        let pipe = Pipe()
        output = pipe.fileHandleForReading
        process.executableURL = try Self.executable()
        process.arguments = arguments
        process.currentDirectoryURL = URL(filePath: folder)
        process.environment = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("IYZICO") }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        try? pipe.fileHandleForWriting.close()
    }

    deinit {
        kill()
    }

    /// The next line that it prints, waited for; nil at its end.
    func nextLine() -> String? {
        while true {
            if let end = unread.firstIndex(of: UInt8(ascii: "\n")) {
                defer { unread.removeSubrange(...end) }
                return String(decoding: unread[..<end], as: UTF8.self)
            }
            let chunk = output.nextBytes()
            guard !chunk.isEmpty else { return nil }
            unread += chunk
        }
    }

    /// Ends it by SIGKILL, which it cannot notice.
    func kill() {
        if process.isRunning { Foundation.kill(process.processIdentifier, SIGKILL) }
    }

    struct End {
        let lines: [String]
        /// The exit status; nil when a signal ended it.
        let status: Int32?
    }

    /// Waits for its end.
    func end() -> End {
        var lines: [String] = []
        while let line = nextLine() { lines.append(line) }
        process.waitUntilExit()
        return End(lines: lines, status: process.terminationReason == .exit ? process.terminationStatus : nil)
    }

    private static func executable() throws -> URL {
        let bundle = Bundle(for: PayoutsProcess.self).bundleURL
        let candidates = [bundle, bundle.deletingLastPathComponent()].map { $0.appending(path: "payouts") }
        let found = candidates.first { FileManager.default.isExecutableFile(atPath: $0.path(percentEncoded: false)) }
        guard let found else { throw CocoaError(.fileNoSuchFile) }
        return found
    }
}
