public import KurusJSON
import KurusHTTP

// A value becomes a parameter by what it writes as JSON: see `ParameterStyle` for the rules.
extension APIRequest {
    /// Sets a variable of the path. Everything but unreserved characters is percent-encoded.
    ///
    /// A value whose text is empty, `.` or `..` is refused: it would address another path (RFC 3986 §5.2.4).
    public mutating func path<V: JSONWritable>(
        _ name: String, _ value: V, _ style: ParameterStyle = .simple, explode: Bool = false
    ) {
        let styled = StyledText(name: name, style: style, explode: explode, encoding: .unreserved)
        setPath(name, written(value, name).flatMap(styled.pathText))
    }

    /// Sets a variable of the path that the document describes by `content`: its JSON text.
    public mutating func path<V: JSONWritable>(_ name: String, json value: V) {
        setPath(name, PercentEncoding.unreserved.encode(Self.jsonText(value)))
    }

    /// Adds a query parameter; nil adds nothing.
    public mutating func query<V: JSONWritable>(
        _ name: String, _ value: V?, _ style: ParameterStyle = .form, explode: Bool = true, allowReserved: Bool = false
    ) {
        guard let value, let written = written(value, name) else { return }
        let encoding = allowReserved ? PercentEncoding.reserved(excluding: nil) : .unreserved
        queryPairs += StyledText(name: name, style: style, explode: explode, encoding: encoding).pairs(of: written)
    }

    /// Adds a query parameter that the document describes by `content`: its JSON text; nil adds nothing.
    public mutating func query<V: JSONWritable>(_ name: String, json value: V?) {
        guard let value else { return }
        queryPairs.append(Self.pair(name, Self.jsonText(value)))
    }

    /// Adds a header field in style `simple`; nil adds nothing. Control characters are refused (RFC 9110 §5.5).
    public mutating func header<V: JSONWritable>(_ name: String, _ value: V?, explode: Bool = false) {
        guard let value, let written = written(value, name) else { return }
        let styled = StyledText(name: name, style: .simple, explode: explode, encoding: .none)
        guard let text = styled.simpleText(of: ParameterShape(written)) else { return }
        setHeader(name, text)
    }

    /// Adds a header field that the document describes by `content`: its JSON text; nil adds nothing.
    public mutating func header<V: JSONWritable>(_ name: String, json value: V?) {
        guard let value else { return }
        setHeader(name, Self.jsonText(value))
    }

    /// Adds a pair to the Cookie field (RFC 6265 §4.2.1), percent-encoded; nil adds nothing. An exploded array becomes
    /// several pairs of one name.
    public mutating func cookie<V: JSONWritable>(_ name: String, _ value: V?, explode: Bool = true) {
        guard let value, let written = written(value, name) else { return }
        let styled = StyledText(name: name, style: .form, explode: explode, encoding: .unreserved)
        cookiePairs += styled.pairs(of: written)
    }

    /// Adds a cookie that the document describes by `content`: its JSON text, percent-encoded; nil adds nothing.
    public mutating func cookie<V: JSONWritable>(_ name: String, json value: V?) {
        guard let value else { return }
        cookiePairs.append(Self.pair(name, Self.jsonText(value)))
    }

    private mutating func written(_ value: some JSONWritable, _ name: String) -> JSONValue? {
        let written = JSONValue.written(by: value)
        if written == nil { problems.append("the parameter \(name) nests too deeply") }
        return written
    }

    private mutating func setPath(_ name: String, _ text: String?) {
        guard let text, !text.isEmpty else {
            problems.append("the path parameter \(name) is empty")
            return
        }
        if text == "." || text == ".." { problems.append("the path parameter \(name) is a dot segment") }
        pathTexts[name] = text
    }

    private mutating func setHeader(_ name: String, _ text: String) {
        if !HTTPSyntax.isToken(name) {
            problems.append("the name of a header parameter is no token")
        } else if !HTTPSyntax.isFieldValue(text) {
            problems.append("the header parameter \(name) holds a control character")
        } else {
            fields.append(name, text)
        }
    }

    private static func jsonText(_ value: some JSONWritable) -> String {
        String(decoding: JSONWriter.bytes(of: value), as: UTF8.self)
    }

    private static func pair(_ name: String, _ value: String) -> String {
        "\(PercentEncoding.unreserved.encode(name))=\(PercentEncoding.unreserved.encode(value))"
    }
}
