import KurusHTTP

/// One connection: its request so far, and the bytes to send. Only the loop's thread uses it.
final class ServerConnection {
    /// The event that a connection waits for.
    enum Phase {
        /// A request, or the rest of one.
        case receiving
        /// The delivery of the request that came.
        case responding
        /// The caller to give up, after which the answer is sent, if there is one.
        case silent(HTTPResponse?)
        /// The caller to take what is to be sent.
        case sending(thenCloses: Bool)
        /// The caller to see the answer and to close.
        case draining
        case closed
    }

    let socket: Int32
    /// Distinguishes it from a later connection with the same descriptor.
    let number: Int
    private(set) var phase = Phase.receiving
    /// The end of its wait; nil while the delivery is awaited.
    private(set) var deadline: ContinuousClock.Instant?
    private let limits: ServerLimits
    private var parser: RequestParser
    private var output: ArraySlice<UInt8> = []
    private var isHead = false
    private var keepsAlive = true
    private var isInsideRequest = false

    init(_ socket: Int32, number: Int, _ limits: ServerLimits, origin: String) {
        self.socket = socket
        self.number = number
        self.limits = limits
        parser = RequestParser(limits, origin: origin)
        deadline = .now + limits.idle
    }

    var wantsToRead: Bool {
        switch phase {
        case .receiving, .silent, .draining: true
        case .responding, .sending, .closed: false
        }
    }

    var wantsToWrite: Bool { !output.isEmpty }

    var isClosed: Bool { if case .closed = phase { true } else { false } }

    private func enter(_ phase: Phase, for duration: Duration?) {
        self.phase = phase
        deadline = duration.map { .now + $0 }
    }
}

extension ServerConnection {
    /// Reads the available bytes; returns a request that they complete.
    func take(_ bytes: ArraySlice<UInt8>) -> HTTPRequest? {
        guard case .receiving = phase else { return nil }  // what comes after an answer that closes is dropped
        parser.append(bytes)
        return advance()
    }

    /// Nothing more will come.
    func takeEnd() {
        phase = .closed
    }

    private func advance() -> HTTPRequest? {
        do throws(RequestProblem) {
            while case .receiving = phase {
                switch try parser.next() {
                case .needsMore:
                    noteProgress()
                    return nil
                case .continues: output += ResponseBytes.continuation
                case .request(let received):
                    begin(received)
                    return received.request
                }
            }
        } catch {
            send(ResponseBytes.bytes(of: error), thenCloses: true)
        }
        return nil
    }

    /// A request has a deadline from its first byte, which later bytes do not extend.
    private func noteProgress() {
        guard parser.isInsideRequest, !isInsideRequest else { return }
        isInsideRequest = true
        deadline = .now + limits.exchange
    }

    private func begin(_ received: RequestParser.Received) {
        isInsideRequest = false
        isHead = received.request.method == .head
        keepsAlive = received.keepsAlive
        enter(.responding, for: nil)
    }
}

extension ServerConnection {
    func deliver(_ delivery: Delivery) {
        guard case .responding = phase else { return }
        switch delivery {
        case .answer(let response): answer(response)
        case .truncated(let response): send(ResponseBytes.truncated(response), thenCloses: true)
        case .dropped: phase = .closed
        case .tooLate(let response): enter(.silent(response), for: limits.silence)
        }
    }

    private func answer(_ response: HTTPResponse) {
        send(ResponseBytes.bytes(of: response, isHead: isHead, closes: !keepsAlive), thenCloses: !keepsAlive)
    }

    private func send(_ bytes: [UInt8], thenCloses: Bool) {
        output += bytes
        enter(.sending(thenCloses: thenCloses), for: limits.exchange)
    }

    /// Sends as much as the other side accepts; returns the next request if the connection continues and one is
    /// waiting.
    func write() -> HTTPRequest? {
        while !output.isEmpty {
            switch Socket.write(socket, output) {
            case .moved(let count): output = output.dropFirst(count)
            case .blocked: return nil
            case .ended:
                phase = .closed
                return nil
            }
        }
        output = []
        return finishSending()
    }

    private func finishSending() -> HTTPRequest? {
        guard case .sending(let closes) = phase else { return nil }
        if closes {
            Socket.endSending(socket)
            enter(.draining, for: limits.linger)
            return nil
        }
        enter(.receiving, for: limits.idle)
        return advance()
    }

    /// The deadline has passed.
    func expire() {
        switch phase {
        case .receiving where isInsideRequest:
            send(ResponseBytes.bytes(of: RequestProblem(408, "the request took too long")), thenCloses: true)
        case .silent(let response?):
            keepsAlive = false
            enter(.responding, for: nil)
            answer(response)
        default: phase = .closed
        }
    }
}
