import Foundation

/// The toolchain's `swiftc`, run as a process.
struct SwiftCompiler {
    private let path: String

    /// Finds the compiler in the folders of PATH.
    init(environment: [String: String]) throws(VerificationFailure) {
        let folders = (environment["PATH"] ?? "").split(separator: ":").filter { $0.hasPrefix("/") }
        let candidates = folders.map { "\($0)/swiftc" }
        guard let path = candidates.first(where: FileManager.default.isExecutableFile(atPath:)) else {
            throw VerificationFailure(
                reason: "no folder of PATH has `swiftc`; install a Swift toolchain (https://www.swift.org/install)")
        }
        self.path = path
    }

    /// Runs the compiler in a folder to its end.
    ///
    /// - Returns: Its output; nil where it found no error.
    func run(_ arguments: [String], in folder: URL) throws(VerificationFailure) -> String? {
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.standardInput = FileHandle.nullDevice
        // One file for both streams: two pipes would have to be read at once.
        let log = folder.appending(path: "compiler-\(UUID().uuidString).txt")
        do {
            try Data().write(to: log)
            let output = try FileHandle(forWritingTo: log)
            process.standardOutput = output
            process.standardError = output
            try process.run()
        } catch {
            throw VerificationFailure(reason: "\(path) cannot be run in \(folder.path)")
        }
        process.waitUntilExit()
        if process.terminationReason == .exit, process.terminationStatus == 0 { return nil }
        let text = (try? Data(contentsOf: log)).map { String(decoding: $0, as: UTF8.self) } ?? ""
        return text.isEmpty ? "\(path) ended with status \(process.terminationStatus)" : text
    }
}

/// A reason for which nothing could be type-checked.
package struct VerificationFailure: Error {
    package let reason: String
}
