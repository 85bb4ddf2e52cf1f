package import Foundation

/// Which hosts are this machine.
package enum LoopbackHost {
    /// Whether the URL's host is `localhost`, in 127.0.0.0/8 (RFC 1122 §3.2.1.3) or ::1 (RFC 4291 §2.5.3), in their usual
    /// spelling.
    package static func isHost(of url: URL) -> Bool {
        guard let host = url.host(percentEncoded: true)?.lowercased() else { return false }
        return ["localhost", "::1", "[::1]"].contains(host) || isLoopbackAddress(host)
    }

    private static func isLoopbackAddress(_ host: String) -> Bool {
        let numbers = host.parts(separatedBy: ".")
        return numbers.count == 4 && numbers[0] == "127" && numbers.allSatisfy(isByte)
    }

    private static func isByte(_ text: String) -> Bool {
        text.utf8.allSatisfy { 0x30...0x39 ~= $0 } && UInt8(text) != nil
    }
}
