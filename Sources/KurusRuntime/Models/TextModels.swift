public import KurusJSON

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

// The string formats of OpenAPI 3.0.3 ("Data Types") that have a type in Foundation.

extension JSONReader {
    /// A string that a type can be made of; `notRepresentable` at its offset otherwise.
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
    /// A URI reference (RFC 3986 §4.1), kept as it is written; characters that may not stand in one are refused.
    public init(from reader: inout JSONReader) throws(JSONError) {
        self = try reader.readText("URI") { URL(string: $0, encodingInvalidCharacters: false) }
    }

    public func write(to writer: inout JSONWriter) {
        writer.string(relativeString)
    }
}
