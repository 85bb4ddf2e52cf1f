public import KurusJSON

/// An enumeration that keeps values its document does not list (`unrecognized`), so that reading never fails on a new
/// one and writing preserves it.
///
/// It is read, written, encoded and compared as its raw value. RawRepresentable has its own witnesses for coding and
/// equality, so this protocol requires those methods again and implements them.
public protocol OpenEnum: JSONModel, RawRepresentable
where RawValue: JSONReadable & JSONWritable & Hashable & Sendable {
    /// Creates the case of a raw value, `unrecognized` for a value that is not listed.
    init(rawValue: RawValue)

    /// Reads a known or an unknown value.
    init(from decoder: any Decoder) throws
    /// Writes the value as it is on the wire.
    func encode(to encoder: any Encoder) throws
    static func == (left: Self, right: Self) -> Bool
    func hash(into hasher: inout Hasher)

    /// Returns the deprecated case of a raw value; nil for any other value. An enumeration with deprecated cases marks
    /// its implementation as deprecated, and `init(rawValue:)` calls it through `fromDeprecated(_:)` without a warning.
    static func deprecatedCase(_ rawValue: RawValue) -> Self?
}

extension OpenEnum {
    public static func deprecatedCase(_ rawValue: RawValue) -> Self? { nil }

    /// Returns `deprecatedCase(_:)`.
    public static func fromDeprecated(_ rawValue: RawValue) -> Self? { deprecatedCase(rawValue) }

    /// Reads a known or an unknown value.
    public init(from reader: inout JSONReader) throws(JSONError) {
        self.init(rawValue: try reader.read(RawValue.self))
    }

    public func write(to writer: inout JSONWriter) {
        rawValue.write(to: &writer)
    }

    /// Decodes the raw value.
    public init(from decoder: any Decoder) throws {
        self.init(rawValue: try RawValue(from: decoder, of: Self.self))
    }

    /// Encodes the raw value alone: `"tr"`, never `{"tr":{}}`.
    public func encode(to encoder: any Encoder) throws {
        try JSONReader.read(JSONValue.self, from: JSONWriter.bytes(of: rawValue)).encode(to: encoder)
    }

    public static func == (left: Self, right: Self) -> Bool { left.rawValue == right.rawValue }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(rawValue)
    }

    /// Writes the raw value, masked.
    public func write<Target: TextOutputStream>(to target: inout Target) {
        target.write(description)
    }

    /// The raw value, masked.
    public var description: String {
        switch JSONWriter.redactedValue(of: rawValue) {
        case .string(let string): string
        case let value: RedactedText.text(value)
        }
    }
}
