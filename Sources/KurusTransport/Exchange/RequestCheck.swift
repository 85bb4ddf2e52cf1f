import Foundation
import KurusHTTP

/// What may go to the wire: a request that is sent exactly as given, to a server that may have it.
enum RequestCheck {
    /// Fields that frame a message (RFC 9112 §6) or concern its connection: the transport sets them.
    private static let framing = ["Content-Length", "Transfer-Encoding", "Connection", "Host", "Expect", "Upgrade"]

    /// - Throws: `TransportError.Kind.notSent` with the first thing that is wrong.
    static func check(_ request: HTTPRequest) throws(TransportError) {
        if let problem = problem(of: request) { throw TransportError(.notSent, problem, isRetryable: false) }
        if Task.isCancelled { throw .cancelledBeforeSending }
    }

    private static func problem(of request: HTTPRequest) -> String? {
        if !HTTPSyntax.isToken(request.method.rawValue) { return "the method is no token" }
        return problem(ofURL: request.url, target: request.target)
            ?? problem(ofFields: request.fields) ?? problem(ofContent: request)
    }

    private static func problem(ofURL url: URL, target: String) -> String? {
        guard let host = url.host(percentEncoded: false), !host.isEmpty else { return "the URL has no host" }
        // A transport would make an Authorization field of it.
        if url.user != nil || url.password != nil { return "the URL holds user information" }
        if hasDotSegment(target) { return "the path holds a dot segment" }
        // URLSession on Linux knows schemes in lower case only.
        switch url.scheme {
        case "https": return nil
        case "http": return LoopbackHost.isLoopback(host) ? nil : "http is used for this machine only"
        default: return "the URL's scheme is neither http nor https"
        }
    }

    private static func problem(ofFields fields: HTTPFields) -> String? {
        let isSound = fields.allSatisfy { HTTPSyntax.isToken($0.name) && HTTPSyntax.isFieldValue($0.value) }
        guard isSound else { return "a field holds a character that RFC 9110 does not allow" }
        return framing.first { fields.contains($0) }.map { "the field \($0) is the transport's to set" }
    }

    private static func problem(ofContent request: HTTPRequest) -> String? {
        guard request.body != nil else { return nil }
        if request.method == .get || request.method == .head { return "a \(request.method) has no content" }
        // URLSession would add one of its own.
        return request.fields.contains("Content-Type") ? nil : "the content has no Content-Type"
    }

    /// `.` and `..`, also as `%2E`: what is sent would not be the path that was signed (RFC 3986 §5.2.4).
    private static func hasDotSegment(_ target: String) -> Bool {
        target.cut(at: "?").before.parts(separatedBy: "/").contains { segment in
            let plain = segment.replacing(ascii: "%2E", with: ".").replacing(ascii: "%2e", with: ".")
            return plain == "." || plain == ".."
        }
    }
}

extension TransportError {
    static var cancelledBeforeSending: TransportError {
        TransportError(.notSent, "cancelled before sending", isRetryable: false)
    }
}
