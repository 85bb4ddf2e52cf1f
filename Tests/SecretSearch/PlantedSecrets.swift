import Foundation

/// Values that no text may show, each in the forms in which it could.
///
/// ```swift
/// let secrets = PlantedSecrets(["sk-planted-1", "TR330006100519786457841326"])
/// #expect(secrets.found(in: error) == [])
/// ```
public struct PlantedSecrets: Sendable {
    private let needles: [(secret: String, form: String)]

    /// - Parameter secrets: Distinctive, so that nothing else prints them, and at least six characters long.
    public init(_ secrets: [String]) {
        needles = secrets.flatMap { secret in
            Self.forms(of: secret).map { (secret, Self.folded($0)) }
        }
    }

    /// Each secret that a text of the value shows, with that text.
    public func found(in value: Any) -> [String] {
        found(inTexts: texts(of: value))
    }

    /// Each secret that a text shows, with that text.
    public func found(inTexts texts: [String]) -> [String] {
        let texts = Set(texts)
        // All at once first, since there is nothing to find but where a test fails.
        let all = Self.folded(texts.joined(separator: "\n"))
        let suspects = needles.filter { Self.contains(all, $0.form) }
        if suspects.isEmpty { return [] }
        return texts.sorted().flatMap { text -> [String] in
            let folded = Self.folded(text)
            return suspects.filter { Self.contains(folded, $0.form) }.map { "\($0.secret) is in: \(text.prefix(400))" }
        }
    }

    private static func folded(_ text: String) -> String {
        text.lowercased().precomposedStringWithCanonicalMapping.replacing("\0", with: " ")
    }

    /// The C library's search: the texts are many and long.
    private static func contains(_ text: String, _ form: String) -> Bool {
        strstr(text, form) != nil
    }

    /// Itself, as its bytes are printed, in Base64, percent-encoded and in groups of four as account numbers are written.
    private static func forms(of secret: String) -> Set<String> {
        let bytes = Array(secret.utf8)
        let percent = bytes.map { "%" + (String($0, radix: 16).count < 2 ? "0" : "") + String($0, radix: 16) }
        let groups = stride(from: 0, to: bytes.count, by: 4).map { start in
            String(decoding: bytes[start..<min(start + 4, bytes.count)], as: UTF8.self)
        }
        let escaped = secret.unicodeScalars.map { $0.isASCII ? String($0) : $0.escaped(asASCII: true) }.joined()
        return Set(
            [
                secret, bytes.map(String.init).joined(separator: ", "), percent.joined(),
                secret.addingPercentEncoding(withAllowedCharacters: .alphanumerics.intersection(.ascii)) ?? secret,
                secret.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? secret,
                groups.joined(separator: " "), escaped,
            ].map { $0.lowercased() } + (0..<3).map { base64(bytes, after: $0).lowercased() })
    }

    /// The base64 characters that encode only these bytes when others come before and after: three bytes are four
    /// characters.
    private static func base64(_ bytes: [UInt8], after count: Int) -> Substring {
        let encoded = Data([UInt8](repeating: 0, count: count) + bytes).base64EncodedString()
        return encoded.prefix((count + bytes.count) / 3 * 4).dropFirst(count == 0 ? 0 : 4)
    }
}

extension CharacterSet {
    fileprivate static let ascii = CharacterSet(charactersIn: "\0"..."\u{7F}")
}
