import Foundation
import Synchronization

/// An https server on a loopback port: `openssl s_server` in front of a script. It serves one connection after the other,
/// for as long as the client keeps each.
public final class TLSServer: Sendable {
    /// Makes the bytes of the response: see `Peer.response`.
    public typealias Script = @Sendable (Arrival) -> [UInt8]

    public let port: UInt16
    private let process: Process
    private let received = Mutex<[Arrival]>([])

    /// - Throws: `SocketFailure`, or an error of Foundation's where `openssl` is not installed.
    public init(_ authority: CertificateAuthority, _ script: @escaping Script) throws {
        port = try Self.freePort()
        process = Process.openSSL([
            "s_server", "-quiet", "-4", "-accept", "127.0.0.1:\(port)", "-cert", authority.serverCertificate, "-key",
            authority.serverKey,
        ])
        let requests = Pipe()
        let responses = Pipe()
        process.standardInput = responses
        process.standardOutput = requests
        process.standardError = FileHandle.nullDevice
        try process.run()
        try Self.awaitListener(on: port, while: process)
        Thread.detachNewThread { [weak self] in
            var reader = ArrivalReader()
            while let arrival = reader.next({ requests.fileHandleForReading.nextBytes() }) {
                self?.received.withLock { $0.append(arrival) }
                try? responses.fileHandleForWriting.write(contentsOf: Data(script(arrival)))
            }
        }
    }

    /// SIGKILL, since a process that a thread of Dispatch starts inherits its blocked SIGTERM.
    deinit {
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    }

    public var url: String { "https://127.0.0.1:\(port)" }

    /// Every request so far, in the order of arrival.
    public var arrivals: [Arrival] { received.withLock { $0 } }

    /// Nobody else's at this moment: `s_server` does not tell a port that the system chose.
    private static func freePort() throws(SocketFailure) -> UInt16 {
        let socket = try LoopbackSocket.bound()
        defer { LoopbackSocket.close(socket) }
        return LoopbackSocket.port(of: socket)
    }

    /// Returns when something listens there; a connection that only tries this is one that `s_server` gives up.
    private static func awaitListener(on port: UInt16, while process: Process) throws(SocketFailure) {
        while true {
            do throws(SocketFailure) {
                return LoopbackSocket.close(try LoopbackSocket.connected(to: port, patience: 600))
            } catch {
                if !process.isRunning { throw error }
            }
            sched_yield()
        }
    }
}
