import Foundation
import KurusHTTP

/// The rules of every transport here: which requests are sent, their deadline, and which redirects are followed.
struct ExchangeRules: Sendable {
    let clock: any Clock<Duration>

    /// Sends a request through exchanges, each of which sends one request once.
    func send(
        _ request: HTTPRequest, timeout: Duration,
        through exchange: @escaping @Sendable (HTTPRequest) async -> Exchange.Outcome
    ) async throws(TransportError) -> HTTPResponse {
        try RequestCheck.check(request)
        guard timeout > .zero else { throw TransportError(.notSent, "no time is left", isRetryable: false) }
        return try await withDeadline(timeout, clock: clock) {
            await Redirect.response(to: request, through: exchange)
        }.get()
    }
}

/// The redirects that a safe request follows (RFC 9110 §15.4).
private enum Redirect {
    /// The number of redirects that are followed; the next one is the answer.
    static let limit = 5

    /// Sends a request and, if it is safe, follows the response's redirects.
    static func response(
        to request: HTTPRequest, through exchange: (HTTPRequest) async -> Exchange.Outcome
    ) async -> Exchange.Outcome {
        var request = request
        var outcome = await exchange(request)
        for _ in 0..<(request.isSafe ? limit : 0) {
            guard case .success(let response) = outcome, let next = next(after: response, to: request) else { break }
            request = next
            outcome = await exchange(request).mapError(afterSending)
        }
        return outcome
    }

    /// Returns the error of a redirected request, whose first request was sent.
    private static func afterSending(_ error: TransportError) -> TransportError {
        guard error.kind == .notSent else { return error }
        return TransportError(.interrupted, "after a redirect: \(error.reason)", isRetryable: error.isRetryable)
    }

    /// Returns the request that a redirect asks for. Returns nil when the response is the answer: not a redirect,
    /// another scheme, host or port, or a location that must not receive the request.
    static func next(after response: HTTPResponse, to request: HTTPRequest) -> HTTPRequest? {
        let locations = response.fields.values(of: "Location")
        guard [301, 302, 303, 307, 308].contains(response.status), locations.count == 1,
            let url = URL(string: locations[0], relativeTo: request.url)?.absoluteURL,
            origin(of: url) == origin(of: request.url)
        else { return nil }
        var next = request
        next.url = url
        if response.status == 303, request.method != .head {
            next.method = .get
            next.body = nil
            next.fields.remove("Content-Type")
        }
        do {
            try RequestCheck.check(next)
            return next
        } catch {
            return nil
        }
    }

    private static func origin(of url: URL) -> [String?] {
        let scheme = url.scheme?.lowercased()
        let port = url.port ?? (scheme == "https" ? 443 : 80)
        return [scheme, url.host(percentEncoded: false)?.lowercased(), String(port)]
    }
}

/// Checks that a request can be sent exactly as given, to a server that may receive it.
private enum RequestCheck {
    /// Fields that frame a message (RFC 9112 §6) or concern its connection, which the transport sets.
    private static let framing: [HTTPFieldName] = [
        "Content-Length", "Transfer-Encoding", "Connection", "Host", "Expect", "Upgrade",
    ]

    /// - Throws: `TransportError.Kind.notSent` with the first thing that is wrong.
    static func check(_ request: HTTPRequest) throws(TransportError) {
        if let problem = problem(of: request) { throw TransportError(.notSent, problem, isRetryable: false) }
        if Task.isCancelled { throw .cancelledBeforeSending }
    }

    private static func problem(of request: HTTPRequest) -> String? {
        problem(ofURL: request.url, target: request.target)
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
        guard fields.allSatisfy({ HTTPSyntax.isFieldValue($0.value) }) else {
            return "a field holds a character that RFC 9110 does not allow"
        }
        return framing.first { fields.contains($0) }.map { "the field \($0) is the transport's to set" }
    }

    private static func problem(ofContent request: HTTPRequest) -> String? {
        guard request.body != nil else { return nil }
        if request.method == .get || request.method == .head { return "a \(request.method) has no content" }
        // URLSession would add its own.
        return request.fields.contains("Content-Type") ? nil : "the content has no Content-Type"
    }

    /// Whether the path holds `.` or `..`, also as `%2E`; the path sent would differ from the one signed (RFC 3986
    /// §5.2.4).
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
