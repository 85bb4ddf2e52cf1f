import Dispatch
import Foundation

/// The signals by which a person or a service manager ends a program.
enum Interruption {
    /// Returns when one of them comes; until then they end nothing.
    static func awaited() async {
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self)
        let sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number)
            source.setEventHandler { continuation.yield() }
            source.resume()
            return source
        }
        var signals = stream.makeAsyncIterator()
        await signals.next()
        for source in sources { source.cancel() }
    }
}
