import Foundation

/// This program again, for one part: so that the memory of one does not count for another.
enum ChildProcess {
    struct Failure: Error {
        let status: Int32
    }

    static func measurement(of part: BenchmarkPart, program: String) throws -> Measurement {
        guard let measurement = Measurement(line: try lastLine(of: [program] + part.arguments)) else {
            throw Failure(status: 0)
        }
        return measurement
    }

    /// The last line that a command prints, which begins with the path of its program.
    static func lastLine(of command: [String]) throws -> Substring {
        let process = Process()
        process.executableURL = URL(filePath: command[0])
        process.arguments = Array(command.dropFirst())
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        guard process.terminationStatus == 0, let line = text.split(separator: "\n").last else {
            throw Failure(status: process.terminationStatus)
        }
        return line
    }
}
