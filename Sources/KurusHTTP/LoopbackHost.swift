#if canImport(FoundationEssentials)
    package import FoundationEssentials
#else
    package import Foundation
#endif

/// Recognizes the names and addresses of this machine.
package enum LoopbackHost {
    /// Whether the URL's host is this machine.
    package static func isHost(of url: URL) -> Bool {
        url.host(percentEncoded: true).map(isLoopback) ?? false
    }

    /// Whether it is `localhost` (RFC 6761 §6.3), in 127.0.0.0/8 (RFC 1122 §3.2.1.3) or ::1 (RFC 4291 §2.5.3), in its
    /// usual spelling: only hosts that need no name server.
    package static func isLoopback(_ host: String) -> Bool {
        let host = host.lowercased()
        if ["localhost", "::1", "[::1]"].contains(host) { return true }
        let numbers = host.parts(separatedBy: ".")
        return numbers.count == 4 && numbers[0] == "127"
            && numbers.allSatisfy { number in UInt8(number).map(String.init) == number }
    }
}
