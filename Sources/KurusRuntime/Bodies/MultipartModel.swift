public import KurusHTTP
public import KurusJSON

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// The type of a multipart body, such as multipart/form-data: its properties are parts.
///
/// It prints its parts' names and masked values, and the lengths of files. It is TextOutputStreamable for the reason
/// given at `JSONModel`.
public protocol MultipartModel: Hashable, Sendable, TextOutputStreamable, CustomReflectable {
    /// Writes a part for every property that has a value.
    func write(to form: inout MultipartWriter)

    /// Reads the parts of a received body.
    ///
    /// - Throws: `JSONError` for a part that is missing or does not fit; its path begins with the part's name.
    init(from form: inout MultipartReader) throws(JSONError)
}

extension MultipartModel {
    /// Writes `TypeName(part: value, …)`, masked.
    public func write<Target: TextOutputStream>(to target: inout Target) {
        target.write(shownText)
    }

    /// `TypeName(part: value, …)`, masked, where the model has no property of this name.
    public var description: String { shownText }

    /// The same text as `description`.
    public var debugDescription: String { shownText }

    public var customMirror: Mirror {
        Mirror(self, children: shownParts.map { (label: $0.label, value: $0.value) })
    }

    private var shownText: String {
        let parts = shownParts.map { "\($0.label): \($0.value)" }
        return "\(Self.self)(\(parts.joined(separator: ", ")))"
    }

    private var shownParts: [(label: String, value: String)] {
        var writer = MultipartWriter()
        write(to: &writer)
        return writer.shownParts
    }
}

/// One part of a multipart/form-data body (RFC 7578 §4).
struct MultipartPart: Hashable, Sendable {
    var name: String
    var filename: String?
    /// nil when the part names none, which means text/plain (RFC 7578 §4.4).
    var contentType: String?
    var bytes: [UInt8]
}

/// A file inside a multipart/form-data body (RFC 7578 §4.2).
///
/// It prints as its length.
public struct FilePart: Hashable, Sendable, MaskedText {
    /// The file's bytes.
    public var data: Data
    /// The file name sent to the receiver, without folders; nil sends none.
    public var filename: String?
    /// The file's media type.
    public var contentType: String

    /// Creates a file part.
    public init(data: Data, filename: String? = nil, contentType: String = "application/octet-stream") {
        self.data = data
        self.filename = filename
        self.contentType = contentType
    }

    public var description: String { "FilePart(\(data.count) bytes)" }

    /// The type of octets of which nothing else is known (RFC 2046 §4.5.1).
    static let general = "application/octet-stream"

    /// Returns whether a listed media type or range includes the general type.
    static func allowsGeneral(_ listed: String) -> Bool {
        [general, "application/*", "*/*"].contains(MediaType(listed).essence)
    }
}

/// Searches bytes.
enum ByteSearch {
    static func firstIndex(of pattern: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
        guard let first = pattern.first, bytes.count >= pattern.count else { return nil }
        var index = start
        while index <= bytes.count - pattern.count {
            if bytes[index] == first, isPrefix(pattern, of: bytes, at: index) { return index }
            index += 1
        }
        return nil
    }

    /// Whether the bytes have the pattern at the index; false when the index is outside the bytes.
    static func isPrefix(_ pattern: [UInt8], of bytes: [UInt8], at index: Int) -> Bool {
        guard index >= 0, index + pattern.count <= bytes.count else { return false }
        for offset in pattern.indices where bytes[index + offset] != pattern[offset] {
            return false
        }
        return true
    }
}
