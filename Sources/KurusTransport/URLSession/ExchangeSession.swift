import Foundation
import KurusHTTP
import Synchronization

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// A URLSession that keeps nothing between requests, and the exchanges that run on it.
///
/// A session retains its delegate until it is invalidated, so this owner is a separate object that invalidates the
/// session when it is released.
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
        // On Linux the session's own limit of 60 seconds ends requests with a longer one.
        configuration.timeoutIntervalForRequest = URLRequest.idleTimeout
        configuration.timeoutIntervalForResource = URLRequest.idleTimeout
        return configuration
    }
}

extension URLRequest {
    /// Longer than any attempt. The transport has its own deadline, because this timeout restarts with every byte.
    fileprivate static let idleTimeout: TimeInterval = 7 * 24 * 3600

    fileprivate init(_ request: HTTPRequest) {
        self.init(url: request.url, timeoutInterval: Self.idleTimeout)
        httpMethod = request.method.rawValue
        httpShouldHandleCookies = false
        httpBody = request.body.map { Data($0) }
        for field in request.fields {
            // URLRequest has one line per name; cookies are joined by their own rule (RFC 6265 §5.4).
            let separator = field.name == "Cookie" ? "; " : ", "
            setValue(
                request.fields.values(of: field.name).joined(separator: separator), forHTTPHeaderField: field.name.text)
        }
    }
}

/// Forwards a session's events to their exchange.
///
/// It is the session's delegate, because Linux does not call task delegates (Swift 6.3.1).
private final class ExchangeDelegate: NSObject, URLSessionDataDelegate, Sendable {
    private let exchanges = Mutex<[Int: Exchange]>([:])

    func add(_ exchange: Exchange, for task: URLSessionTask) {
        exchanges.withLock { $0[task.taskIdentifier] = exchange }
    }

    func remove(_ task: URLSessionTask) {
        exchanges.withLock { _ = $0.removeValue(forKey: task.taskIdentifier) }
    }

    private func exchange(of task: URLSessionTask) -> Exchange? {
        exchanges.withLock { $0[task.taskIdentifier] }
    }

    func urlSession(
        _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
        completionHandler: @escaping @Sendable (URLSession.ResponseDisposition) -> Void
    ) {
        if let head = response as? HTTPURLResponse { exchange(of: dataTask)?.receive(HTTPResponse(head)) }
        completionHandler(.allow)
    }

    func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
        guard let exchange = exchange(of: dataTask) else { return }
        if !exchange.receive(data) { dataTask.cancel() }
    }

    /// Redirects are not followed here: the 3xx is the response, and `Redirect` decides about it.
    func urlSession(
        _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest, completionHandler: @escaping @Sendable (URLRequest?) -> Void
    ) {
        completionHandler(nil)
    }

    func urlSession(
        _ session: URLSession, task: URLSessionTask, didReceive challenge: URLAuthenticationChallenge,
        completionHandler: @escaping @Sendable (URLSession.AuthChallengeDisposition, URLCredential?) -> Void
    ) {
        #if canImport(FoundationNetworking)
            // Called after the whole response came. Default handling would never end (Swift 6.3.1).
            exchange(of: task)?.complete()
            completionHandler(.cancelAuthenticationChallenge, nil)
        #else
            // The system judges server trust. Any other challenge comes before the response, which rejecting lets
            // through.
            let isServerTrust = challenge.protectionSpace.authenticationMethod == NSURLAuthenticationMethodServerTrust
            completionHandler(isServerTrust ? .performDefaultHandling : .rejectProtectionSpace, nil)
        #endif
    }

    func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
        guard let exchange = exchange(of: task) else { return }
        if let error {
            let bytesWereSent = task.countOfBytesSent > 0
            exchange.fail { TransportError(loading: error, sendingBegan: bytesWereSent || $0) }
        } else {
            // Linux does not announce the head of a 3xx without a location.
            if let head = task.response as? HTTPURLResponse { exchange.receive(HTTPResponse(head)) }
            exchange.complete()
        }
    }
}

extension HTTPResponse {
    /// The head of a response.
    fileprivate init(_ head: HTTPURLResponse) {
        let fields = head.allHeaderFields.compactMap { field -> (name: HTTPFieldName, value: String)? in
            guard let name = (field.key as? String).flatMap(HTTPFieldName.init), let value = field.value as? String
            else { return nil }
            return (name, value)
        }
        self.init(status: head.statusCode, fields: HTTPFields(fields.sorted { $0.name.text < $1.name.text }))
    }
}
