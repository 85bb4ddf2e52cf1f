/// One part of a multipart/form-data body (RFC 7578 §4).
struct MultipartPart: Hashable, Sendable {
    var name: String
    var filename: String?
    /// nil where the part says none, which means text/plain (RFC 7578 §4.4).
    var contentType: String?
    var bytes: [UInt8]
}
