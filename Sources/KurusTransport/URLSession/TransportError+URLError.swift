import Foundation
import KurusHTTP

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

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

    /// The codes that name a failure before a connection was there to send over; nil for every other, since a request may
    /// have left. `unsupportedURL` is none of them: on Linux it also says that the answer was not HTTP.
    private static func reasonNotSent(_ code: Int) -> String? {
        switch code {
        case NSURLErrorCannotFindHost, NSURLErrorDNSLookupFailed: "no such host"
        case NSURLErrorCannotConnectToHost: "no connection"
        case NSURLErrorServerCertificateHasBadDate, NSURLErrorServerCertificateUntrusted,
            NSURLErrorServerCertificateHasUnknownRoot, NSURLErrorServerCertificateNotYetValid:
            "no TLS: the server's certificate is not trusted"
        case NSURLErrorBadURL: "URLSession takes no such URL"
        default: nil
        }
    }

    /// What broke an exchange that may have begun.
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

    /// On Linux every failure of TLS is `URLError.unknown`, and so are many that come later; only libcurl's text tells
    /// them apart. These beginnings are those of its handshake with OpenSSL, before which no request leaves; other texts
    /// leave the outcome open.
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
