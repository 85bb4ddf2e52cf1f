import Foundation

/// Has the program `payouts`, which lies beside this one, read a payroll.
struct PayrollReading {
    let rows: Int
    let form: PayrollFile.Form

    /// Nil where it was not built.
    static var program: String? {
        let folder = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        let path = folder.appending(path: "payouts").path(percentEncoded: false)
        return FileManager.default.isExecutableFile(atPath: path) ? path : nil
    }

    struct Failure: Error {
        let status: Int32
    }

    /// Processor time and peak memory of whole processes.
    func measured(runs: Int, program: String) throws -> Measurement {
        let file = FileManager.default.temporaryDirectory.appending(
            path: "payroll-\(UUID().uuidString).\(form.rawValue)")
        defer { try? FileManager.default.removeItem(at: file) }
        let text = PayrollFile(rows: rows, form: form).text
        try Data(text).write(to: file)
        var times: [Duration] = []
        for _ in 0..<runs {
            let start = ProcessorTime.ofChildren
            try read(file, program)
            times.append(ProcessorTime.ofChildren - start)
        }
        return Measurement(times: times, bytes: text.count, peakMemory: PeakMemory.bytesOfChildren)
    }

    private func read(_ file: URL, _ program: String) throws {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = [
            "send", file.path(percentEncoded: false), "--id", "benchmark", "--dry-run", "--simulator", "1",
        ]
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        // A file that cannot be used: the last row is wrong.
        guard process.terminationStatus == 3 else { throw Failure(status: process.terminationStatus) }
    }
}
