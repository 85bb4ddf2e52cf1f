/// How a member of an application/x-www-form-urlencoded body is written (OpenAPI 3.0.3, Encoding Object).
///
/// A member without an encoding is written as `name=value`, an array of primitive values as one pair each, and what
/// contains objects or further arrays in brackets, `address[street]=…` and `items[0][id]=…`: the specification's default
/// for objects (`form`, exploded) would lose their names. Given explicitly, it is followed, and cannot be read back.
public struct FormEncoding: Hashable, Sendable {
    public let style: ParameterStyle
    public let explode: Bool
    public let allowReserved: Bool
    /// A JSON media type makes the member's text its JSON text; nil and other media types change nothing.
    public let contentType: String?

    /// - Parameter explode: nil is the style's default: true for `form` and `deepObject`, else false.
    public init(
        style: ParameterStyle = .form, explode: Bool? = nil, allowReserved: Bool = false, contentType: String? = nil
    ) {
        self.style = style
        self.explode = explode ?? (style == .form || style == .deepObject)
        self.allowReserved = allowReserved
        self.contentType = contentType
    }
}
