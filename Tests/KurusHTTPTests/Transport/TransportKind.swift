import KurusHTTP
import KurusTransport

/// The transports of this platform: every test over sockets runs on each.
enum TransportKind: CaseIterable {
    #if canImport(Glibc)
        case libcurl
    #endif
    case urlSession

    func transport(
        responseSizeLimit: Int = 64 << 20, clock: any Clock<Duration> = ContinuousClock()
    ) throws -> any HTTPTransport {
        switch self {
        #if canImport(Glibc)
            case .libcurl: try LibcurlTransport(responseSizeLimit: responseSizeLimit, clock: clock)
        #endif
        case .urlSession: URLSessionTransport(responseSizeLimit: responseSizeLimit, clock: clock)
        }
    }

    /// Whether the faults of FoundationNetworking (Swift 6.3.1) are those of the transport.
    var hasFaultsOfFoundation: Bool {
        #if canImport(FoundationNetworking)
            self == .urlSession
        #else
            false
        #endif
    }
}
