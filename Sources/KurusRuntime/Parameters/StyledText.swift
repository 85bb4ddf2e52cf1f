import KurusJSON

/// The text of one parameter (OpenAPI 3.0.3, Parameter Object, "Style Values" and "Style Examples"; RFC 6570 §3.2).
package struct StyledText {
    let name: String
    let style: ParameterStyle
    let explode: Bool
    let encoding: PercentEncoding

    /// The expansion of a path variable: `simple`, `label` or `matrix`, the styles that a path can have; others are
    /// written as `simple`. nil for an undefined value.
    func pathText(of value: JSONValue) -> String? {
        let shape = ParameterShape(value)
        return switch style {
        case .label: labelText(of: shape)
        case .matrix: matrixText(of: shape)
        default: simpleText(of: shape)
        }
    }

    /// `a,b` · `k,v,k,v` · exploded `k=v,k=v`; also the style of headers.
    func simpleText(of shape: ParameterShape) -> String? {
        switch shape {
        case .undefined: nil
        case .primitive(let text): encoding.encode(text)
        case .list(let elements): elements.map(encoding.encode).joined(separator: ",")
        case .members(let members): joined(members, "=", explode, ",", encoding)
        }
    }

    /// `.a` · `.a.b` · `.k.v` · exploded `.k=v.k=v`
    private func labelText(of shape: ParameterShape) -> String? {
        switch shape {
        case .undefined: nil
        case .primitive(let text): "." + encoding.encode(text)
        case .list(let elements): "." + elements.map(PercentEncoding.label.encode).joined(separator: ".")
        case .members(let members): "." + joined(members, "=", explode, ".", .label)
        }
    }

    /// `;name=a` · `;name=a,b` · `;name=k,v` · exploded `;name=a;name=b` · `;k=v`. An empty value has no `=`.
    private func matrixText(of shape: ParameterShape) -> String? {
        let name = encoding.encode(name)
        func pair(_ name: String, _ value: String) -> String { value.isEmpty ? ";\(name)" : ";\(name)=\(value)" }
        switch shape {
        case .undefined: return nil
        case .primitive(let text): return pair(name, encoding.encode(text))
        case .list(let elements):
            let texts = elements.map(encoding.encode)
            return explode ? texts.map { pair(name, $0) }.joined() : pair(name, texts.joined(separator: ","))
        case .members(let members) where explode:
            return members.map { pair(encoding.encode($0.name), encoding.encode($0.value)) }.joined()
        case .members(let members): return pair(name, joined(members, ",", false, ",", encoding))
        }
    }

    /// The `name=value` texts of a query or cookie, or of a member of a form; none for an undefined value.
    func pairs(of value: JSONValue) -> [String] {
        let bracketed = style == .deepObject
        if bracketed { return BracketNotation.pairs(name: name, value, encoding) }
        let delimiter = Self.delimiter(of: style)
        switch ParameterShape(value) {
        case .undefined: return []
        case .primitive(let text): return [pair(name, encoding.encode(text))]
        case .list(let elements) where explode: return elements.map { pair(name, encoding.encode($0)) }
        case .list(let elements):
            return [pair(name, elements.map(elementEncoding.encode).joined(separator: delimiter))]
        case .members(let members) where explode: return members.map { pair($0.name, encoding.encode($0.value)) }
        case .members(let members):
            return [pair(name, joined(members, delimiter, false, delimiter, elementEncoding))]
        }
    }

    /// What stands between elements that are not exploded, as it goes to the wire.
    static func delimiter(of style: ParameterStyle) -> String {
        switch style {
        case .spaceDelimited: "%20"
        case .pipeDelimited: "%7C"
        default: ","
        }
    }

    /// What may stand there on arrival.
    package static func delimiters(of style: ParameterStyle) -> [String] {
        switch style {
        case .spaceDelimited: ["%20", "+"]
        case .pipeDelimited: ["%7C", "%7c", "|"]
        default: [","]
        }
    }

    /// With reserved characters allowed, a comma between elements must still differ from one inside.
    private var elementEncoding: PercentEncoding {
        if case .reserved = encoding { .reserved(excluding: UInt8(ascii: ",")) } else { encoding }
    }

    private func pair(_ name: String, _ encodedValue: String) -> String {
        if case .form = encoding { return "\(encoding.encode(name))=\(encodedValue)" }
        return "\(PercentEncoding.unreserved.encode(name))=\(encodedValue)"
    }

    private func joined(
        _ members: [(name: String, value: String)], _ equals: String, _ explode: Bool, _ delimiter: String,
        _ encoding: PercentEncoding
    ) -> String {
        let texts = members.map {
            encoding.encode($0.name) + (explode ? equals : delimiter) + encoding.encode($0.value)
        }
        return texts.joined(separator: delimiter)
    }
}
