#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A file inside a multipart/form-data body (RFC 7578 §4.2).
///
/// Printed as its length and media type.
public struct FilePart: Hashable, Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The file's bytes.
    public var data: Data
    /// The name that the receiver is told, without folders; nil for none.
    public var filename: String?
    /// The file's media type.
    public var contentType: String

    /// A file for a part of a form.
    public init(data: Data, filename: String? = nil, contentType: String = "application/octet-stream") {
        self.data = data
        self.filename = filename
        self.contentType = contentType
    }

    public var description: String { "FilePart(\(data.count) bytes)" }

    public var debugDescription: String { description }

    public var customMirror: Mirror { Mirror(self, children: []) }
}
