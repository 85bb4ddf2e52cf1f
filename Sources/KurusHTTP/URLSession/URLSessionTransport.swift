/// Sends requests with Foundation's URLSession: https, and http to this machine (`127.0.0.0/8`, `::1`, `localhost`).
///
/// An unsafe request (`HTTPRequest.isSafe`) has a session of its own that is invalidated afterwards: on a connection that
/// is used again, URLSession on Linux sends a POST a second time when the server closes it without an answer (seen with
/// Swift 6.3.1). Safe requests share one session, and their redirects are followed on the same scheme, host and port; any
/// other 3xx is the answer. No cookies, no cache, no stored credentials; an authentication challenge (RFC 9110 §11.3) is
/// not answered, and its 401 is the response.
///
/// Known of Swift 6.3.1 on Linux: the process ends, inside URLSession, when a server closes the connection in good order
/// in the middle of a response's head, or redirects to `//` and a host that Foundation cannot spell (`//[::1]/`). An
/// address like `https://[::1]/` is refused.
public struct URLSessionTransport: HTTPTransport {
    private let shared = ExchangeSession()
    private let responseSizeLimit: Int
    private let clock: any Clock<Duration>

    /// - Parameters:
    ///   - responseSizeLimit: The most bytes of a response's content, counted after decompression; 64 MiB unless given.
    ///     Past it the attempt ends with a `TransportError` that is not worth a retry. The content of a 3xx is held by URLSession on
    ///     Linux before it can be counted.
    ///   - clock: What the timeout is measured with.
    public init(responseSizeLimit: Int = 64 << 20, clock: any Clock<Duration> = ContinuousClock()) {
        self.responseSizeLimit = responseSizeLimit
        self.clock = clock
    }

    /// - Throws: `TransportError`, whatever goes wrong: `notSent` only where not a byte of the request can have left.
    public func send(_ request: HTTPRequest, timeout: Duration) async throws -> HTTPResponse {
        try RequestCheck.check(request)
        guard timeout > .zero else { throw TransportError(.notSent, "no time is left", isRetryable: false) }
        return try await withDeadline(timeout, clock: clock) { () async -> Result<HTTPResponse, TransportError> in
            request.isSafe ? await self.followed(request) : await self.once(request)
        }.get()
    }

    /// Sends an unsafe request, on a connection that nothing was sent over before.
    private func once(_ request: HTTPRequest) async -> Result<HTTPResponse, TransportError> {
        let session = ExchangeSession()
        defer { session.invalidate() }
        return await session.response(to: request, sizeLimit: responseSizeLimit)
    }

    /// Sends a safe request, and again where it is redirected to.
    private func followed(_ request: HTTPRequest) async -> Result<HTTPResponse, TransportError> {
        var request = request
        var result = await shared.response(to: request, sizeLimit: responseSizeLimit)
        for _ in 0..<Redirect.limit {
            guard case .success(let response) = result, let next = Redirect.next(after: response, to: request) else {
                break
            }
            request = next
            result = await shared.response(to: request, sizeLimit: responseSizeLimit)
        }
        return result
    }
}

extension URLSessionTransport: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "URLSessionTransport" }

    public var debugDescription: String { description }

    public var customMirror: Mirror { Mirror(self, children: ["responseSizeLimit": responseSizeLimit]) }
}
