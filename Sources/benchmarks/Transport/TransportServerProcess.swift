import Foundation

/// A `TransportServer` in a process of its own.
struct TransportServerProcess {
    struct Failure: Error {}

    let url: String
    /// The path of the certificate to trust; nil over http.
    let authority: String?
    private let process: Process
    private let input = Pipe()

    init(_ scheme: TransportServer.Scheme, program: String) throws {
        process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = ["serve", scheme.rawValue]
        process.standardInput = input
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        var line: [UInt8] = []
        while line.last != UInt8(ascii: "\n") {
            let bytes = output.fileHandleForReading.availableData
            if bytes.isEmpty { throw Failure() }
            line += bytes
        }
        let words = String(decoding: line.dropLast(), as: UTF8.self).split(separator: " ").map(String.init)
        guard let url = words.first else { throw Failure() }
        self.url = url
        authority = words.count > 1 ? words[1] : nil
    }

    func end() {
        try? input.fileHandleForWriting.close()
        process.waitUntilExit()
    }
}
