import Foundation

/// Remembers the transfers that were begun, across runs of the program.
protocol TransferLog: Sendable {
    /// Records that a transfer is about to be sent.
    ///
    /// - Returns: False if an earlier run of the program recorded it.
    func begin(_ reference: String) async throws -> Bool
}

/// One line of a file for each transfer, on the disk before the transfer is sent.
///
/// One process may use the file at a time.
actor TransferLogFile: TransferLog {
    private let file: FileHandle
    private var references: Set<String>

    init(at url: URL) throws {
        if !FileManager.default.fileExists(atPath: url.path) { try Data().write(to: url) }
        file = try FileHandle(forUpdating: url)
        let text = String(decoding: try file.readToEnd() ?? Data(), as: UTF8.self)
        references = Set(text.split(separator: "\n").map(String.init))
    }

    func begin(_ reference: String) throws -> Bool {
        guard !references.contains(reference) else { return false }
        try file.write(contentsOf: Data("\(reference)\n".utf8))
        try file.synchronize()
        references.insert(reference)
        return true
    }
}
