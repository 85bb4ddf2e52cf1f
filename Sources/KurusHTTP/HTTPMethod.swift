/// A request method (RFC 9110 §9): a case-sensitive token.
public struct HTTPMethod: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    public let rawValue: String

    /// Any token of RFC 9110 §5.6.2; the constants below are the methods that OpenAPI 3.0.3 describes.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// GET (RFC 9110 §9.3.1).
    public static let get = HTTPMethod(rawValue: "GET")
    /// PUT (RFC 9110 §9.3.4).
    public static let put = HTTPMethod(rawValue: "PUT")
    /// POST (RFC 9110 §9.3.3).
    public static let post = HTTPMethod(rawValue: "POST")
    /// DELETE (RFC 9110 §9.3.5).
    public static let delete = HTTPMethod(rawValue: "DELETE")
    /// OPTIONS (RFC 9110 §9.3.7).
    public static let options = HTTPMethod(rawValue: "OPTIONS")
    /// HEAD (RFC 9110 §9.3.2).
    public static let head = HTTPMethod(rawValue: "HEAD")
    /// PATCH (RFC 5789).
    public static let patch = HTTPMethod(rawValue: "PATCH")
    /// TRACE (RFC 9110 §9.3.8).
    public static let trace = HTTPMethod(rawValue: "TRACE")

    /// Whether requests of this method change nothing at the server (RFC 9110 §9.2.1).
    public var isSafe: Bool { self == .get || self == .head || self == .options || self == .trace }

    public var description: String { rawValue }
}
