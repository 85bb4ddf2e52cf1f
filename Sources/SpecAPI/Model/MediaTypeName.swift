/// The text of a media type (RFC 9110, §8.3.1): type and subtype in lower case, without parameters.
package struct MediaTypeName: Sendable, Hashable {
    package let essence: String

    package init(_ text: String) {
        let end = text.firstIndex(where: { $0 == ";" || $0 == "," }) ?? text.endIndex
        essence = String(text[..<end].filter { !$0.isWhitespace }).lowercased()
    }

    /// Whether it is a range such as `image/*`, for types that the document does not name.
    package var isRange: Bool {
        essence.contains("*")
    }

    /// Whether parts are the fields of a form (RFC 7578).
    package var isFormData: Bool { essence == "multipart/form-data" }

    /// Whether a value is written as its JSON text.
    package var isJSON: Bool { !isRange && kind == .json }

    /// Whether content is octets, which no text can hold.
    package var isOctets: Bool {
        ["image/", "audio/", "video/", "font/"].contains { essence.hasPrefix($0) }
            || ["application/octet-stream", "application/pdf", "application/zip", "application/gzip"].contains(essence)
    }

    /// Returns how content of this type and schema is read and written; octets of any type are not JSON.
    func kind(of schema: APISchema?) -> APIMediaType.Kind {
        if isRange, case .scalar(.binary)? = schema?.shape { return .binary }
        return kind
    }

    /// The way to read and write content of this type. `*/*` is JSON, which documents without a better word mean.
    package var kind: APIMediaType.Kind {
        switch essence {
        case "application/json", "text/json", "*/*", "application/*": .json
        case "application/x-www-form-urlencoded": .form
        case _ where essence.hasSuffix("+json"): .json
        case _ where essence.hasPrefix("multipart/"): .multipart
        case _ where essence.hasPrefix("text/"): .text
        default: .binary
        }
    }
}
