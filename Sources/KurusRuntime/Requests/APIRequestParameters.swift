import KurusHTTP
public import KurusJSON

// A value becomes a parameter through the JSON that it writes; `ParameterStyle` has the rules.
extension APIRequest {
    /// Sets a variable of the path. Everything but unreserved characters is percent-encoded.
    ///
    /// A value whose text is empty, `.` or `..` is refused: it would address another path (RFC 3986 §5.2.4).
    public mutating func path<V: JSONWritable>(
        _ name: String, _ value: V, _ style: ParameterStyle = .simple, explode: Bool = false
    ) {
        let styled = StyledText(name: name, style: style, explode: explode, encoding: .unreserved)
        guard let written = written(value, name, styled) else { return }
        setPath(name, styled.pathText(of: written))
    }

    /// Sets a path variable that the document describes by `content` to its JSON text.
    public mutating func path<V: JSONWritable>(_ name: String, json value: V) {
        guard let text = jsonText(value, name) else { return }
        setPath(name, PercentEncoding.unreserved.encode(text))
    }

    /// Adds a query parameter; nil adds nothing.
    public mutating func query<V: JSONWritable>(
        _ name: String, _ value: V?, _ style: ParameterStyle = .form, explode: Bool = true, allowReserved: Bool = false
    ) {
        let encoding = allowReserved ? PercentEncoding.reserved(excluding: nil) : .unreserved
        let styled = StyledText(name: name, style: style, explode: explode, encoding: encoding)
        guard let value, let written = written(value, name, styled) else { return }
        queryPairs += styled.pairs(of: written)
    }

    /// Adds a query parameter that the document describes by `content`, as JSON text; nil adds nothing.
    public mutating func query<V: JSONWritable>(_ name: String, json value: V?) {
        guard let value, let text = jsonText(value, name) else { return }
        queryPairs.append(Self.pair(name, text))
    }

    /// Adds a header field in style `simple`; nil adds nothing. Control characters are refused (RFC 9110 §5.5).
    public mutating func header<V: JSONWritable>(_ name: String, _ value: V?, explode: Bool = false) {
        let styled = StyledText(name: name, style: .simple, explode: explode, encoding: .none)
        guard let value, let written = written(value, name, styled) else { return }
        guard let text = styled.simpleText(of: ParameterShape(written)) else { return }
        setHeader(name, text)
    }

    /// Adds a header field that the document describes by `content`, as JSON text; nil adds nothing.
    public mutating func header<V: JSONWritable>(_ name: String, json value: V?) {
        guard let value, let text = jsonText(value, name) else { return }
        setHeader(name, text)
    }

    /// Adds a pair to the Cookie field (RFC 6265 §4.2.1), percent-encoded; nil adds nothing. An exploded array becomes
    /// several pairs of one name.
    public mutating func cookie<V: JSONWritable>(_ name: String, _ value: V?, explode: Bool = true) {
        let styled = StyledText(name: name, style: .form, explode: explode, encoding: .unreserved)
        guard let value, let written = written(value, name, styled) else { return }
        cookiePairs += styled.pairs(of: written)
    }

    /// Adds a cookie that the document describes by `content`, as percent-encoded JSON text; nil adds nothing.
    public mutating func cookie<V: JSONWritable>(_ name: String, json value: V?) {
        guard let value, let text = jsonText(value, name) else { return }
        cookiePairs.append(Self.pair(name, text))
    }

    /// Returns the value to write in a style; nil, with the reason, when it cannot be written so.
    private mutating func written(_ value: some JSONWritable, _ name: String, _ styled: StyledText) -> JSONValue? {
        do {
            let written = try JSONValue.written(by: value, for: .request)
            try styled.checkReadable(written)
            return written
        } catch {
            problems.append("the parameter \(name) \(error.reason)")
            return nil
        }
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
        guard let name = HTTPFieldName(name) else {
            problems.append("the name of a header parameter is not a token")
            return
        }
        guard HTTPSyntax.isFieldValue(text) else {
            problems.append("the header parameter \(name) holds a control character")
            return
        }
        fields.append(name, text)
    }

    private mutating func jsonText(_ value: some JSONWritable, _ name: String) -> String? {
        do {
            return String(decoding: try JSONWriter.bytes(of: value, for: .request), as: UTF8.self)
        } catch {
            problems.append("the parameter \(name) \(error)")
            return nil
        }
    }

    private static func pair(_ name: String, _ value: String) -> String {
        "\(PercentEncoding.unreserved.encode(name))=\(PercentEncoding.unreserved.encode(value))"
    }
}
