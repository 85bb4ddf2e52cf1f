public import KurusHTTP
public import KurusJSON

/// A response that says no: what a client is refused with, and what a server throws to send any status and content.
///
/// Printed as the status and the codes of the content: of JSON the members that are named like an error, a message, a
/// code or a status, where they are one word or a number. A provider's messages may name people; `text()` gives them to
/// who knows where they go. Fields are not printed.
public struct Refusal: Error, Hashable, Sendable {
    /// The answer's status code.
    public let status: Int
    /// The answer's header fields.
    public let fields: HTTPFields
    /// The answer's content as it came.
    public let body: [UInt8]

    /// A refusal, for a server or a test to send.
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

    package var response: HTTPResponse { HTTPResponse(status: status, fields: fields, body: body) }

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
    public var description: String {
        let text = RefusalText.text(body)
        return text.isEmpty ? "refused with status \(status)" : "refused with status \(status): \(text)"
    }

    public var debugDescription: String { description }

    public var customMirror: Mirror { Mirror(self, children: ["status": status]) }
}
