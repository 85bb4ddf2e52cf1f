import Foundation
import KurusHTTP

/// The redirects that a safe request follows (RFC 9110 §15.4).
enum Redirect {
    /// How many redirects are followed; the next one is the answer.
    static let limit = 5

    /// Sends a request, and where it is safe again to wherever the response redirects it.
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

    /// The error of a request whose forerunner was sent.
    private static func afterSending(_ error: TransportError) -> TransportError {
        guard error.kind == .notSent else { return error }
        return TransportError(.interrupted, "after a redirect: \(error.reason)", isRetryable: error.isRetryable)
    }

    /// The request that a redirect asks for; nil where the response is the answer: no redirect, another scheme, host or
    /// port, or a place that may not have the request.
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
