public import KurusHTTP
public import KurusJSON

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// An answer of an operation that documents several answers, or header fields.
///
/// It prints as its status. When content or a field does not fit, a read throws `APIError.unreadable` and a write
/// `APIError.outcomeUnknown`, because an unreadable write may have been carried out.
public struct APIResponse: Sendable {
    private let response: HTTPResponse
    private let outcome: RequestOutcome

    init(_ response: HTTPResponse, _ outcome: RequestOutcome) {
        self.response = response
        self.outcome = outcome
    }

    /// The status code (RFC 9110 §15).
    public var status: Int { response.status }

    /// The media type of the content in lower case, without parameters; empty when the answer names none.
    public var mediaType: String {
        MediaType(response.fields["Content-Type"] ?? "").essence
    }

    /// Reads the content as JSON, whatever media type the answer claims.
    public func json<T: JSONReadable>(_ type: T.Type = T.self) throws(APIError) -> T {
        do {
            return try JSONReader.read(type, from: response.body)
        } catch {
            throw outcome.unreadable(.json(error), in: response)
        }
    }

    /// Returns the content as text: in ISO 8859-1 if the answer names that charset, else in UTF-8.
    public func text() throws(APIError) -> String {
        guard let text = TextContent.text(response.body, contentType: response.fields["Content-Type"]) else {
            throw outcome.unreadable(.text, in: response)
        }
        return text
    }

    /// Returns the content unchanged.
    public func data() -> Data {
        Data(response.body)
    }

    /// Reads a field in style `simple` (OpenAPI 3.0.3, Header Object); nil when it is missing.
    public func header<T: JSONReadable>(
        _ name: String, _ type: T.Type = T.self, explode: Bool = false
    ) throws(APIError) -> T? {
        guard let raw = response.fields.value(named: name) else { return nil }
        do {
            return try ParameterNode.header(raw, explode: explode).read(type)
        } catch {
            throw outcome.unreadable(.field(name: name), in: response)
        }
    }

    /// Reads a field that the document requires, like `header`.
    public func requiredHeader<T: JSONReadable>(
        _ name: String, _ type: T.Type = T.self, explode: Bool = false
    ) throws(APIError) -> T {
        guard let value = try header(name, type, explode: explode) else {
            throw outcome.unreadable(.missingField(name: name), in: response)
        }
        return value
    }

    /// Returns the error for a status or media type that the document does not describe.
    public func undocumented() -> APIError {
        outcome.unreadable(.undocumentedStatus, in: response)
    }
}

extension APIResponse: MaskedText {
    public var description: String { response.description }
}

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
    /// A value with control characters (RFC 9110 §5.5), or a name that is not a token, makes the router answer 500.
    public mutating func set<V: JSONWritable>(_ name: String, _ value: V?, explode: Bool = false) {
        guard let value, let written = JSONValue.written(by: value) else { return }
        let styled = StyledText(name: name, style: .simple, explode: explode, encoding: .none)
        guard let text = styled.simpleText(of: ParameterShape(written)) else { return }
        guard let name = HTTPFieldName(name) else {
            lacksField = true
            return
        }
        self[name] = text
    }
}
