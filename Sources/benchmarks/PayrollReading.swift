import Foundation

/// Measures how the program `payouts` beside this one reads a payroll.
struct PayrollReading {
    let rows: Int
    let form: PayrollFile.Form

    /// Nil where the program was not built.
    static var program: String? {
        let folder = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        let path = folder.appending(path: "payouts").path(percentEncoded: false)
        return FileManager.default.isExecutableFile(atPath: path) ? path : nil
    }

    struct Failure: Error {
        let status: Int32
    }

    /// Measures the processor time and peak memory of whole processes.
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

/// A payroll whose rows have different accounts and people.
struct PayrollFile {
    /// The values are file extensions.
    enum Form: String {
        case commaSeparated = "csv"
        case json
    }

    let rows: Int
    let form: Form

    private static let names = ["Ayşe", "Mehmet", "Fatma", "Zeynep", "İbrahim", "Gülşah", "Oğuzhan", "Elif"]
    private static let surnames = ["Yılmaz", "Kaya", "Demir", "Çelik", "Şahin", "Yıldırım", "Öztürk", "Aydın"]

    /// The last row is wrong, so that a command ends once everything is read and checked.
    var text: [UInt8] {
        let wrong = ["wrong", "phone", "12", "", "1", "TRY", "x"]
        var text: [UInt8] = []
        switch form {
        case .commaSeparated:
            text.reserveCapacity(rows * 100)
            text += "\(Self.columns.joined(separator: ","))\n".utf8
            for row in 0..<rows { text += "\(fields(row).joined(separator: ","))\n".utf8 }
            text += "\(wrong.joined(separator: ","))\n".utf8
        case .json:
            text.reserveCapacity(rows * 200)
            text += "[".utf8
            for row in 0..<rows { text += "\(object(fields(row))),\n".utf8 }
            text += "\(object(wrong))]\n".utf8
        }
        return text
    }

    private static let columns = ["id", "type", "recipient", "name", "amount", "currency", "description"]

    private func object(_ fields: [String]) -> String {
        "{" + zip(Self.columns, fields).map { "\"\($0)\": \"\($1)\"" }.joined(separator: ", ") + "}"
    }

    private func fields(_ row: Int) -> [String] {
        let person = "\(Self.names[row % 8]) \(Self.names[row / 8 % 8]) \(Self.surnames[row / 64 % 8])"
        let amount = "\(15_000 + row * 37 % 90_000).\(10 + row % 90)"
        return ["emp-\(row)", "iban", account(row), person, amount, "TRY", "Kasım 2026 maaşı"]
    }

    /// The check digits of ISO 13616: 98 minus the remainder of the number with the country, where T is 29 and R is 27.
    private func account(_ row: Int) -> String {
        let digits = "\(row * 7919)"
        let number = "0001000" + String(repeating: "0", count: 15 - digits.utf8.count) + digits
        let remainder = (number + "292700").utf8.reduce(0) { ($0 * 10 + Int($1) - 0x30) % 97 }
        let check = 98 - remainder
        return "TR" + (check < 10 ? "0" : "") + "\(check)" + number
    }
}
