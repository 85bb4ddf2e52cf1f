public import KurusHTTP
public import KurusJSON

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

// The responses of a server. For content that cannot be written as the document describes it, the router answers 500.
extension HTTPResponse {
    /// A response with JSON content, without the members that responses do not carry; `Content-Type: application/json`
    /// unless the fields name another.
    public static func json<V: JSONWritable>(_ status: Int, _ value: V, fields: HTTPFields = [:]) -> HTTPResponse {
        json(status, value, contentType: "application/json", fields: fields)
    }

    /// A response with JSON content of another media type, such as `application/problem+json`.
    public static func json<V: JSONWritable>(
        _ status: Int, _ value: V, contentType: String, fields: HTTPFields = [:]
    ) -> HTTPResponse {
        guard let bytes = try? JSONWriter.bytes(of: value, for: .response) else { return unwritable(status, fields) }
        return HTTPResponse(status: status, content: bytes, contentType, fields)
    }

    /// A response with the members of an object as application/x-www-form-urlencoded content; `FormEncoding` describes
    /// the form of each.
    public static func form<V: JSONWritable>(
        _ status: Int, _ value: V, _ encodings: [String: FormEncoding] = [:], fields: HTTPFields = [:]
    ) -> HTTPResponse {
        guard let bytes = try? FormContent.bytes(of: value, encodings, for: .response) else {
            return unwritable(status, fields)
        }
        return HTTPResponse(status: status, content: bytes, FormContent.mediaType, fields)
    }

    /// A response with parts (RFC 7578; RFC 2046 §5.1). The boundary is random: a `Content-Type` among the fields is
    /// replaced.
    public static func multipart<V: MultipartModel>(
        _ status: Int, _ value: V, contentType: String = "multipart/form-data", fields: HTTPFields = [:]
    ) -> HTTPResponse {
        guard let content = try? MultipartFraming.content(of: value, contentType, for: .response) else {
            return unwritable(status, fields)
        }
        var fields = fields
        fields["Content-Type"] = content.type
        return HTTPResponse(status: status, fields: fields, body: content.bytes)
    }

    /// A response with text content in UTF-8; `Content-Type: text/plain; charset=utf-8` unless the fields name another.
    public static func text(_ status: Int, _ text: String, fields: HTTPFields = [:]) -> HTTPResponse {
        self.text(status, text, contentType: "text/plain; charset=utf-8", fields: fields)
    }

    /// A response with text content of another media type, in UTF-8.
    public static func text(
        _ status: Int, _ text: String, contentType: String, fields: HTTPFields = [:]
    ) -> HTTPResponse {
        HTTPResponse(status: status, content: Array(text.utf8), contentType, fields)
    }

    /// A response with content of any media type; a `Content-Type` among the fields wins.
    ///
    /// The boundary of multipart content is taken from its first line (RFC 2046 §5.1.1), if the type names none.
    public static func data(
        _ status: Int, _ data: Data, contentType: String = "application/octet-stream", fields: HTTPFields = [:]
    ) -> HTTPResponse {
        let bytes = Array(data)
        guard let type = MultipartFraming.contentType(contentType, of: bytes) else { return unwritable(status, fields) }
        return HTTPResponse(status: status, content: bytes, type, fields)
    }

    /// A response without content.
    public static func empty(_ status: Int, fields: HTTPFields = [:]) -> HTTPResponse {
        HTTPResponse(status: status, fields: fields)
    }

    private init(status: Int, content: [UInt8], _ contentType: String, _ fields: HTTPFields) {
        self.init(status: status, fields: fields, body: content)
        if !fields.contains("Content-Type") { self.fields["Content-Type"] = contentType }
    }

    /// A response that must not be sent.
    private static func unwritable(_ status: Int, _ fields: HTTPFields) -> HTTPResponse {
        var fields = fields
        fields.isIncomplete = true
        return HTTPResponse(status: status, fields: fields)
    }
}

extension HTTPFields {
    /// Sets a response field in style `simple` (OpenAPI 3.0.3, Header Object); nil sets nothing.
    ///
    /// A value that the style cannot express, one with control characters (RFC 9110 §5.5), or a name that is not a
    /// token, makes the router answer 500.
    public mutating func set<V: JSONWritable>(_ name: String, _ value: V?, explode: Bool = false) {
        guard let value else { return }
        let styled = StyledText(name: name, style: .simple, explode: explode, encoding: .none)
        guard let written = try? JSONValue.written(by: value, for: .response),
            (try? styled.checkReadable(written)) != nil
        else {
            isIncomplete = true
            return
        }
        guard let text = styled.simpleText(of: ParameterShape(written)) else { return }
        guard let name = HTTPFieldName(name) else {
            isIncomplete = true
            return
        }
        self[name] = text
    }
}
