import Foundation
import KurusRuntime
import Synchronization

/// Sends the signal with the first request of a path, or some reads later, and holds back every read from then on until the
/// run has got it.
final class StoppingTransport: HTTPTransport {
    private let transport: any HTTPTransport
    private let stop: Stop
    private let path: String
    private let reads: Mutex<Int>
    private let isReached = Mutex(false)

    /// - Parameters:
    ///   - path: The end of the path.
    ///   - reads: How many reads behind that request are still answered.
    init(_ transport: any HTTPTransport, _ stop: Stop, at path: String, thenReads reads: Int = 0) {
        self.transport = transport
        self.stop = stop
        self.path = path
        self.reads = Mutex(reads)
    }

    func send(_ request: HTTPRequest, timeout: Duration) async throws -> HTTPResponse {
        let requested = request.url.path()
        let isRead = ["/balance", "/retrieve"].contains(where: requested.hasSuffix)
        let isOver = isReached.withLock { isReached in
            defer { isReached = isReached || requested.hasSuffix(path) }
            guard isReached || (requested.hasSuffix(path) && isRead) else { return false }
            return isRead
                && reads.withLock { reads in
                    reads -= 1
                    return reads < 0
                }
        }
        if isOver {
            stop.send()
            for await _ in AsyncStream<Never>.makeStream().stream {}
            throw CancellationError()
        }
        return try await transport.send(request, timeout: timeout)
    }
}
