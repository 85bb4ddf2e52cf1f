import Dispatch
import Foundation

/// The signals by which a person or a service manager ends a program.
enum Interruption {
    /// Returns when one of them comes, or when the task is cancelled; until then they end nothing. A second one ends the
    /// process at once.
    static func awaited() async {
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self)
        let numbers = [SIGINT, SIGTERM]
        let sources = numbers.map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number)
            source.setEventHandler { continuation.yield() }
            source.resume()
            return source
        }
        var signals = stream.makeAsyncIterator()
        await signals.next()
        for source in sources { source.cancel() }
        for number in numbers { signal(number, SIG_DFL) }
    }
}
