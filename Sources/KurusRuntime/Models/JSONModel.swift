public import KurusJSON

/// What every generated model is: read from and written to JSON directly, and bridged to everything else here.
///
/// A model declares its properties, `init(from: inout JSONReader)` and `write(to: inout JSONWriter)`. Codable, printing
/// and mirrors come from this file; members that the document marks as sensitive, IBANs and runs of six or more digits
/// print as `‹redacted›`.
///
/// Models are printed as TextOutputStreamable, not as CustomStringConvertible: many documents have a property
/// `description`, which would be taken for that protocol's and print in the model's place.
public protocol JSONModel: JSONReadable, JSONWritable, Hashable, Sendable, Codable, TextOutputStreamable,
    CustomReflectable
{}

extension JSONModel {
    /// Decodes through `JSONValue`, so that a model can be stored in any format that Codable knows.
    ///
    /// - Throws: `DecodingError.dataCorrupted` at the decoder's path when the value does not fit the model.
    public init(from decoder: any Decoder) throws {
        let value = try JSONValue(from: decoder)
        do {
            self = try JSONReader.read(Self.self, from: JSONWriter.bytes(of: value))
        } catch {
            throw DecodingError.dataCorrupted(
                .init(
                    codingPath: decoder.codingPath, debugDescription: "\(Self.self): \(error)")
            )
        }
    }

    /// Encodes the members that the model writes as JSON, sensitive ones included.
    ///
    /// - Throws: what the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        try JSONReader.read(JSONValue.self, from: JSONWriter.bytes(of: self)).encode(to: encoder)
    }

    /// Writes `TypeName(member: value, …)`, masked.
    public func write<Target: TextOutputStream>(to target: inout Target) {
        target.write(RedactedText.description(of: self))
    }

    /// `TypeName(member: value, …)`, masked, where the model has no property of this name.
    public var description: String { RedactedText.description(of: self) }

    /// As `description`.
    public var debugDescription: String { RedactedText.description(of: self) }

    /// The members, masked.
    public var customMirror: Mirror { RedactedText.mirror(of: self) }
}
