public import KurusJSON
import KurusHTTP

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

// The content of a request: made into bytes once, here, and sent as these bytes. nil is a request without content.
extension APIRequest {
    /// JSON content.
    public mutating func json<V: JSONWritable>(_ body: V?, contentType: String = "application/json") {
        setContent(contentType, body.map { JSONWriter.bytes(of: $0) })
    }

    /// Text content, in UTF-8.
    public mutating func text(_ body: String?, contentType: String = "text/plain; charset=utf-8") {
        setContent(contentType, body.map { Array($0.utf8) })
    }

    /// Content of any other media type, as it is.
    public mutating func binary(_ body: Data?, contentType: String = "application/octet-stream") {
        setContent(contentType, body.map { Array($0) })
    }

    /// The members of an object as application/x-www-form-urlencoded: see `FormEncoding` for how each is written.
    public mutating func form<V: JSONWritable>(_ body: V?, _ encodings: [String: FormEncoding] = [:]) {
        guard let body else { return }
        guard let written = JSONValue.written(by: body) else {
            problems.append("the form nests too deeply")
            return
        }
        setContent("application/x-www-form-urlencoded", FormContent.bytes(of: written, encodings))
    }

    /// The parts of a multipart/form-data body (RFC 7578).
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
