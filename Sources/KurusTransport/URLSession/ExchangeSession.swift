import Foundation
import KurusHTTP
import Synchronization

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// A URLSession that keeps nothing between requests, and the exchanges that run on it.
///
/// A session retains its delegate until it is invalidated, so this is neither: it invalidates the session with itself.
final class ExchangeSession: Sendable {
    private let session: URLSession
    private let delegate = ExchangeDelegate()

    init() {
        session = URLSession(configuration: Self.configuration, delegate: delegate, delegateQueue: nil)
    }

    deinit {
        session.invalidateAndCancel()
    }

    /// Ends what still runs, and closes the connections.
    func invalidate() {
        session.invalidateAndCancel()
    }

    /// Sends a request once. Ends at once when the task is cancelled.
    func response(to request: HTTPRequest, sizeLimit: Int) async -> Exchange.Outcome {
        let task = session.dataTask(with: URLRequest(request))
        let exchange = Exchange(sizeLimit: sizeLimit, announcesSending: false)
        delegate.add(exchange, for: task)
        defer { delegate.remove(task) }
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                if exchange.begin(continuation) { task.resume() }
            }
        } onCancel: {
            exchange.cancel()
            task.cancel()
        }
    }

    private static var configuration: URLSessionConfiguration {
        let configuration = URLSessionConfiguration.ephemeral
        configuration.httpCookieStorage = nil
        configuration.httpCookieAcceptPolicy = .never
        configuration.httpShouldSetCookies = false
        configuration.urlCache = nil
        configuration.urlCredentialStorage = nil
        configuration.requestCachePolicy = .reloadIgnoringLocalCacheData
        // On Linux the session's own limit, 60 seconds, ends a request that names a longer one.
        configuration.timeoutIntervalForRequest = URLRequest.idleTimeout
        configuration.timeoutIntervalForResource = URLRequest.idleTimeout
        return configuration
    }
}

extension URLRequest {
    /// Longer than any attempt: the deadline is the transport's own, since this one starts anew with every byte.
    fileprivate static let idleTimeout: TimeInterval = 7 * 24 * 3600

    fileprivate init(_ request: HTTPRequest) {
        self.init(url: request.url, timeoutInterval: Self.idleTimeout)
        httpMethod = request.method.rawValue
        httpShouldHandleCookies = false
        httpBody = request.body.map { Data($0) }
        for field in request.fields {
            // One line a name is all that URLRequest has; cookies are joined by their own rule (RFC 6265 §5.4).
            let separator = field.name.lowercased() == "cookie" ? "; " : ", "
            setValue(
                request.fields.values(of: field.name).joined(separator: separator), forHTTPHeaderField: field.name)
        }
    }
}
