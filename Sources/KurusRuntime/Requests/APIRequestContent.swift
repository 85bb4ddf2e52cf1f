import KurusHTTP
public import KurusJSON

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

// The content of a request is encoded once, here, and these bytes are sent. nil is a request without content. Content
// that cannot be written as the document describes it is remembered, and nothing is sent.
extension APIRequest {
    /// Sets JSON content, without the members that requests do not carry.
    public mutating func json<V: JSONWritable>(_ body: V?, contentType: String = "application/json") {
        guard let body else { return setContent(contentType, nil) }
        do {
            setContent(contentType, try JSONWriter.bytes(of: body, for: .request))
        } catch {
            problems.append("the content \(error)")
        }
    }

    /// Sets text content, in UTF-8.
    public mutating func text(_ body: String?, contentType: String = "text/plain; charset=utf-8") {
        setContent(contentType, body.map { Array($0.utf8) })
    }

    /// Sets content of any other media type unchanged.
    ///
    /// The boundary of multipart content is taken from its first line (RFC 2046 §5.1.1), if `contentType` names none.
    public mutating func binary(_ body: Data?, contentType: String = "application/octet-stream") {
        guard let body else { return setContent(contentType, nil) }
        let bytes = Array(body)
        guard let type = MultipartFraming.contentType(contentType, of: bytes) else {
            problems.append("the \(contentType) content does not begin with a boundary")
            return
        }
        setContent(type, bytes)
    }

    /// Sets the members of an object as application/x-www-form-urlencoded content; `FormEncoding` describes the form of
    /// each.
    public mutating func form<V: JSONWritable>(_ body: V?, _ encodings: [String: FormEncoding] = [:]) {
        guard let body else { return }
        do {
            let bytes = try FormContent.bytes(of: body, encodings, for: .request)
            setContent(FormContent.mediaType, bytes)
        } catch {
            problems.append("the form \(error.reason)")
        }
    }

    /// Sets the parts of a multipart/form-data body (RFC 7578).
    ///
    /// - Parameters:
    ///   - body: The form; nil adds nothing.
    ///   - boundary: The text between parts, for tests; 128 random bits if nil. One that occurs in a part, or that RFC 2046
    ///     §5.1.1 does not allow, is refused.
    public mutating func multipart<V: MultipartModel>(_ body: V?, boundary: String? = nil) {
        multipart(body, contentType: MultipartFraming.formData, boundary: boundary)
    }

    /// Sets the parts of a body of another multipart type, each named as in a form (RFC 2046 §5.1; OpenAPI 3.0.3,
    /// §4.7.14.4).
    ///
    /// - Parameters:
    ///   - body: The parts; nil adds nothing.
    ///   - contentType: The media type, such as `multipart/mixed`.
    ///   - boundary: The text between parts, for tests, as for a form.
    public mutating func multipart<V: MultipartModel>(_ body: V?, contentType: String, boundary: String? = nil) {
        guard let body else { return }
        do {
            let content = try MultipartFraming.content(of: body, contentType, boundary: boundary, for: .request)
            setContent(content.type, content.bytes)
        } catch {
            problems.append(error.reason)
        }
    }

    private mutating func setContent(_ type: String, _ bytes: [UInt8]?) {
        if !HTTPSyntax.isFieldValue(type) { problems.append("the content type holds a control character") }
        content = bytes.map { Content(type: type, bytes: $0) }
    }
}
