public import KurusJSON

extension DateTime: JSONReadable, JSONWritable, Codable {
    public init(from reader: inout JSONReader) throws(JSONError) {
        self = try reader.readText("date-time") { DateTime($0) }
    }

    public func write(to writer: inout JSONWriter) {
        writer.string(description)
    }

    /// Decodes the text form.
    ///
    /// - Throws: `DecodingError.dataCorrupted` when it is no date-time of RFC 3339.
    public init(from decoder: any Decoder) throws {
        self = try decodeText(decoder, "date-time") { DateTime($0) }
    }

    public func encode(to encoder: any Encoder) throws {
        try description.encode(to: encoder)
    }
}

extension CalendarDate: JSONReadable, JSONWritable, Codable {
    public init(from reader: inout JSONReader) throws(JSONError) {
        self = try reader.readText("date") { CalendarDate($0) }
    }

    public func write(to writer: inout JSONWriter) {
        writer.string(description)
    }

    /// Decodes the text form.
    ///
    /// - Throws: `DecodingError.dataCorrupted` when it is no full-date of RFC 3339.
    public init(from decoder: any Decoder) throws {
        self = try decodeText(decoder, "date") { CalendarDate($0) }
    }

    public func encode(to encoder: any Encoder) throws {
        try description.encode(to: encoder)
    }
}

private func decodeText<T>(_ decoder: any Decoder, _ format: String, _ make: (String) -> T?) throws -> T {
    guard let value = make(try String(from: decoder)) else {
        throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "no \(format)"))
    }
    return value
}
