import KurusJSON

/// A key, password or token: text that goes into a signature and nowhere else.
///
/// It prints, reflects and interpolates as `‹redacted›`, and refuses to be encoded.
public struct Secret: Hashable, Sendable {
    private let value: String

    /// Hides a text from every description, dump and mirror.
    public init(_ value: String) {
        self.value = value
    }

    /// Gives the text to what signs with it; it must not be kept.
    public func reveal<Result>(_ body: (String) throws -> Result) rethrows -> Result {
        try body(value)
    }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable, Encodable {
    public var description: String { Redaction.placeholder }

    public var debugDescription: String { description }

    public var customMirror: Mirror { Mirror(self, children: []) }

    /// Refuses: a secret is never written.
    ///
    /// - Throws: always `EncodingError.invalidValue`: a secret is not stored.
    public func encode(to encoder: any Encoder) throws {
        throw EncodingError.invalidValue(
            Redaction.placeholder,
            EncodingError.Context(codingPath: encoder.codingPath, debugDescription: "a secret is not encoded"))
    }
}
