import Dispatch
import Foundation
import KurusHTTP
import Synchronization

/// Serves every connection of a listener from one thread, which waits only in `poll`.
final class ServerLoop {
    private let listener: Int32
    private let limits: ServerLimits
    private let mailbox: ServerMailbox
    private let respond: @Sendable (HTTPRequest) async -> Delivery
    private let origin: String
    private var connections: [Int32: ServerConnection] = [:]
    private var connectionCount = 0
    /// Requests whose delivery is awaited.
    private var awaited = 0
    /// The time until which no connection is accepted, for lack of descriptors.
    private var pausedUntil: ContinuousClock.Instant?
    private var chunk = [UInt8](repeating: 0, count: 65536)

    /// The wait for free descriptors.
    private static let pause = Duration.milliseconds(20)

    /// - Parameter listener: Closed when the loop ends.
    init(
        _ listener: Int32, _ limits: ServerLimits, _ mailbox: ServerMailbox,
        _ respond: @escaping @Sendable (HTTPRequest) async -> Delivery
    ) {
        self.listener = listener
        self.limits = limits
        self.mailbox = mailbox
        self.respond = respond
        origin = "http://127.0.0.1:\(Socket.port(of: listener))"
    }

    /// Runs until the mailbox stops it and every begun request is carried out.
    func run() {
        while !mailbox.isStopping {
            turn(acceptsMore: true)
        }
        close(listener)
        connections.values.forEach { close($0.socket) }
        connections = [:]
        while awaited > 0 {
            turn(acceptsMore: false)
        }
    }

    private func turn(acceptsMore: Bool) {
        let isListening = acceptsMore && connections.count < limits.connections && !isPaused
        var events = [pollfd(fd: mailbox.wakingEnd, events: Int16(POLLIN), revents: 0)]
        if isListening { events.append(pollfd(fd: listener, events: Int16(POLLIN), revents: 0)) }
        events += connections.values.map(Self.interest)
        guard Platform.retrying({ poll(&events, nfds_t(events.count), milliseconds) }) != -1 else { return }
        for event in events.dropFirst(isListening ? 2 : 1) where event.revents != 0 {
            serve(event)
        }
        if isListening, events[1].revents != 0 { accept() }
        mailbox.takeLetters().forEach(deliver)
        expire()
    }

    private static func interest(_ connection: ServerConnection) -> pollfd {
        let reading = connection.wantsToRead ? POLLIN : 0
        let writing = connection.wantsToWrite ? POLLOUT : 0
        return pollfd(fd: connection.socket, events: Int16(reading | writing), revents: 0)
    }
}

extension ServerLoop {
    private func accept() {
        while connections.count < limits.connections {
            guard let socket = Socket.accepting(listener) else {
                if errno == EMFILE || errno == ENFILE || errno == ENOBUFS || errno == ENOMEM {
                    pausedUntil = .now + Self.pause
                }
                return
            }
            connectionCount += 1
            connections[socket] = ServerConnection(socket, number: connectionCount, limits, origin: origin)
        }
    }

    private func serve(_ event: pollfd) {
        guard let connection = connections[event.fd] else { return }
        if event.revents & Int16(POLLIN) != 0 {
            read(connection)
        } else if event.revents & Int16(POLLERR | POLLHUP | POLLNVAL) != 0 {
            connection.takeEnd()
        }
        if !connection.isClosed { write(connection) }
        if connection.isClosed { drop(connection) }
    }

    private func read(_ connection: ServerConnection) {
        switch Socket.read(connection.socket, into: &chunk) {
        case .moved(let count): dispatch(connection.take(chunk[..<count]), of: connection)
        case .blocked: break
        case .ended: connection.takeEnd()
        }
    }

    private func write(_ connection: ServerConnection) {
        guard connection.wantsToWrite else { return }
        dispatch(connection.write(), of: connection)
        // A refused pipelined request has its answer ready at once.
        if connection.wantsToWrite, !connection.isClosed { _ = connection.write() }
    }

    private func dispatch(_ request: HTTPRequest?, of connection: ServerConnection) {
        guard let request else { return }
        awaited += 1
        let (socket, number) = (connection.socket, connection.number)
        Task.detached(executorPreference: ServerExecutor.shared) { [respond, mailbox] in
            let delivery = await respond(request)
            mailbox.post(ServerMailbox.Letter(socket: socket, connection: number, delivery: delivery))
        }
    }

    private func deliver(_ letter: ServerMailbox.Letter) {
        awaited -= 1
        guard let connection = connections[letter.socket], connection.number == letter.connection else { return }
        connection.deliver(letter.delivery)
        write(connection)
        if connection.isClosed { drop(connection) }
    }

    private func drop(_ connection: ServerConnection) {
        connections[connection.socket] = nil
        close(connection.socket)
        pausedUntil = nil
    }
}

extension ServerLoop {
    private var isPaused: Bool { pausedUntil.map { $0 > .now } ?? false }

    private func expire() {
        let now = ContinuousClock.now
        for connection in connections.values where connection.deadline.map({ $0 <= now }) ?? false {
            connection.expire()
            write(connection)
            if connection.isClosed { drop(connection) }
        }
    }

    /// The time to the next deadline, rounded up; -1 without one.
    private var milliseconds: Int32 {
        let deadlines = connections.values.compactMap(\.deadline) + (pausedUntil.map { [$0] } ?? [])
        guard let next = deadlines.min() else { return -1 }
        let left = ContinuousClock.now.duration(to: next) / .milliseconds(1)
        return Int32(min(max(left, 0).rounded(.up), 3_600_000))
    }
}

/// Messages of other threads to the loop's thread, which a byte in a pipe wakes from `poll`.
final class ServerMailbox: Sendable {
    struct Letter: Sendable {
        let socket: Int32
        let connection: Int
        let delivery: Delivery
    }

    private struct State {
        var letters: [Letter] = []
        var isStopping = false
    }

    let wakingEnd: Int32
    private let ringingEnd: Int32
    private let state = Mutex(State())

    init() throws(Socket.Failure) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw Socket.Failure(call: "pipe", code: errno) }
        (wakingEnd, ringingEnd) = (ends[0], ends[1])
        for end in ends {
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        }
    }

    deinit {
        close(wakingEnd)
        close(ringingEnd)
    }

    func post(_ letter: Letter) {
        state.withLock { $0.letters.append(letter) }
        ring()
    }

    func stop() {
        state.withLock { $0.isStopping = true }
        ring()
    }

    var isStopping: Bool { state.withLock { $0.isStopping } }

    /// Takes every letter and the bytes that announced it.
    func takeLetters() -> [Letter] {
        var bytes = [UInt8](repeating: 0, count: 512)
        while Platform.retrying({ read(wakingEnd, &bytes, bytes.count) }) > 0 {}
        return state.withLock { state in
            defer { state.letters = [] }
            return state.letters
        }
    }

    /// A full pipe wakes the thread as well, so a byte that does not fit is not needed.
    private func ring() {
        var byte: UInt8 = 0
        _ = Platform.retrying { write(ringingEnd, &byte, 1) }
    }
}

/// Runs the server's answers on its own threads, so that a task that waits for the server to stop cannot block the
/// answers that it waits for.
private final class ServerExecutor: TaskExecutor {
    static let shared = ServerExecutor()

    private let queue = DispatchQueue(label: "loopback server answers", attributes: .concurrent)

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
