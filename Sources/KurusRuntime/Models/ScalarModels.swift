public import KurusJSON

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

extension DateTime: JSONReadable, JSONWritable, Codable {
    public init(from reader: inout JSONReader) throws(JSONError) {
        self = try reader.readText("date-time") { DateTime($0) }
    }

    public func write(to writer: inout JSONWriter) {
        writer.string(description)
    }

    /// Decodes the text form.
    ///
    /// - Throws: `DecodingError.dataCorrupted` when the text is not a date-time of RFC 3339.
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
    /// - Throws: `DecodingError.dataCorrupted` when the text is not a full-date of RFC 3339.
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

// The string formats of OpenAPI 3.0.3 ("Data Types") that have a type in Foundation.

extension JSONReader {
    /// Reads a string and converts it; throws `notRepresentable` at its offset when `make` returns nil.
    mutating func readText<T>(_ type: String, _ make: (String) -> T?) throws(JSONError) -> T {
        let start = offset
        guard let value = make(try read(String.self)) else {
            throw JSONError(.notRepresentable(type: type), offset: start)
        }
        return value
    }
}

extension Data: JSONReadable, JSONWritable {
    /// Base64 (RFC 4648 §4). The URL-safe alphabet (§5), absent padding and line breaks are accepted too.
    public init(from reader: inout JSONReader) throws(JSONError) {
        self = try reader.readText("base64") { Base64.data($0) }
    }

    /// Writes the standard alphabet with padding, on one line.
    public func write(to writer: inout JSONWriter) {
        writer.string(base64EncodedString())
    }
}

extension UUID: JSONReadable, JSONWritable {
    /// The text form of RFC 9562 §4, in either case.
    public init(from reader: inout JSONReader) throws(JSONError) {
        self = try reader.readText("UUID") { UUID(uuidString: $0) }
    }

    /// Writes lower case, which RFC 9562 §4 asks for.
    public func write(to writer: inout JSONWriter) {
        writer.string(uuidString.lowercased())
    }
}

extension URL: JSONReadable, JSONWritable {
    /// Reads a URI reference (RFC 3986 §4.1) and keeps it as written. Characters that are not allowed in one are
    /// refused.
    public init(from reader: inout JSONReader) throws(JSONError) {
        self = try reader.readText("URI") { URL(string: $0, encodingInvalidCharacters: false) }
    }

    public func write(to writer: inout JSONWriter) {
        writer.string(relativeString)
    }
}

/// Reads base64 (RFC 4648) in the forms that senders use.
enum Base64 {
    /// Returns nil for anything but an alphabet's characters, line breaks, and the padding that the length requires, or
    /// none (RFC 4648 §3.2 and §3.3). Foundation alone would also read text with padding in its middle.
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
