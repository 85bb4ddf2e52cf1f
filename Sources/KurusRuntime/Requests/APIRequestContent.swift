import KurusHTTP
public import KurusJSON

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

// The content of a request is encoded once, here, and these bytes are sent. nil is a request without content.
extension APIRequest {
    /// Sets JSON content.
    public mutating func json<V: JSONWritable>(_ body: V?, contentType: String = "application/json") {
        setContent(contentType, body.map { JSONWriter.bytes(of: $0) })
    }

    /// Sets text content, in UTF-8.
    public mutating func text(_ body: String?, contentType: String = "text/plain; charset=utf-8") {
        setContent(contentType, body.map { Array($0.utf8) })
    }

    /// Sets content of any other media type unchanged.
    public mutating func binary(_ body: Data?, contentType: String = "application/octet-stream") {
        setContent(contentType, body.map { Array($0) })
    }

    /// Sets the members of an object as application/x-www-form-urlencoded content; `FormEncoding` describes the form of
    /// each.
    public mutating func form<V: JSONWritable>(_ body: V?, _ encodings: [String: FormEncoding] = [:]) {
        guard let body else { return }
        guard let written = JSONValue.written(by: body) else {
            problems.append("the form nests too deeply")
            return
        }
        setContent("application/x-www-form-urlencoded", FormContent.bytes(of: written, encodings))
    }

    /// Sets the parts of a multipart/form-data body (RFC 7578).
    ///
    /// - Parameters:
    ///   - body: The form; nil adds nothing.
    ///   - boundary: The text between parts, for tests; 128 random bits if nil. One that occurs in a part, or that RFC 2046
    ///     §5.1.1 does not allow, is refused.
    public mutating func multipart<V: MultipartModel>(_ body: V?, boundary: String? = nil) {
        guard let body else { return }
        var writer = MultipartWriter()
        body.write(to: &writer)
        problems += writer.problems
        let boundary = boundary ?? MultipartFraming.boundary(for: writer.parts)
        guard MultipartFraming.accepts(boundary: boundary, for: writer.parts) else {
            problems.append("the boundary cannot be used for these parts")
            return
        }
        let bytes = MultipartFraming.bytes(of: writer.parts, boundary: boundary)
        setContent("multipart/form-data; boundary=\(boundary)", bytes)
    }

    private mutating func setContent(_ type: String, _ bytes: [UInt8]?) {
        if !HTTPSyntax.isFieldValue(type) { problems.append("the content type holds a control character") }
        content = bytes.map { Content(type: type, bytes: $0) }
    }
}

// A value becomes a parameter through the JSON that it writes; `ParameterStyle` has the rules.
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

    /// Sets a path variable that the document describes by `content` to its JSON text.
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

    /// Adds a query parameter that the document describes by `content`, as JSON text; nil adds nothing.
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

    /// Adds a header field that the document describes by `content`, as JSON text; nil adds nothing.
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

    /// Adds a cookie that the document describes by `content`, as percent-encoded JSON text; nil adds nothing.
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

    private static func jsonText(_ value: some JSONWritable) -> String {
        String(decoding: JSONWriter.bytes(of: value), as: UTF8.self)
    }

    private static func pair(_ name: String, _ value: String) -> String {
        "\(PercentEncoding.unreserved.encode(name))=\(PercentEncoding.unreserved.encode(value))"
    }
}
