import Synchronization

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// What other threads tell the loop's thread, which wakes from `poll` by a byte in a pipe.
final class ServerMailbox: Sendable {
    struct Letter: Sendable {
        let socket: Int32
        let connection: Int
        let delivery: Delivery
    }

    private struct State {
        var letters: [Letter] = []
        var isStopping = false
    }

    let wakingEnd: Int32
    private let ringingEnd: Int32
    private let state = Mutex(State())

    init() throws(Socket.Failure) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw Socket.Failure(call: "pipe", code: errno) }
        (wakingEnd, ringingEnd) = (ends[0], ends[1])
        for end in ends {
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        }
    }

    deinit {
        close(wakingEnd)
        close(ringingEnd)
    }

    func post(_ letter: Letter) {
        state.withLock { $0.letters.append(letter) }
        ring()
    }

    func stop() {
        state.withLock { $0.isStopping = true }
        ring()
    }

    var isStopping: Bool { state.withLock { $0.isStopping } }

    /// Takes every letter, and the bytes that announced them.
    func takeLetters() -> [Letter] {
        var bytes = [UInt8](repeating: 0, count: 512)
        while Platform.retrying({ read(wakingEnd, &bytes, bytes.count) }) > 0 {}
        return state.withLock { state in
            defer { state.letters = [] }
            return state.letters
        }
    }

    /// A full pipe wakes as well, so that a byte that does not fit is not missed.
    private func ring() {
        var byte: UInt8 = 0
        _ = Platform.retrying { write(ringingEnd, &byte, 1) }
    }
}
