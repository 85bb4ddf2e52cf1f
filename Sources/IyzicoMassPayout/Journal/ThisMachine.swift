import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// What tells this process from others in a journal.
public enum ThisMachine {
    /// The machine's own name; nothing is asked of the network.
    public static let hostName: String = {
        var name = [UInt8](repeating: 0, count: 256)
        let isKnown = name.withUnsafeMutableBytes { buffer in
            let start = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
            return start.map { gethostname($0, buffer.count - 1) == 0 } ?? false
        }
        let text = String(decoding: name.prefix { $0 != 0 }, as: UTF8.self)
        return isKnown && !text.isEmpty ? text : "unknown"
    }()

    static let process = getpid()

    /// `user@host`: the actor where no other is given.
    public static let actor = "\(NSUserName())@\(hostName)"
}
