import Foundation
import HTTPTestSupport
import Synchronization

/// The server for measuring transports, in its own process. Over https it is `openssl s_server`, with a new certificate
/// authority.
///
/// `/answer` is answered at once, `/wait/SECONDS` later, and `/once` only as the first request on a connection: the
/// second one closes it without an answer.
enum TransportServer {
    enum Scheme: String {
        case http
        case https
    }

    /// Prints its URL and the path of the authority's certificate, and runs until standard input ends.
    static func run(_ scheme: Scheme) throws {
        switch scheme {
        case .http:
            let server = try httpServer()
            announce(server.url)
            withExtendedLifetime(server, awaitEnd)
        case .https:
            let authority = try CertificateAuthority()
            let server = try TLSServer(authority) { arrival in
                wait(asAskedBy: arrival)
                return Peer.response(200, Array(answer.utf8))
            }
            announce("\(server.url) \(authority.certificate)")
            withExtendedLifetime((authority, server), awaitEnd)
        }
    }

    private static let answer = #"{"status":"success","systemTime":1794900000000,"balance":20.00000000}"#

    private static func httpServer() throws -> ScriptedServer {
        let seen = Mutex<Set<Int>>([])
        return try ScriptedServer { arrival, peer in
            let isFirst = seen.withLock { $0.insert(peer.number).inserted }
            if arrival.line.hasSuffix(" /once"), !isFirst { return .close }
            wait(asAskedBy: arrival)
            peer.answer(200, answer)
            return .keep
        }
    }

    private static func wait(asAskedBy arrival: Arrival) {
        let parts = arrival.line.split(separator: "/")
        guard parts.count == 3, parts[1] == "wait", let seconds = TimeInterval(parts[2]) else { return }
        Thread.sleep(forTimeInterval: seconds)
    }

    private static func announce(_ line: String) {
        FileHandle.standardOutput.write(Data((line + "\n").utf8))
    }

    private static func awaitEnd() {
        while !FileHandle.standardInput.availableData.isEmpty {}
    }
}

/// A `TransportServer` in its own process.
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
