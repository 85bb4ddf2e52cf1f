/// The text of a media type (RFC 9110, §8.3.1): type and subtype in lower case, without parameters.
package struct MediaTypeName: Sendable, Hashable {
    package let essence: String

    package init(_ text: String) {
        let end = text.firstIndex(where: { $0 == ";" || $0 == "," }) ?? text.endIndex
        essence = String(text[..<end].filter { !$0.isWhitespace }).lowercased()
    }

    /// A range such as `image/*`, which stands for types that the document does not name.
    package var isRange: Bool {
        essence.contains("*")
    }

    /// How content of this type and schema is read and written: octets of any type are no JSON.
    func kind(of schema: APISchema?) -> APIMediaType.Kind {
        if isRange, case .scalar(.binary)? = schema?.shape { return .binary }
        return kind
    }

    /// How content of this type is read and written. `*/*` is JSON: what a document without a better word means.
    package var kind: APIMediaType.Kind {
        switch essence {
        case "application/json", "text/json", "*/*", "application/*": .json
        case "application/x-www-form-urlencoded": .form
        case "multipart/form-data": .multipart
        case _ where essence.hasSuffix("+json"): .json
        case _ where essence.hasPrefix("text/"): .text
        default: .binary
        }
    }
}
