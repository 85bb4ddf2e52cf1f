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
            return try JSONReader.read(type, from: response.body, options: JSONReaderOptions(direction: .response))
        } catch {
            throw outcome.unreadable(.json(error), in: response)
        }
    }

    /// Reads the members of application/x-www-form-urlencoded content, whatever media type the answer claims.
    public func form<T: JSONReadable>(
        _ type: T.Type = T.self, _ encodings: [String: FormEncoding] = [:]
    ) throws(APIError) -> T {
        guard let node = ReceivedForm.node(response.body, encodings) else {
            throw outcome.unreadable(.form, in: response)
        }
        do {
            return try node.read(type, of: .response)
        } catch {
            throw outcome.unreadable(.json(error), in: response)
        }
    }

    /// Reads the parts of multipart content, whose Content-Type field names the boundary.
    public func multipart<T: MultipartModel>(_ type: T.Type = T.self) throws(APIError) -> T {
        var reader: MultipartReader
        do {
            reader = try MultipartReader(
                response.body, contentType: response.fields["Content-Type"] ?? "", for: .response)
        } catch {
            throw outcome.unreadable(.form, in: response)
        }
        do {
            return try T(from: &reader)
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
            return try ParameterNode.header(raw, explode: explode).read(type, of: .response)
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
