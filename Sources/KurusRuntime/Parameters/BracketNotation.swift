import KurusHTTP
import KurusJSON

/// Style `deepObject`: `color[R]=100` (OpenAPI 3.0.3, "Style Examples"), and for what the specification leaves open,
/// the form that the largest users of the style document: `a[b][c]=d` for objects and `a[b][0]=c` for arrays.
package enum BracketNotation {
    /// Brackets are percent-encoded: RFC 3986 §3.4 does not allow them in a query.
    static func pairs(name: String, _ value: JSONValue, _ encoding: PercentEncoding) -> [String] {
        var pairs: [String] = []
        append(key: keyEncoding(encoding).encode(name), value, encoding, to: &pairs)
        return pairs
    }

    private static func append(
        key: String, _ value: JSONValue, _ encoding: PercentEncoding, to pairs: inout [String]
    ) {
        switch value {
        case .array(let elements):
            for (index, element) in elements.filter({ $0 != .null }).enumerated() {
                append(key: "\(key)%5B\(index)%5D", element, encoding, to: &pairs)
            }
        case .object(let object):
            for member in object {
                let name = keyEncoding(encoding).encode(member.name)
                append(key: "\(key)%5B\(name)%5D", member.value, encoding, to: &pairs)
            }
        default:
            guard let text = value.plainText else { return }
            pairs.append("\(key)=\(encoding.encode(text))")
        }
    }

    /// Names keep nothing reserved, whatever values may keep.
    private static func keyEncoding(_ encoding: PercentEncoding) -> PercentEncoding {
        if case .form = encoding { .form } else { .unreserved }
    }

    /// `a[b][0]` as a, b, 0; a name without brackets, or with brackets that do not pair, is itself.
    package static func path(of name: String) -> [String] {
        let (first, rest) = name.cut(at: "[")
        guard !first.isEmpty, let rest, rest.unicodeScalars.last == "]" else { return [name] }
        return [first] + String(rest.unicodeScalars.dropLast()).parts(separatedBy: "][")
    }
}
