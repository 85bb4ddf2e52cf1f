public import Foundation
public import KurusJSON
import KurusHTTP
public import KurusRuntime

// The content of a call. Content without a media type is taken to be what the operation documents (RFC 9110 §8.3).
extension ServerCall {
    /// The media type of the content in lower case, without parameters; nil when the request names none.
    public var mediaType: String? {
        request.fields["Content-Type"].map { MediaType($0).essence }
    }

    /// JSON content; nil when there is none. 415 for another media type, 400 when it does not fit.
    public func json<T: JSONReadable>(_ type: T.Type = T.self) throws(APIError) -> T? {
        guard let bytes = try content(where: \.isJSON) else { return nil }
        do {
            return try JSONReader.read(type, from: bytes)
        } catch {
            throw malformed("content", error)
        }
    }

    /// The members of an application/x-www-form-urlencoded body; nil when there is none. 415 and 400 as for `json`.
    public func form<T: JSONReadable>(
        _ type: T.Type = T.self, _ encodings: [String: FormEncoding] = [:]
    ) throws(APIError) -> T? {
        guard let bytes = try content(where: { $0.essence == "application/x-www-form-urlencoded" }) else { return nil }
        guard let node = ReceivedForm.node(bytes, encodings) else { throw malformed("the form is not UTF-8") }
        return try read(node, type, "form")
    }

    /// The parts of a multipart/form-data body; nil when there is none. 415 and 400 as for `json`.
    public func multipart<T: MultipartModel>(_ type: T.Type = T.self) throws(APIError) -> T? {
        guard let bytes = try content(where: { $0.essence == "multipart/form-data" }) else { return nil }
        guard let boundary = MediaType(request.fields["Content-Type"] ?? "").parameters["boundary"] else {
            throw malformed("the content type names no boundary")
        }
        var reader: MultipartReader
        do {
            reader = try MultipartReader(bytes, boundary: boundary)
        } catch {
            throw malformed(error.reason)
        }
        do {
            return try T(from: &reader)
        } catch {
            throw malformed("content", error)
        }
    }

    /// The content as text in the charset it names; nil when there is none, or it is not text.
    public func text() -> String? {
        guard let bytes = request.body, !bytes.isEmpty else { return nil }
        return TextContent.text(bytes, contentType: request.fields["Content-Type"])
    }

    /// The content as it is; nil when there is none.
    public func data() -> Data? {
        request.body.flatMap { $0.isEmpty ? nil : Data($0) }
    }

    /// The refusal of content that no media type of the operation describes: 415 (RFC 9110 §15.5.16).
    public func unsupportedMediaType() -> APIError {
        .refused(Refusal(status: 415, json: ErrorContent(error: "unsupported media type")))
    }

    private func content(where accepts: (MediaType) -> Bool) throws(APIError) -> [UInt8]? {
        guard let bytes = request.body, !bytes.isEmpty else { return nil }
        if let field = request.fields["Content-Type"], !accepts(MediaType(field)) { throw unsupportedMediaType() }
        return bytes
    }
}
