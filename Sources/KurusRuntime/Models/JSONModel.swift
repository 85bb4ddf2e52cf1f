public import KurusJSON

/// The protocol of generated models: read from and written to JSON directly, and bridged to Codable.
///
/// A model declares its properties, `init(from: inout JSONReader)` and `write(to: inout JSONWriter)`. Codable, printing
/// and mirrors come from this file; members that the document marks as sensitive, IBANs and runs of six or more digits
/// print as `‹redacted›`.
///
/// Models are TextOutputStreamable, not CustomStringConvertible, because many documents have a property `description`,
/// which would satisfy that protocol and be printed instead of the model.
public protocol JSONModel: JSONReadable, JSONWritable, Hashable, Sendable, Codable, TextOutputStreamable,
    CustomReflectable
{}

extension JSONReadable {
    /// Decodes a value through `JSONValue`; the error names the model to which the value belongs.
    init<Model>(from decoder: any Decoder, of model: Model.Type) throws {
        let value = try JSONValue(from: decoder)
        do {
            self = try JSONReader.read(Self.self, from: JSONWriter.bytes(of: value))
        } catch {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "\(model): \(error)"))
        }
    }
}

extension JSONModel {
    /// Decodes through `JSONValue`, so that a model can be stored in any format that Codable knows.
    ///
    /// - Throws: `DecodingError.dataCorrupted` at the decoder's path when the value does not fit the model.
    public init(from decoder: any Decoder) throws {
        try self.init(from: decoder, of: Self.self)
    }

    /// Encodes the members that the model writes as JSON, sensitive ones included.
    ///
    /// - Throws: What the encoder throws; `EncodingError.invalidValue` for a number that JSON has no form for.
    public func encode(to encoder: any Encoder) throws {
        let bytes: [UInt8]
        do {
            bytes = try JSONWriter.bytes(of: self, for: nil)
        } catch {
            let context = EncodingError.Context(codingPath: encoder.codingPath, debugDescription: "the value \(error)")
            throw EncodingError.invalidValue(self, context)
        }
        try JSONReader.read(JSONValue.self, from: bytes).encode(to: encoder)
    }

    /// Writes `TypeName(member: value, …)`, masked.
    public func write<Target: TextOutputStream>(to target: inout Target) {
        target.write(RedactedText.description(of: self))
    }

    /// `TypeName(member: value, …)`, masked, where the model has no property of this name.
    public var description: String { RedactedText.description(of: self) }

    /// The same text as `description`.
    public var debugDescription: String { RedactedText.description(of: self) }

    /// The members, masked.
    public var customMirror: Mirror { RedactedText.mirror(of: self) }
}

/// Prints models like a Swift initializer call, from the output of a redacting writer.
enum RedactedText {
    static func description<Model: JSONWritable>(of model: Model) -> String {
        let value = JSONWriter.redactedValue(of: model)
        guard case .object(let object) = value else { return "\(Model.self)(\(text(value)))" }
        return "\(Model.self)(\(members(object)))"
    }

    static func mirror<Model: JSONWritable>(of model: Model) -> Mirror {
        guard case .object(let object) = JSONWriter.redactedValue(of: model) else {
            return Mirror(model, children: [])
        }
        return Mirror(model, children: object.map { (label: $0.name, value: text($0.value)) })
    }

    static func text(_ value: JSONValue) -> String {
        switch value {
        case .null: "null"
        case .boolean(let boolean): String(boolean)
        case .number(let number): number.text
        case .string(let string): "\"\(string)\""
        case .array(let elements): "[\(elements.map(text).joined(separator: ", "))]"
        case .object(let object): "{\(members(object))}"
        }
    }

    private static func members(_ object: JSONObject) -> String {
        object.map { "\($0.name): \(text($0.value))" }.joined(separator: ", ")
    }
}
