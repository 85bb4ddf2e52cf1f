/// A request method (RFC 9110 §9): a case-sensitive token. The constants are the methods that OpenAPI 3.0.3 describes.
public struct HTTPMethod: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    public let rawValue: String

    /// A method that a program received; nil when it is not a token (RFC 9110 §5.6.2).
    public init?(rawValue: String) {
        guard HTTPSyntax.isToken(rawValue) else { return nil }
        self.rawValue = rawValue
    }

    private init(known: String) {
        rawValue = known
    }

    /// GET (RFC 9110 §9.3.1).
    public static let get = HTTPMethod(known: "GET")
    /// PUT (RFC 9110 §9.3.4).
    public static let put = HTTPMethod(known: "PUT")
    /// POST (RFC 9110 §9.3.3).
    public static let post = HTTPMethod(known: "POST")
    /// DELETE (RFC 9110 §9.3.5).
    public static let delete = HTTPMethod(known: "DELETE")
    /// OPTIONS (RFC 9110 §9.3.7).
    public static let options = HTTPMethod(known: "OPTIONS")
    /// HEAD (RFC 9110 §9.3.2).
    public static let head = HTTPMethod(known: "HEAD")
    /// PATCH (RFC 5789).
    public static let patch = HTTPMethod(known: "PATCH")
    /// TRACE (RFC 9110 §9.3.8).
    public static let trace = HTTPMethod(known: "TRACE")

    /// Whether requests of this method change nothing at the server (RFC 9110 §9.2.1).
    public var isSafe: Bool { self == .get || self == .head || self == .options || self == .trace }

    public var description: String { rawValue }
}
