/// How much of what a client may send, and how long it may take.
public struct ServerLimits: Hashable, Sendable {
    /// The bytes of a request line and its fields together; more is 431, a longer request line 414.
    public var head: Int
    /// The bytes of a content, once its chunks are put together; more is 413.
    public var body: Int
    /// From the first byte of a request to its last, and for an answer to be taken; a slower client gets 408.
    public var exchange: Duration
    /// How long a connection may wait for its first or next request.
    public var idle: Duration
    /// How long an answer that comes too late is kept back, if the client stays that long.
    public var silence: Duration
    /// How long what a client goes on sending is read and dropped after an error, so that it gets to see the answer.
    public var linger: Duration
    /// The connections open at once; more have to wait.
    public var connections: Int

    public init(
        head: Int = 16 * 1024, body: Int = 16 * 1024 * 1024, exchange: Duration = .seconds(30),
        idle: Duration = .seconds(60), silence: Duration = .seconds(60), linger: Duration = .seconds(1),
        connections: Int = 4096
    ) {
        self.head = head
        self.body = body
        self.exchange = exchange
        self.idle = idle
        self.silence = silence
        self.linger = linger
        self.connections = connections
    }
}
