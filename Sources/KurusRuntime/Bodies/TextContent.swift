import KurusHTTP

/// Text by the charset that its Content-Type names (RFC 9110 §8.3.2).
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
