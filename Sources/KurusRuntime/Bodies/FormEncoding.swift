/// How a member of an application/x-www-form-urlencoded body is written (OpenAPI 3.0.3, Encoding Object).
///
/// A member without an encoding is written as `name=value`, an array of primitive values as one pair each, and what
/// contains objects or further arrays in brackets, `address[street]=…` and `items[0][id]=…`: the specification's default
/// for objects (`form`, exploded) would lose their names. Given explicitly, it is followed, and cannot be read back.
public struct FormEncoding: Hashable, Sendable {
    /// The style of an array or object (OpenAPI 3.0.3, Encoding Object).
    public let style: ParameterStyle
    /// Whether each element or member has a parameter of its own.
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
