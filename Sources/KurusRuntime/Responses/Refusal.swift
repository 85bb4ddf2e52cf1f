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

/// Tells what a response means: the one method that knows a provider's way of saying no.
public protocol RefusalRule: Sendable {
    /// What the response says, by its status or by its content.
    func meaning(of response: HTTPResponse) -> ResponseMeaning
}

/// What a response says of its request.
public enum ResponseMeaning: Hashable, Sendable {
    /// The provider's answer; its status and content are then read as the document describes them.
    case answer
    /// The provider says that the request was not carried out.
    case refusal
    /// Neither: a proxy's page, say, or content without the provider's envelope. A write's outcome is then unknown, and
    /// a read is unreadable.
    case unclear
}

/// Every status outside 200 to 299 is a refusal; for APIs that say in the status what they mean.
public struct StatusRefusals: RefusalRule {
    /// The rule has no settings.
    public init() {}

    public func meaning(of response: HTTPResponse) -> ResponseMeaning {
        200..<300 ~= response.status ? .answer : .refusal
    }
}

/// What a text shows of a provider's answer: of JSON the members that say what went wrong, by their codes. A message may
/// repeat what was sent, people's names among it, and no rule tells a name from other words: of messages, and of anything
/// that is not JSON, the length alone is shown.
private enum RefusalText {
    /// The most members that are shown.
    private static let shownMembers = 8
    /// The most bytes of JSON that are read for a text.
    private static let readLength = 1 << 16
    /// A member is shown whose name holds one of these, in any case.
    private static let names = ["error", "message", "code", "status", "reason", "detail", "title"]

    /// Empty where there is nothing to show.
    static func text(_ content: [UInt8]) -> String {
        guard !content.isEmpty else { return "" }
        guard content.count <= readLength, let value = try? JSONReader.read(JSONValue.self, from: content),
            case .object(let object) = value
        else { return "\(content.count) bytes" }
        let shown = members(of: object, depth: 0)
        guard !shown.isEmpty else { return "\(content.count) bytes" }
        return Redaction.masked(shown.prefix(shownMembers).joined(separator: ", "))
            + (shown.count > shownMembers ? ", …" : "")
    }

    /// Members that say something, also one level down: errors are wrapped at times.
    private static func members(of object: JSONObject, depth: Int) -> [String] {
        object.flatMap { member -> [String] in
            switch member.value {
            case .object(let inner): depth == 0 ? members(of: inner, depth: 1) : []
            case .string(let text) where saysSomething(member.name): ["\(member.name): \(shown(text))"]
            case .number(let number) where saysSomething(member.name): ["\(member.name): \(number.text)"]
            default: []
            }
        }
    }

    /// Only what providers use as names of members: one that is made from data is not shown.
    private static func saysSomething(_ name: String) -> Bool {
        guard isCode(name) else { return false }
        let name = name.lowercased()
        return names.contains { name.contains($0) }
    }

    private static func shown(_ text: String) -> String {
        isCode(text) ? text : "a text of length \(text.unicodeScalars.count)"
    }

    /// Whether a text is one word of letters, digits and signs as codes have them: `invalid_grant`, `E-1004`, `10051`.
    private static func isCode(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 64
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."):
                    true
                default: false
                }
            }
    }
}
