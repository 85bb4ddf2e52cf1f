public import KurusHTTP
import KurusJSON

/// A key, password or token, used in signatures only.
///
/// It prints, reflects and interpolates as `‹redacted›`, and refuses to be encoded.
public struct Secret: Hashable, Sendable {
    private let value: String

    /// Hides a text from every description, dump and mirror.
    public init(_ value: String) {
        self.value = value
    }

    /// Passes the text to a function that signs with it and must not keep it.
    public func reveal<Result>(_ body: (String) throws -> Result) rethrows -> Result {
        try body(value)
    }
}

extension Secret: MaskedText, Encodable {
    public var description: String { Redaction.placeholder }

    /// Refuses to encode a secret.
    ///
    /// - Throws: `EncodingError.invalidValue`, always.
    public func encode(to encoder: any Encoder) throws {
        throw EncodingError.invalidValue(
            Redaction.placeholder,
            EncodingError.Context(codingPath: encoder.codingPath, debugDescription: "a secret is not encoded"))
    }
}

/// A key as a person pasted it, without the white space and invisible characters that copying adds at its ends.
package struct KeyText: Sendable {
    /// The reason why a text is not a key.
    package enum Problem: Hashable, Sendable {
        /// Empty, or only white space.
        case empty
        /// White space, an invisible or a control character inside.
        case holdsSpace
        case notASCII
    }

    package let text: String
    package let problem: Problem?

    package init(_ given: String) {
        text = Self.trimmed(given)
        problem = Self.problem(of: text.unicodeScalars)
    }

    private static func problem(of scalars: String.UnicodeScalarView) -> Problem? {
        if scalars.isEmpty { return .empty }
        if scalars.contains(where: { isRemovable($0) || $0.properties.generalCategory == .control }) {
            return .holdsSpace
        }
        return scalars.allSatisfy(\.isASCII) ? nil : .notASCII
    }

    private static func trimmed(_ text: String) -> String {
        let scalars = text.unicodeScalars.drop(while: isRemovable)
        return String(Substring(scalars.prefix(scalars.count - scalars.reversed().prefix(while: isRemovable).count)))
    }

    /// White space of any kind, and the zero-width characters and byte order marks that copying brings along.
    private static func isRemovable(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || scalar.properties.generalCategory == .format
    }
}

extension KeyText: MaskedText {
    package var description: String { Redaction.placeholder }
}

extension KeyText.Problem: CustomStringConvertible {
    /// Follows the key's name in a sentence.
    package var description: String {
        switch self {
        case .empty: "is empty"
        case .holdsSpace: "holds white space or a control character: copy it again"
        case .notASCII: "holds a character that is not ASCII: copy it again"
        }
    }
}
