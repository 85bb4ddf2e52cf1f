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
        needles = secrets.flatMap { secret in Self.forms(of: secret).map { (secret, $0) } }
    }

    /// Each secret that a text of the value shows, with that text.
    public func found(in value: Any) -> [String] {
        found(inTexts: texts(of: value))
    }

    /// Each secret that a text shows, with that text.
    public func found(inTexts texts: [String]) -> [String] {
        texts.flatMap { text -> [String] in
            let folded = text.lowercased()
            return needles.filter { folded.contains($0.form) }.map { "\($0.secret) is in: \(text.prefix(400))" }
        }
    }

    /// Itself, as its bytes are printed, in Base64, percent-encoded and in groups of four as account numbers are written.
    private static func forms(of secret: String) -> Set<String> {
        let bytes = Array(secret.utf8)
        // The first characters may fall together with what stands before them: three bytes are four characters of Base64.
        let encoded = Data(bytes).base64EncodedString().prefix(bytes.count / 3 * 4)
        let percent = bytes.map { "%" + (String($0, radix: 16).count < 2 ? "0" : "") + String($0, radix: 16) }
        let groups = stride(from: 0, to: bytes.count, by: 4).map { start in
            String(decoding: bytes[start..<min(start + 4, bytes.count)], as: UTF8.self)
        }
        let escaped = secret.unicodeScalars.map { $0.isASCII ? String($0) : $0.escaped(asASCII: true) }.joined()
        return Set(
            [
                secret, bytes.map(String.init).joined(separator: ", "), String(encoded), percent.joined(),
                groups.joined(separator: " "), escaped,
            ].map { $0.lowercased() })
    }
}
