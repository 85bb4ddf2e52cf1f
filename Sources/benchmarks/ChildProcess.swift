import Foundation

/// This program again, for one part: so that the memory of one does not count for another.
enum ChildProcess {
    struct Failure: Error {
        let part: BenchmarkPart
        let status: Int32
    }

    static func measurement(of part: BenchmarkPart, program: String) throws -> Measurement {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = part.arguments
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        guard process.terminationStatus == 0, let line = text.split(separator: "\n").last,
            let measurement = Measurement(line: line)
        else { throw Failure(part: part, status: process.terminationStatus) }
        return measurement
    }
}
