public import KurusHTTP
public import KurusJSON

/// A response that says no: what a client is refused with, and what a server throws to send any status and content.
///
/// Printed as the status and the beginning of the content's text, masked; fields are not printed.
public struct Refusal: Error, Hashable, Sendable {
    public let status: Int
    public let fields: HTTPFields
    public let body: [UInt8]

    public init(status: Int, fields: HTTPFields = [:], body: [UInt8] = []) {
        self.status = status
        self.fields = fields
        self.body = body
    }

    /// A refusal with JSON content, `Content-Type: application/json` unless the fields name another.
    public init<V: JSONWritable>(status: Int, json value: V, fields: HTTPFields = [:]) {
        let response = HTTPResponse.json(status, value, fields: fields)
        self.init(response)
    }

    init(_ response: HTTPResponse) {
        self.init(status: response.status, fields: response.fields, body: response.body)
    }

    var response: HTTPResponse { HTTPResponse(status: status, fields: fields, body: body) }

    /// The content as a type, nil when it does not fit.
    public func read<T: JSONReadable>(_ type: T.Type = T.self) -> T? {
        try? JSONReader.read(type, from: body)
    }

    /// The content as text, unmasked; nil when it is not UTF-8.
    public func text() -> String? {
        String(validating: body, as: UTF8.self)
    }
}

extension Refusal: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The most Unicode scalars of a provider's text that a description shows.
    private static let shownLength = 300

    public var description: String {
        guard let text = text(), !text.isEmpty else { return "refused with status \(status)" }
        let masked = Redaction.masked(text)
        let shown = masked.unicodeScalars.prefix(Self.shownLength)
        return "refused with status \(status): \(Substring(shown))\(shown.endIndex < masked.endIndex ? "…" : "")"
    }

    public var debugDescription: String { description }

    public var customMirror: Mirror { Mirror(self, children: ["status": status]) }
}
