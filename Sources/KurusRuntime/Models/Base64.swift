#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Reads base64 (RFC 4648) as senders write it.
enum Base64 {
    /// nil for anything but an alphabet's characters, line breaks, and the padding that the length asks for or none
    /// (RFC 4648 §3.2 and §3.3): Foundation by itself also reads text with padding in its middle.
    static func data(_ text: String) -> Data? {
        var standard = text.utf8.filter { $0 != 0x0A && $0 != 0x0D }.map(standardCharacter)
        let padding = standard.reversed().prefix { $0 == UInt8(ascii: "=") }.count
        standard.removeLast(padding)
        let missing = (4 - standard.count % 4) % 4
        guard missing < 3, padding == 0 || padding == missing, standard.allSatisfy(isCharacter) else { return nil }
        standard += [UInt8](repeating: UInt8(ascii: "="), count: missing)
        return Data(base64Encoded: Data(standard))
    }

    /// The standard alphabet's character for one of the URL-safe alphabet (RFC 4648 §5).
    private static func standardCharacter(_ byte: UInt8) -> UInt8 {
        switch byte {
        case UInt8(ascii: "-"): UInt8(ascii: "+")
        case UInt8(ascii: "_"): UInt8(ascii: "/")
        default: byte
        }
    }

    private static func isCharacter(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "+"), UInt8(ascii: "/"): true
        default: false
        }
    }
}
