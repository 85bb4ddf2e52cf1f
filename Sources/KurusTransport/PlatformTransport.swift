public import KurusHTTP

/// The best transport of the platform for callers without a preference: `LibcurlTransport` on Linux with glibc,
/// `URLSessionTransport` elsewhere and where libcurl cannot be used.
public struct PlatformTransport: HTTPTransport {
    /// The library behind it, with its version if known: `libcurl 7.88.1` or `URLSession`.
    public let library: String
    /// One sentence for people that explains why libcurl is not used on Linux; nil when it is used, and on Apple's
    /// systems. A program prints it once, because waiting on URLSession keeps a processor busy on Linux.
    public let note: String?
    private let transport: any HTTPTransport

    /// The best transport that this machine has.
    ///
    /// - Parameters:
    ///   - responseSizeLimit: The most bytes of a response's content, counted after decompression; 64 MiB unless given.
    ///     Past it the attempt ends with a `TransportError` that is not worth a retry.
    ///   - clock: Measures the timeout.
    public init(responseSizeLimit: Int = 64 << 20, clock: any Clock<Duration> = ContinuousClock()) {
        #if canImport(Glibc)
            self.init(libcurl: Libcurl.system, responseSizeLimit: responseSizeLimit, clock: clock)
        #else
            library = "URLSession"
            #if canImport(Darwin)
                note = nil
            #else
                note = Self.note("libcurl is loaded on Linux with glibc only")
            #endif
            transport = URLSessionTransport(responseSizeLimit: responseSizeLimit, clock: clock)
        #endif
    }

    #if canImport(Glibc)
        init(
            libcurl: Result<Libcurl, LibcurlUnavailable>, responseSizeLimit: Int = 64 << 20,
            clock: any Clock<Duration> = ContinuousClock()
        ) {
            switch libcurl {
            case .success(let libcurl):
                library = libcurl.description
                note = nil
                transport = LibcurlTransport(
                    libcurl, responseSizeLimit: responseSizeLimit, certificateAuthorities: nil, clock: clock)
            case .failure(let error):
                library = "URLSession"
                note = Self.note(error.description)
                transport = URLSessionTransport(responseSizeLimit: responseSizeLimit, clock: clock)
            }
        }
    #endif

    public func send(_ request: HTTPRequest, timeout: Duration) async throws -> HTTPResponse {
        try await transport.send(request, timeout: timeout)
    }

    private static func note(_ reason: String) -> String {
        "requests are sent with URLSession, which keeps a processor busy while it waits: \(reason)"
    }
}

extension PlatformTransport: MaskedText {
    public var description: String { "PlatformTransport (\(library))" }

    public var customMirror: Mirror { Mirror(self, children: ["library": library]) }
}
