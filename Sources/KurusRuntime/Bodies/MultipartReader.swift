public import KurusJSON
import KurusHTTP

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The parts of a received multipart/form-data body, by name; parts of names that nobody asks for are left alone.
public struct MultipartReader: Sendable {
    private let parts: [MultipartPart]

    package init(_ bytes: [UInt8], boundary: String) throws(MultipartError) {
        parts = try MultipartParser(bytes, boundary: boundary).parts()
    }

    /// The value of a part; nil when there is none. A JSON part is read as JSON, several parts of one name are an array,
    /// anything else is text that may be a string, a number or a boolean.
    ///
    /// - Throws: `JSONError` when it does not fit the type; its path begins with the name.
    public mutating func read<T: JSONReadable>(_ name: String, _ type: T.Type = T.self) throws(JSONError) -> T? {
        let named = parts.filter { $0.name == name }
        guard let first = named.first else { return nil }
        do {
            if named.count == 1, MediaType(first.contentType ?? "").isJSON {
                return try JSONReader.read(type, from: first.bytes)
            }
            var nodes: [ParameterNode] = []
            for part in named {
                nodes.append(try Self.node(of: part))
            }
            return try (nodes.count == 1 ? nodes[0] : .list(nodes)).read(type)
        } catch {
            throw JSONError(error.problem, offset: error.offset, path: JSONPointer.token(name) + error.path)
        }
    }

    /// The file of a part; nil when there is none.
    public mutating func file(_ name: String) -> FilePart? {
        files(name).first
    }

    /// The files of all parts of a name, in order.
    public mutating func files(_ name: String) -> [FilePart] {
        parts.filter { $0.name == name }.map { part in
            // A part without a media type is text/plain (RFC 7578 §4.4).
            FilePart(
                data: Data(part.bytes), filename: part.filename, contentType: part.contentType ?? "text/plain")
        }
    }

    /// As `files(_:)`; nil when there is none.
    public mutating func filesIfPresent(_ name: String) -> [FilePart]? {
        let files = files(name)
        return files.isEmpty ? nil : files
    }

    /// A part that the document requires.
    public func require<T>(_ value: T?, _ name: StaticString) throws(JSONError) -> T {
        guard let value else { throw JSONError(.missingMember(name: "\(name)"), offset: 0) }
        return value
    }

    /// A part's JSON, or its text.
    private static func node(of part: MultipartPart) throws(JSONError) -> ParameterNode {
        if MediaType(part.contentType ?? "").isJSON {
            return .json(try JSONReader.read(JSONValue.self, from: part.bytes))
        }
        guard let text = TextContent.text(part.bytes, contentType: part.contentType) else {
            throw JSONError(.invalidUTF8, offset: 0)
        }
        return .text(DelimitedText(raw: text, encoding: .none))
    }
}

extension MultipartReader: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The names of the parts.
    public var description: String { "MultipartReader(\(parts.map(\.name).joined(separator: ", ")))" }

    public var debugDescription: String { description }

    public var customMirror: Mirror { Mirror(self, children: []) }
}
