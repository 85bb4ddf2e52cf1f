import KurusHTTP
import KurusJSON

/// application/x-www-form-urlencoded content (OpenAPI 3.0.3, "Support for x-www-form-urlencoded Request Bodies").
enum FormContent {
    static let mediaType = "application/x-www-form-urlencoded"

    /// Encodes the members of an object.
    ///
    /// - Throws: The reason why they cannot be written, without values.
    static func bytes(
        of body: some JSONWritable, _ encodings: [String: FormEncoding], for direction: JSONDirection
    ) throws(UnwritableValue) -> [UInt8] {
        guard case .object(let object) = try JSONValue.written(by: body, for: direction) else {
            throw UnwritableValue("is not an object")
        }
        var pairs: [String] = []
        for member in object { pairs += try Self.pairs(of: member.value, name: member.name, encodings[member.name]) }
        return Array(pairs.joined(separator: "&").utf8)
    }

    private static func pairs(
        of value: JSONValue, name: String, _ encoding: FormEncoding?
    ) throws(UnwritableValue) -> [String] {
        let (styled, written) = styled(value, name: name, encoding)
        do {
            try styled.checkReadable(written)
        } catch {
            throw UnwritableValue("has a member \(name) that \(error.reason)")
        }
        return styled.pairs(of: written)
    }

    private static func styled(
        _ value: JSONValue, name: String, _ encoding: FormEncoding?
    ) -> (text: StyledText, value: JSONValue) {
        guard let encoding else {
            let style = value.isNested ? ParameterStyle.deepObject : .form
            return (StyledText(name: name, style: style, explode: true, encoding: .form), value)
        }
        let written =
            encoding.isJSON ? JSONValue.string(String(decoding: JSONWriter.bytes(of: value), as: UTF8.self)) : value
        let percent = encoding.allowReserved ? PercentEncoding.reserved(excluding: nil) : .form
        let text = StyledText(name: name, style: encoding.style, explode: encoding.explode, encoding: percent)
        return (text, written)
    }
}

extension FormEncoding {
    /// Whether a value is written as its JSON text.
    package var isJSON: Bool { contentType.map { MediaType($0).isJSON } ?? false }
}

extension JSONValue {
    /// Whether the value is an object, or an array with objects or arrays in it.
    fileprivate var isNested: Bool {
        switch self {
        case .object: true
        case .array(let elements): elements.contains(where: \.isContainer)
        default: false
        }
    }

    var isContainer: Bool {
        switch self {
        case .object, .array: true
        default: false
        }
    }
}

/// The encoding of a member of an application/x-www-form-urlencoded body (OpenAPI 3.0.3, Encoding Object).
///
/// A member without an encoding is written as `name=value`, an array of primitive values as one pair each, and values
/// that contain objects or further arrays in brackets, `address[street]=…` and `items[0][id]=…`: the specification's
/// default for objects (`form`, exploded) would lose their names. Given explicitly, it is followed, and cannot be read
/// back.
public struct FormEncoding: Hashable, Sendable {
    /// The style of an array or object (OpenAPI 3.0.3, Encoding Object).
    public let style: ParameterStyle
    /// Whether each element or member has its own parameter.
    public let explode: Bool
    /// Whether reserved characters are written as they are (RFC 3986 §2.2).
    public let allowReserved: Bool
    /// A JSON media type makes the member's text its JSON text; nil and other media types change nothing.
    public let contentType: String?

    /// An encoding with the defaults of OpenAPI 3.0.3.
    ///
    /// - Parameters:
    ///   - style: The style of an array or object.
    ///   - explode: nil is the style's default: true for `form` and `deepObject`, else false.
    ///   - allowReserved: Whether reserved characters are written as they are.
    ///   - contentType: The media type of a value that is written whole.
    public init(
        style: ParameterStyle = .form, explode: Bool? = nil, allowReserved: Bool = false, contentType: String? = nil
    ) {
        self.style = style
        self.explode = explode ?? (style == .form || style == .deepObject)
        self.allowReserved = allowReserved
        self.contentType = contentType
    }
}

/// Decodes text in the charset that its Content-Type names (RFC 9110 §8.3.2).
package enum TextContent {
    /// nil when the bytes are not UTF-8 and no other known charset is named.
    package static func text(_ bytes: [UInt8], contentType: String?) -> String? {
        switch MediaType(contentType ?? "").parameters["charset"]?.lowercased() {
        case "iso-8859-1", "latin1":
            String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
        default:
            String(validating: bytes, as: UTF8.self)
        }
    }
}
