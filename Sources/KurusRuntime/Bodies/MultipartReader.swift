public import KurusHTTP
public import KurusJSON

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The parts of a received multipart/form-data body, by name; parts that nobody reads are ignored.
public struct MultipartReader: Sendable {
    private let parts: [MultipartPart]
    private let direction: JSONDirection

    /// Reads content by its media type, which names the boundary.
    package init(_ bytes: [UInt8], contentType: String, for direction: JSONDirection) throws(MultipartError) {
        let type = MediaType(contentType)
        guard let boundary = type.parameters["boundary"] else { throw .unnamedBoundary }
        let isForm = type.essence == MultipartFraming.formData
        parts = try MultipartParser(bytes, boundary: boundary, isForm: isForm).parts()
        self.direction = direction
    }

    /// Reads the value of a part; nil when the part is missing. A JSON part is read as JSON, several parts of one name
    /// as an array, anything else as text that may be a string, a number or a boolean.
    ///
    /// - Throws: `JSONError` when it does not fit the type; its path begins with the name.
    public mutating func read<T: JSONReadable>(_ name: String, _ type: T.Type = T.self) throws(JSONError) -> T? {
        let named = parts.filter { $0.name == name }
        guard let first = named.first else { return nil }
        do {
            if named.count == 1, MediaType(first.contentType ?? "").isJSON {
                return try JSONReader.read(
                    type, from: first.bytes, options: JSONReaderOptions(direction: direction))
            }
            var nodes: [ParameterNode] = []
            for part in named {
                nodes.append(try Self.node(of: part))
            }
            return try (nodes.count == 1 ? nodes[0] : .list(nodes)).read(type, of: direction)
        } catch {
            throw JSONError(error.problem, offset: error.offset, path: JSONPointer.token(name) + error.path)
        }
    }

    /// Returns the file of a part; nil when the part is missing.
    public mutating func file(_ name: String) -> FilePart? {
        files(name).first
    }

    /// Returns the files of all parts of a name, in order.
    public mutating func files(_ name: String) -> [FilePart] {
        parts.filter { $0.name == name }.map { part in
            // A part without a media type is text/plain (RFC 7578 §4.4).
            FilePart(
                data: Data(part.bytes), filename: part.filename, contentType: part.contentType ?? "text/plain")
        }
    }

    /// Returns `files(_:)`, or nil when it is empty.
    public mutating func filesIfPresent(_ name: String) -> [FilePart]? {
        let files = files(name)
        return files.isEmpty ? nil : files
    }

    /// Returns the value of a part that the document requires.
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

extension MultipartReader: MaskedText {
    /// The names of the parts.
    public var description: String { "MultipartReader(\(parts.map(\.name).joined(separator: ", ")))" }
}

/// An error in the framing of a multipart body; it holds nothing of the content.
package enum MultipartError: Error {
    case unnamedBoundary
    case missingBoundary
    case missingFinalBoundary
    case malformedPart

    package var reason: String {
        switch self {
        case .unnamedBoundary: "the content type names no boundary"
        case .missingBoundary: "multipart body: no boundary line"
        case .missingFinalBoundary: "multipart body: the final boundary is missing"
        case .malformedPart: "multipart body: a part has no Content-Disposition: form-data with a name"
        }
    }
}

/// Splits a multipart body into its parts (RFC 2046 §5.1.1). Bytes before the first boundary and after the last are
/// dropped; the line break before a boundary belongs to the boundary.
private struct MultipartParser {
    private let bytes: [UInt8]
    private let dashBoundary: [UInt8]
    /// Whether every part has to be a field of a form (RFC 7578 §4.2).
    private let isForm: Bool

    private struct Delimiter {
        /// The end of the content before it.
        let start: Int
        /// The start of the content after it.
        let end: Int
        let isFinal: Bool
    }

    init(_ bytes: [UInt8], boundary: String, isForm: Bool) {
        self.bytes = bytes
        self.isForm = isForm
        dashBoundary = Array("--\(boundary)".utf8)
    }

    func parts() throws(MultipartError) -> [MultipartPart] {
        guard var delimiter = nextDelimiter(from: 0) else { throw .missingBoundary }
        var parts: [MultipartPart] = []
        while !delimiter.isFinal {
            // The line break that ends a delimiter line may also begin the next one, when a part is empty.
            guard let next = nextDelimiter(from: delimiter.end - 2) else { throw .missingFinalBoundary }
            parts.append(try part(in: delimiter.end..<max(next.start, delimiter.end)))
            delimiter = next
        }
        return parts
    }

    /// Finds the next line that begins with the boundary, which spaces and tabs (transport padding) or `--` may follow.
    private func nextDelimiter(from start: Int) -> Delimiter? {
        var searched = start
        while let index = ByteSearch.firstIndex(of: dashBoundary, in: bytes, from: searched) {
            searched = index + 1
            guard index == 0 || ByteSearch.isPrefix([13, 10], of: bytes, at: index - 2) else { continue }
            var end = index + dashBoundary.count
            let isFinal = ByteSearch.isPrefix([45, 45], of: bytes, at: end)
            end += isFinal ? 2 : 0
            while end < bytes.count, bytes[end] == 0x20 || bytes[end] == 0x09 {
                end += 1
            }
            let endsLine = ByteSearch.isPrefix([13, 10], of: bytes, at: end)
            guard endsLine || (isFinal && end == bytes.count) else { continue }
            return Delimiter(start: max(index - 2, 0), end: end + (endsLine ? 2 : 0), isFinal: isFinal)
        }
        return nil
    }

    private func part(in range: Range<Int>) throws(MultipartError) -> MultipartPart {
        let (fields, contentStart) = try fields(in: range)
        let disposition = MediaType(fields["Content-Disposition"] ?? "", browserQuoting: true)
        guard let name = name(of: fields, disposition) else { throw .malformedPart }
        return MultipartPart(
            name: Self.unquoted(name),
            filename: disposition.parameters["filename"].map(Self.unquoted),
            contentType: fields["Content-Type"],
            bytes: contentStart < range.upperBound ? Array(bytes[contentStart..<range.upperBound]) : []
        )
    }

    /// Returns the part's name: that of the field of a form, or else of any part, or its Content-ID (RFC 2392).
    private func name(of fields: HTTPFields, _ disposition: MediaType) -> String? {
        if isForm, disposition.essence != "form-data" { return nil }
        if let name = disposition.parameters["name"] { return name }
        guard !isForm, let id = fields["Content-ID"], id.hasPrefix("<"), id.hasSuffix(">") else { return nil }
        return String(id.dropFirst().dropLast())
    }

    /// Reads the lines up to the first empty one; returns them and the start of the content.
    private func fields(in range: Range<Int>) throws(MultipartError) -> (HTTPFields, contentStart: Int) {
        var fields: HTTPFields = [:]
        var lineStart = range.lowerBound
        while let lineEnd = ByteSearch.firstIndex(of: [13, 10], in: bytes, from: lineStart),
            lineEnd <= range.upperBound
        {
            let line = String(decoding: bytes[lineStart..<lineEnd], as: UTF8.self)
            lineStart = lineEnd + 2
            if line.isEmpty { return (fields, lineStart) }
            let (name, value) = line.cut(at: ":")
            if let name = HTTPFieldName(name) { fields.append(name, (value ?? "").withoutOptionalWhitespace) }
        }
        throw .malformedPart
    }

    /// Reverses `MultipartFraming.quoted`; other percent signs are the sender's own.
    private static func unquoted(_ text: String) -> String {
        text.replacing(ascii: "%22", with: "\"").replacing(ascii: "%0D", with: "\r").replacing(ascii: "%0A", with: "\n")
    }
}
