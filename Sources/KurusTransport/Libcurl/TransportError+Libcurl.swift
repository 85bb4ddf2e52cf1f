import KurusHTTP

extension TransportError {
    /// A failure of libcurl, in words.
    ///
    /// - Parameters:
    ///   - code: A CURLcode; libcurl's own text is left out, because it may hold the URL.
    ///   - sendingBegan: Whether a byte of the request may have left.
    init(libcurl code: Int32, sendingBegan: Bool) {
        if sendingBegan {
            self.init(.interrupted, Self.reasonInterrupted(code))
        } else {
            self.init(.notSent, Self.reasonNotSent(code), isRetryable: code != 3)
        }
    }

    /// libcurl refused a request before sending it.
    static var libcurlRefuses: TransportError {
        TransportError(.notSent, "libcurl refuses the request", isRetryable: false)
    }

    /// libcurl failed as a whole.
    static func libcurlFailed(sendingBegan: Bool) -> TransportError {
        TransportError(sendingBegan ? .interrupted : .notSent, "libcurl failed")
    }

    /// Before a connection was ready for the request.
    private static func reasonNotSent(_ code: Int32) -> String {
        switch code {
        case 3: "libcurl does not accept the URL"
        case 5: "no such proxy"
        case 6: "no such host"
        case 28: "no connection in time"
        case 35: "no TLS"
        case 60: "no TLS: the server's certificate is not trusted"
        case 77: "no TLS: the trusted certificates cannot be read"
        case 56, 97: "no connection through the proxy"
        default: "no connection"
        }
    }

    private static func reasonInterrupted(_ code: Int32) -> String {
        switch code {
        case 1, 8: "the answer is not valid HTTP"
        case 18: "the connection was closed inside the answer"
        case 52: "the connection was closed without an answer"
        case 55, 56: "the connection was closed"
        case 61: "the answer's content cannot be read"
        default: "the connection failed"
        }
    }
}
