import Foundation
import KurusHTTP
import Testing

@testable import KurusTransport

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// The failures of URLSession after which nothing was sent.
@Suite struct URLErrorTests {
    #if canImport(FoundationNetworking)
        @Test(arguments: [
            ("SSL certificate problem: self-signed certificate", TransportError.Kind.notSent),
            ("SSL certificate problem: certificate has expired", .notSent),
            ("SSL: no alternative certificate subject name matches target host name 'a'", .notSent),
            ("OpenSSL/3.0.19: error:0A00010B:SSL routines::wrong version number", .notSent),
            ("OpenSSL SSL_read: OpenSSL/3.0.19: error:0A000126:SSL routines::unexpected eof", .interrupted),
            ("OpenSSL SSL_read: error:0A00045C:SSL routines::tlsv13 alert certificate required", .interrupted),
            ("OpenSSL SSL_write: Broken pipe, errno 32", .interrupted),
            ("transfer closed with 97 bytes remaining to read", .interrupted), ("", .interrupted),
        ])
        func textsOfTheHandshake(text: String, kind: TransportError.Kind) {
            let error = Self.loadingError(.unknown, text)
            #expect(TransportError(loading: error, sendingBegan: false).kind == kind)
            #expect(TransportError(loading: error, sendingBegan: true).kind == .interrupted)
        }
    #endif

    @Test(arguments: [
        (URLError.Code.cannotFindHost, TransportError.Kind.notSent), (.dnsLookupFailed, .notSent),
        (.cannotConnectToHost, .notSent), (.serverCertificateUntrusted, .notSent), (.badURL, .notSent),
        (.networkConnectionLost, .interrupted), (.badServerResponse, .interrupted), (.timedOut, .interrupted),
        (.unsupportedURL, .interrupted), (.notConnectedToInternet, .interrupted),
        (.secureConnectionFailed, .interrupted), (.cancelled, .cancelled), (.unknown, .interrupted),
    ])
    func codes(code: URLError.Code, kind: TransportError.Kind) {
        let error = Self.loadingError(code, "planted")
        #expect(TransportError(loading: error, sendingBegan: false).kind == kind)
        #expect(TransportError(loading: error, sendingBegan: true).kind == (kind == .notSent ? .interrupted : kind))
        for sendingBegan in [false, true] {
            let reason = TransportError(loading: error, sendingBegan: sendingBegan).reason
            #expect(!reason.contains("planted") && !reason.contains { $0.isNumber }, "\(reason)")
        }
    }

    private static func loadingError(_ code: URLError.Code, _ text: String) -> any Error {
        NSError(domain: NSURLErrorDomain, code: code.rawValue, userInfo: [NSLocalizedDescriptionKey: text])
    }
}
