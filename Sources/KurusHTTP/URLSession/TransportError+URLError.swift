import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

extension TransportError {
    /// A failure of URLSession, whose texts are left out because they hold the URL.
    ///
    /// - Parameter sendingBegan: Whether bytes are known to have left or come; then nothing makes it `notSent`.
    init(loading error: any Error, sendingBegan: Bool) {
        guard let code = (error as? URLError)?.code else {
            self.init(.interrupted, "the connection failed")
            return
        }
        if !sendingBegan, let reason = Self.reasonNotSent(code) ?? Self.failedHandshake(error) {
            self.init(.notSent, reason, isRetryable: code != .badURL)
        } else if code == .cancelled {
            self.init(.cancelled, "cancelled after sending began")
        } else {
            self.init(.interrupted, "the connection failed (URLError \(code.rawValue))")
        }
    }

    /// The codes that name a failure before a connection was there to send over; nil for every other, since a request may
    /// have left. `unsupportedURL` is none of them: on Linux it also says that the answer was not HTTP.
    private static func reasonNotSent(_ code: URLError.Code) -> String? {
        switch code {
        case .cannotFindHost, .dnsLookupFailed: "no such host"
        case .cannotConnectToHost: "no connection"
        case .serverCertificateHasBadDate, .serverCertificateUntrusted, .serverCertificateHasUnknownRoot,
            .serverCertificateNotYetValid:
            "no TLS: the server's certificate is not trusted"
        case .badURL: "URLSession takes no such URL"
        default: nil
        }
    }

    /// On Linux every failure of TLS is `URLError.unknown`, and so are many that come later; only libcurl's text tells
    /// them apart. These beginnings are those of its handshake with OpenSSL, before which no request leaves; other texts
    /// leave the outcome open.
    private static func failedHandshake(_ error: any Error) -> String? {
        #if canImport(FoundationNetworking)
            let text = (error as NSError).localizedDescription
            let isHandshake = ["SSL certificate problem:", "SSL: no alternative certificate", "OpenSSL/"].contains {
                text.hasPrefix($0)
            }
            return isHandshake ? "no TLS" : nil
        #else
            return nil
        #endif
    }
}
