public import KurusHTTP
public import KurusJSON

/// Collects the parts of a multipart/form-data body (RFC 7578; OpenAPI 3.0.3, "Special Considerations for multipart
/// Content").
public struct MultipartWriter: Sendable {
    private(set) var parts: [MultipartPart] = []
    private(set) var shownParts: [(label: String, value: String)] = []
    private(set) var problems: [String] = []
    /// The message that the parts are written for; nil for a description.
    private let direction: JSONDirection?

    init(for direction: JSONDirection? = nil) {
        self.direction = direction
    }

    /// Adds a value: text/plain for a primitive one, one part an element for an array of such, application/json for an
    /// object and for an array of others. nil and null add nothing.
    ///
    /// - Parameters:
    ///   - name: The part's name.
    ///   - value: The value; nil adds nothing.
    ///   - contentType: The part's media type instead; a JSON one makes any value its JSON text.
    ///   - visibility: Whether the value may be shown in texts.
    public mutating func part<V: JSONWritable>(
        _ name: String, _ value: V?, contentType: String? = nil, _ visibility: JSONVisibility = .plain
    ) {
        guard let value else { return }
        let written: JSONValue
        do {
            written = try JSONValue.written(by: value, for: direction)
        } catch {
            problems.append("the part \(name) \(error.reason)")
            return
        }
        let parts = Self.parts(name, written, contentType)
        parts.forEach { append($0) }
        guard !parts.isEmpty else { return }
        let shown = visibility == .sensitive ? "‹redacted›" : RedactedText.text(JSONWriter.redactedValue(of: value))
        shownParts.append((name, shown))
    }

    /// Adds a file; nil adds nothing.
    public mutating func file(_ name: String, _ value: FilePart?) {
        guard let value else { return }
        append(
            MultipartPart(
                name: name, filename: value.filename, contentType: value.contentType, bytes: Array(value.data)))
        shownParts.append((name, value.description))
    }

    /// Adds a file whose media type the document lists; nil adds nothing.
    ///
    /// A file of the general type application/octet-stream is sent as the listed one. A list of several types, or a range,
    /// leaves the choice to the caller: without one the request is not sent.
    /// The list may hold ranges (OpenAPI 3.0.3, §4.7.15.1).
    public mutating func file(_ name: String, _ value: FilePart?, contentTypes: [String]) {
        guard var file = value else { return }
        if file.contentType == FilePart.general, !contentTypes.contains(where: FilePart.allowsGeneral) {
            guard contentTypes.count == 1, let type = contentTypes.first, !type.contains("*") else {
                let list = contentTypes.joined(separator: ", ")
                problems.append("the file \(name) names no media type, and has to be one of \(list)")
                return
            }
            file.contentType = type
        }
        self.file(name, file)
    }

    /// Adds one part a file, each like `file(_:_:contentTypes:)`.
    public mutating func files(_ name: String, _ values: [FilePart]?, contentTypes: [String]) {
        for value in values ?? [] {
            file(name, value, contentTypes: contentTypes)
        }
    }

    /// Adds one part a file, all of one name (RFC 7578 §4.3); nil adds nothing.
    public mutating func files(_ name: String, _ values: [FilePart]?) {
        for value in values ?? [] {
            file(name, value)
        }
    }

    private mutating func append(_ part: MultipartPart) {
        if let contentType = part.contentType, !HTTPSyntax.isFieldValue(contentType) {
            problems.append("the content type of the part \(part.name) holds a control character")
        }
        parts.append(part)
    }

    private static func parts(_ name: String, _ value: JSONValue, _ contentType: String?) -> [MultipartPart] {
        func part(_ type: String?, _ text: String) -> MultipartPart {
            MultipartPart(name: name, filename: nil, contentType: contentType ?? type, bytes: Array(text.utf8))
        }
        let json = String(decoding: JSONWriter.bytes(of: value), as: UTF8.self)
        if let contentType, MediaType(contentType).isJSON { return [part(contentType, json)] }
        switch value {
        case .null: return []
        case .object: return [part("application/json", json)]
        case .array(let elements) where elements.contains(where: \.isContainer): return [part("application/json", json)]
        case .array(let elements): return elements.compactMap(\.plainText).map { part(nil, $0) }
        default: return value.plainText.map { [part(nil, $0)] } ?? []
        }
    }
}

extension MultipartWriter: MaskedText {
    /// The names of the parts.
    public var description: String { "MultipartWriter(\(parts.map(\.name).joined(separator: ", ")))" }
}

/// Parts between boundaries (RFC 2046 §5.1.1, as multipart/form-data of RFC 7578 uses them).
enum MultipartFraming {
    static let formData = "multipart/form-data"

    /// Returns the parts of a model and their media type with its boundary.
    ///
    /// - Parameter boundary: The text between parts; 128 random bits if nil.
    /// - Throws: The reason why the parts cannot be written: a sentence without values.
    static func content(
        of model: some MultipartModel, _ contentType: String, boundary: String? = nil, for direction: JSONDirection
    ) throws(UnwritableValue) -> (type: String, bytes: [UInt8]) {
        var writer = MultipartWriter(for: direction)
        model.write(to: &writer)
        if let problem = writer.problems.first { throw UnwritableValue(problem) }
        let boundary = boundary ?? Self.boundary(for: writer.parts)
        guard accepts(boundary: boundary, for: writer.parts) else {
            throw UnwritableValue("the boundary cannot be used for these parts")
        }
        let type = MediaType(contentType)
        var field = "\(type.essence); boundary=\(boundary)"
        // RFC 2387 §3.1 requires the type of the first part.
        if type.essence == "multipart/related" {
            field += "; type=\"\(MediaType(writer.parts.first?.contentType ?? "text/plain").essence)\""
        }
        return (field, bytes(of: writer.parts, boundary: boundary))
    }

    /// Returns the media type of content, with the boundary of its first line where it is multipart and lacks one; nil
    /// where it has no such line.
    static func contentType(_ text: String, of bytes: [UInt8]) -> String? {
        let type = MediaType(text)
        guard type.essence.hasPrefix("multipart/"), type.parameters["boundary"] == nil else { return text }
        let line = String(decoding: bytes.prefix { $0 != 0x0D && $0 != 0x0A }.prefix(80), as: UTF8.self)
        let boundary = line.withoutOptionalWhitespace.dropFirst(2)
        guard line.hasPrefix("--"), 1...70 ~= boundary.utf8.count, HTTPSyntax.isFieldValue(String(boundary)),
            !boundary.contains(where: { $0 == "\"" || $0 == "\\" })
        else { return nil }
        let isToken = HTTPSyntax.isToken(String(boundary))
        return text + (isToken ? "; boundary=\(boundary)" : "; boundary=\"\(boundary)\"")
    }

    static func bytes(of parts: [MultipartPart], boundary: String) -> [UInt8] {
        var bytes: [UInt8] = []
        for part in parts {
            bytes += "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(quoted(part.name))\"".utf8
            if let filename = part.filename {
                bytes += "; filename=\"\(quoted(filename))\"".utf8
            }
            if let contentType = part.contentType {
                bytes += "\r\nContent-Type: \(contentType)".utf8
            }
            bytes += "\r\n\r\n".utf8
            bytes += part.bytes
            bytes += "\r\n".utf8
        }
        bytes += "--\(boundary)--\r\n".utf8
        return bytes
    }

    /// Whether a boundary can be used: 1 to 70 characters that need no quotes in the Content-Type field (RFC 2046
    /// §5.1.1, RFC 9110 §5.6.2), occurring in no part.
    static func accepts(boundary: String, for parts: [MultipartPart]) -> Bool {
        let delimiter = Array("--\(boundary)".utf8)
        return 1...70 ~= boundary.utf8.count && HTTPSyntax.isToken(boundary)
            && !parts.contains { ByteSearch.firstIndex(of: delimiter, in: $0.bytes, from: 0) != nil }
    }

    /// Draws random digits until they occur in no part; 128 random bits make a second draw improbable.
    static func boundary(for parts: [MultipartPart]) -> String {
        while true {
            let boundary =
                "kurus-" + zeroPadded(UInt64.random(in: 0 ... .max)) + zeroPadded(UInt64.random(in: 0 ... .max))
            if accepts(boundary: boundary, for: parts) { return boundary }
        }
    }

    /// Percent-encodes only the characters that would end the quoted string or the line, as browsers do (HTML standard,
    /// "multipart/form-data encoding algorithm"). A name that holds `%22` therefore comes back as a quote.
    static func quoted(_ text: String) -> String {
        var quoted = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "%22"
            case "\r": quoted += "%0D"
            case "\n": quoted += "%0A"
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted
    }

    private static func zeroPadded(_ number: UInt64) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }
}
