public import KurusHTTP
public import KurusJSON

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

extension HTTPResponse {
    /// A response with JSON content; `Content-Type: application/json` unless the fields name another.
    public static func json<V: JSONWritable>(_ status: Int, _ value: V, fields: HTTPFields = [:]) -> HTTPResponse {
        HTTPResponse(status: status, content: JSONWriter.bytes(of: value), "application/json", fields)
    }

    /// A response with text content in UTF-8; `Content-Type: text/plain; charset=utf-8` unless the fields name another.
    public static func text(_ status: Int, _ text: String, fields: HTTPFields = [:]) -> HTTPResponse {
        HTTPResponse(status: status, content: Array(text.utf8), "text/plain; charset=utf-8", fields)
    }

    /// A response with content of any media type; a `Content-Type` among the fields wins.
    public static func data(
        _ status: Int, _ data: Data, contentType: String = "application/octet-stream", fields: HTTPFields = [:]
    ) -> HTTPResponse {
        HTTPResponse(status: status, content: Array(data), contentType, fields)
    }

    /// A response without content.
    public static func empty(_ status: Int, fields: HTTPFields = [:]) -> HTTPResponse {
        HTTPResponse(status: status, fields: fields)
    }

    private init(status: Int, content: [UInt8], _ contentType: String, _ fields: HTTPFields) {
        self.init(status: status, fields: fields, body: content)
        if !fields.contains("Content-Type") { self.fields["Content-Type"] = contentType }
    }
}

extension HTTPFields {
    /// Sets a response field in style `simple` (OpenAPI 3.0.3, Header Object); nil sets nothing.
    ///
    /// A value with control characters (RFC 9110 §5.5) makes the router answer 500 in the response's place.
    public mutating func set<V: JSONWritable>(_ name: String, _ value: V?, explode: Bool = false) {
        guard let value, let written = JSONValue.written(by: value) else { return }
        let styled = StyledText(name: name, style: .simple, explode: explode, encoding: .none)
        guard let text = styled.simpleText(of: ParameterShape(written)) else { return }
        self[name] = text
    }
}
