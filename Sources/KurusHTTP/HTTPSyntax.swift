/// The characters that RFC 9110 allows in the parts of a field.
package enum HTTPSyntax {
    /// Whether a text is a token (RFC 9110 §5.6.2), as field names and methods are.
    package static func isToken(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy(isTokenByte)
    }

    /// Whether a text is a field value without control characters (RFC 9110 §5.5), since CR, LF and NUL could begin
    /// another field or message. Horizontal tab and bytes past ASCII are allowed.
    package static func isFieldValue(_ text: String) -> Bool {
        text.utf8.allSatisfy { $0 == 0x09 || ($0 >= 0x20 && $0 != 0x7F) }
    }

    private static func isTokenByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        case UInt8(ascii: "!"), UInt8(ascii: "#"), UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "&"),
            UInt8(ascii: "'"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
            UInt8(ascii: "^"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "|"), UInt8(ascii: "~"):
            true
        default: false
        }
    }
}

/// Splits text at ASCII delimiters byte by byte, because Swift's characters would join a delimiter with a combining
/// mark that follows it.
extension StringProtocol {
    /// Returns the parts between all occurrences of a delimiter, including empty ones.
    package func parts(separatedBy delimiter: String) -> [String] {
        Array(utf8).split(separator: Array(delimiter.utf8), omittingEmptySubsequences: false).map {
            String(decoding: $0, as: UTF8.self)
        }
    }

    /// Splits the text at the first occurrence of a delimiter. Returns the whole text and nil when it does not occur.
    package func cut(at delimiter: Unicode.Scalar) -> (before: String, after: String?) {
        let scalars = String(self).unicodeScalars
        guard let index = scalars.firstIndex(of: delimiter) else { return (String(self), nil) }
        return (String(scalars[..<index]), String(scalars[scalars.index(after: index)...]))
    }

    /// The text without optional white space (RFC 9110 §5.6.3) at its ends.
    package var withoutOptionalWhitespace: String {
        let isSpace: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 }
        let bytes = Array(utf8)
        let start = bytes.drop(while: isSpace)
        return String(decoding: start.dropLast(start.reversed().prefix(while: isSpace).count), as: UTF8.self)
    }

    /// Returns the text with every occurrence of an ASCII text replaced.
    package func replacing(ascii text: String, with other: String) -> String {
        String(decoding: Array(utf8).replacing(Array(text.utf8), with: Array(other.utf8)), as: UTF8.self)
    }
}
