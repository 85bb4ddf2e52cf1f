import KurusHTTP
import KurusJSON

/// Undecoded text of a parameter, with the rules for splitting it if its type is an array or object.
package struct DelimitedText {
    package let raw: String
    /// The separators of elements; empty when the text is one element at most.
    package var delimiters: [String]
    /// Whether members are written `k=v`; otherwise `k` and `v` are separate elements.
    package var explode: Bool
    package var encoding: Decoding
    /// Whether this is an element or member of another value, in which an array or object is written as its JSON text.
    package var isElement: Bool

    package init(
        raw: String, delimiters: [String] = [], explode: Bool = false, encoding: Decoding = .percent,
        isElement: Bool = false
    ) {
        self.raw = raw
        self.delimiters = delimiters
        self.explode = explode
        self.encoding = encoding
        self.isElement = isElement
    }

    package enum Decoding {
        case percent
        /// A `+` is a space.
        case plus
        /// Header values: white space around elements is not part of them (RFC 9110 §5.6.1).
        case field
        /// Text that was never encoded.
        case none
    }

    /// The whole text, decoded.
    package var primitive: String? { decoded(raw) }

    /// The elements, each decoded by itself.
    var list: ParameterNode? {
        .list(elements.map { .text(element($0)) })
    }

    /// The members; nil when a name has no value or cannot be decoded. Exploded, a name without `=` has the empty value.
    var members: ParameterNode? {
        let elements = elements
        guard explode || elements.count.isMultiple(of: 2) else { return nil }
        let pairs =
            explode
            ? elements.map(Self.pair)
            : stride(from: 0, to: elements.count, by: 2).map {
                (elements[$0], elements[$0 + 1])
            }
        var members: [(name: String, node: ParameterNode)] = []
        for (name, value) in pairs {
            guard let name = decoded(name) else { return nil }
            members.append((name, .text(element(value))))
        }
        return .members(members, asArray: false)
    }

    /// `k=v` at its first equals sign.
    package static func pair(_ text: String) -> (String, String) {
        let (name, value) = text.cut(at: "=")
        return (name, value ?? "")
    }

    /// The text as a node of the kind; nil when it cannot be that.
    func node(_ kind: JSONKind) -> ParameterNode? {
        if isElement, let primitive, primitive.unicodeScalars.first == (kind == .array ? "[" : "{"),
            let value = try? JSONReader.read(JSONValue.self, from: Array(primitive.utf8))
        {
            return .json(value)
        }
        return kind == .array ? list : members
    }

    private func element(_ raw: String) -> DelimitedText {
        DelimitedText(raw: raw, encoding: encoding, isElement: true)
    }

    private var elements: [String] {
        var elements = [raw]
        for delimiter in delimiters {
            elements = elements.flatMap { $0.parts(separatedBy: delimiter) }
        }
        return elements
    }

    private func decoded(_ text: String) -> String? {
        switch encoding {
        case .percent: PercentEncoding.decode(text)
        case .plus: PercentEncoding.decode(text, plusIsSpace: true)
        case .field: text.withoutOptionalWhitespace
        case .none: text
        }
    }
}

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

    /// Names keep no reserved characters, even if values do.
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
