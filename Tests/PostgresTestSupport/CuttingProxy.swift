#if Postgres
import Foundation
import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A Unix socket before a server's, which cuts a connection at a request that a test names.
///
/// A request is what a client sends before it waits: the startup message, a simple query, or everything up to Sync.
public final class CuttingProxy: Sendable {
    /// The position of the cut.
    public enum Cut: Hashable, Sendable {
        /// The server never sees the request of this number.
        case before(Int)
        /// The server carries the request out; the connection ends as soon as it was sent.
        case during(Int)
        /// The server carries the request out; its answer never arrives.
        case after(Int)
    }

    /// The folder of the socket.
    public let folder: String
    private let server: String
    private let state = Mutex(State())
    private let listener: Int32

    private struct State {
        var cut: Cut?
        var requests = 0
        var links: [WeakLink] = []
    }

    private struct WeakLink: Sendable {
        weak let value: Link?
    }

    private static let socketName = "/.s.PGSQL.5432"

    public init(before cluster: PostgresCluster) throws {
        server = cluster.folder + Self.socketName
        var template = Array("/tmp/kurus-XXXXXX".utf8CString)
        guard let name = mkdtemp(&template) else { throw Subprocess.Failure(description: "no temporary folder") }
        folder = String(cString: name)
        listener = try Self.socket(folder + Self.socketName) { bind($0, $1, $2) }
        listen(listener, 64)
        Thread { [self] in accept() }.start()
    }

    /// Ends the proxy and removes its folder.
    public func stop() {
        shutdown(listener, Int32(SHUT_RDWR))
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// Counts requests from 1 again, and cuts once. nil: nothing is cut.
    public func arm(_ cut: Cut?) {
        state.withLock { state in
            state.cut = cut
            state.requests = 0
        }
    }

    /// Whether the cut was made.
    public var isSpent: Bool { state.withLock { $0.cut == nil } }

    /// Cuts every connection of this moment.
    public func cutAll() {
        for link in state.withLock({ $0.links }) { link.value?.end() }
    }

    /// How many requests were seen since it was armed.
    public var requests: Int { state.withLock { $0.requests } }

    private enum Verdict { case forward, drop, forwardAndDrop, forwardAndDropAnswer }

    private func verdict() -> Verdict {
        state.withLock { state in
            state.requests += 1
            switch state.cut {
            case .before(state.requests):
                state.cut = nil
                return .drop
            case .during(state.requests):
                state.cut = nil
                return .forwardAndDrop
            case .after(state.requests):
                state.cut = nil
                return .forwardAndDropAnswer
            default: return .forward
            }
        }
    }

    private func accept() {
        while true {
            #if canImport(Glibc)
            let client = Glibc.accept(listener, nil, nil)
            #else
            let client = Darwin.accept(listener, nil, nil)
            #endif
            guard client >= 0 else { break }
            guard let upstream = try? Self.socket(server, { connect($0, $1, $2) }) else {
                close(client)
                continue
            }
            let link = Link(client: client, server: upstream)
            state.withLock { $0.links.append(WeakLink(value: link)) }
            Thread { [self] in forwardRequests(link) }.start()
            Thread { link.forwardAnswers() }.start()
        }
        close(listener)
    }

    private func forwardRequests(_ link: Link) {
        var framing = RequestFraming()
        while let bytes = Link.receive(link.client) {
            for request in framing.take(bytes) {
                if request.isLast {
                    switch verdict() {
                    case .forward: break
                    case .drop: return link.end()
                    case .forwardAndDrop:
                        Link.send(request.bytes, to: link.server)
                        return link.end()
                    case .forwardAndDropAnswer: link.dropAnswers()
                    }
                }
                Link.send(request.bytes, to: link.server)
            }
        }
        link.end()
    }

    private static func socket(
        _ path: String, _ use: (Int32, UnsafePointer<sockaddr>, socklen_t) -> Int32
    ) throws -> Int32 {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        #if canImport(Glibc)
        let descriptor = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        #else
        let descriptor = Darwin.socket(AF_UNIX, SOCK_STREAM, 0)
        #endif
        let result = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                use(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard descriptor >= 0, result == 0 else {
            close(descriptor)
            throw Subprocess.Failure(description: "\(path): \(String(cString: strerror(errno)))")
        }
        return descriptor
    }
}

/// Two sockets; each direction has a thread.
private final class Link: Sendable {
    let client: Int32
    let server: Int32
    private let dropsAnswers = Atomic(false)

    init(client: Int32, server: Int32) {
        self.client = client
        self.server = server
    }

    func dropAnswers() {
        dropsAnswers.store(true, ordering: .releasing)
    }

    func forwardAnswers() {
        while let bytes = Self.receive(server) {
            // The server has answered, so that it has carried the request out.
            if dropsAnswers.load(ordering: .acquiring) { break }
            Self.send(bytes, to: client)
        }
        end()
    }

    func end() {
        shutdown(client, Int32(SHUT_RDWR))
        shutdown(server, Int32(SHUT_RDWR))
    }

    deinit {
        close(client)
        close(server)
    }

    static func receive(_ descriptor: Int32) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: 65_536)
        let count = recv(descriptor, &bytes, bytes.count, 0)
        return count > 0 ? Array(bytes[..<count]) : nil
    }

    static func send(_ bytes: [UInt8], to descriptor: Int32) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes {
                #if canImport(Glibc)
                Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
                #else
                Darwin.send(descriptor, $0.baseAddress, $0.count, 0)
                #endif
            }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }
}

/// Takes a client's bytes apart into messages (the manual, 55.7): the first has no type, every other one a byte of it.
private struct RequestFraming {
    private var buffer: [UInt8] = []
    private var hasStarted = false

    struct Message {
        let bytes: [UInt8]
        /// Whether the client waits for an answer behind it.
        let isLast: Bool
    }

    mutating func take(_ bytes: [UInt8]) -> [Message] {
        buffer += bytes
        var messages: [Message] = []
        while let message = next() { messages.append(message) }
        return messages
    }

    private mutating func next() -> Message? {
        let head = hasStarted ? 1 : 0
        guard buffer.count >= head + 4 else { return nil }
        let length = buffer[head..<head + 4].reduce(0) { $0 << 8 | Int($1) } + head
        guard buffer.count >= length else { return nil }
        let bytes = Array(buffer[..<length])
        let isLast = !hasStarted || bytes[0] == UInt8(ascii: "Q") || bytes[0] == UInt8(ascii: "S")
        buffer.removeFirst(length)
        hasStarted = true
        return Message(bytes: bytes, isLast: isLast)
    }
}
#endif
