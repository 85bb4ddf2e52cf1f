import Foundation
public import KurusHTTP

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// Sends requests with Foundation's URLSession: https, and http to this machine (`127.0.0.0/8`, `::1`, `localhost`).
///
/// `PlatformTransport` uses it outside Linux; on Linux prefer `LibcurlTransport`.
///
/// GET, HEAD, OPTIONS and TRACE without content share one session. Every other request, and one of these that is not
/// safe (`HTTPRequest.isSafe`), has its own session that is invalidated afterwards: on a connection that is used again,
/// URLSession on Linux sends a POST a second time when the server closes it without an answer, and the second time
/// without its content (seen with Swift 6.3.1). The redirects of safe requests are followed on the same scheme, host
/// and port; any other 3xx is the answer. No cookies, no cache, no stored credentials; an authentication challenge (RFC
/// 9110 §11.3) is not answered, and its 401 is the response.
///
/// Known of Swift 6.3.1 on Linux: the first request on a connection keeps a processor busy for as long as it waits. The
/// process ends, inside URLSession, when a server closes the connection in good order in the middle of a response's head,
/// or redirects to `//` and a host that Foundation cannot spell (`//[::1]/`). An address like `https://[::1]/` is refused.
public struct URLSessionTransport: HTTPTransport {
    private let shared = ExchangeSession()
    private let responseSizeLimit: Int
    private let rules: ExchangeRules

    /// Creates a transport with its own session.
    ///
    /// - Parameters:
    ///   - responseSizeLimit: The most bytes of a response's content, counted after decompression; 64 MiB unless given.
    ///     Past it the attempt ends with a `TransportError` that is not worth a retry. The content of a 3xx is held by
    ///     URLSession on Linux before it can be counted.
    ///   - clock: Measures the timeout.
    public init(responseSizeLimit: Int = 64 << 20, clock: any Clock<Duration> = ContinuousClock()) {
        self.responseSizeLimit = responseSizeLimit
        rules = ExchangeRules(clock: clock)
    }

    /// Sends the request once and returns the whole response.
    ///
    /// - Throws: `TransportError`, whatever goes wrong: `notSent` only where not a byte of the request can have left.
    public func send(_ request: HTTPRequest, timeout: Duration) async throws -> HTTPResponse {
        try await rules.send(request, timeout: timeout) { request in
            if request.mayUseKeptConnection {
                return await shared.response(to: request, sizeLimit: responseSizeLimit)
            }
            let session = ExchangeSession()
            defer { session.invalidate() }
            return await session.response(to: request, sizeLimit: responseSizeLimit)
        }
    }
}

extension URLSessionTransport: MaskedText {
    public var description: String { "URLSessionTransport" }

    public var customMirror: Mirror { Mirror(self, children: ["responseSizeLimit": responseSizeLimit]) }
}

extension TransportError {
    /// A failure of URLSession, whose texts are left out because they hold the URL.
    ///
    /// - Parameter sendingBegan: Whether bytes are known to have left or come; then nothing makes it `notSent`.
    init(loading error: any Error, sendingBegan: Bool) {
        let error = error as NSError
        guard error.domain == NSURLErrorDomain else {
            self.init(.interrupted, "the connection failed")
            return
        }
        let code = error.code
        if !sendingBegan, let reason = Self.reasonNotSent(code) ?? Self.failedHandshake(error) {
            self.init(.notSent, reason, isRetryable: code != NSURLErrorBadURL)
        } else if code == NSURLErrorCancelled {
            self.init(.cancelled, "cancelled after sending began")
        } else {
            self.init(.interrupted, Self.reasonInterrupted(code))
        }
    }

    /// The codes that name a failure before a connection was there to send over; nil for every other, since a request
    /// may have left. `unsupportedURL` is left out, because on Linux it also reports an answer that was not HTTP.
    private static func reasonNotSent(_ code: Int) -> String? {
        switch code {
        case NSURLErrorCannotFindHost, NSURLErrorDNSLookupFailed: "no such host"
        case NSURLErrorCannotConnectToHost: "no connection"
        case NSURLErrorServerCertificateHasBadDate, NSURLErrorServerCertificateUntrusted,
            NSURLErrorServerCertificateHasUnknownRoot, NSURLErrorServerCertificateNotYetValid:
            "no TLS: the server's certificate is not trusted"
        case NSURLErrorBadURL: "URLSession does not accept the URL"
        default: nil
        }
    }

    /// Names the failure of an exchange that may have begun.
    private static func reasonInterrupted(_ code: Int) -> String {
        switch code {
        case NSURLErrorTimedOut: "no answer in time"
        case NSURLErrorNetworkConnectionLost: "the connection was closed"
        case NSURLErrorNotConnectedToInternet: "there is no network"
        case NSURLErrorSecureConnectionFailed: "the secure connection failed"
        case NSURLErrorBadServerResponse, NSURLErrorCannotParseResponse, NSURLErrorUnsupportedURL:
            "the answer is not valid HTTP"
        case NSURLErrorZeroByteResource, NSURLErrorCannotDecodeRawData, NSURLErrorCannotDecodeContentData:
            "the answer's content cannot be read"
        case NSURLErrorHTTPTooManyRedirects: "there were too many redirects"
        default: "the connection failed"
        }
    }

    /// On Linux every failure of TLS is `URLError.unknown`, and so are many that come later; only libcurl's text
    /// distinguishes them. These are the beginnings of its messages about the handshake with OpenSSL, before which no
    /// request leaves; other texts leave the outcome open.
    private static func failedHandshake(_ error: NSError) -> String? {
        #if canImport(FoundationNetworking)
            let text = error.localizedDescription
            let isHandshake = ["SSL certificate problem:", "SSL: no alternative certificate", "OpenSSL/"].contains {
                text.hasPrefix($0)
            }
            return isHandshake ? "no TLS" : nil
        #else
            return nil
        #endif
    }
}
