public import KurusHTTP
public import KurusJSON

/// A response that refuses a request. A client throws it, and a server throws it to send any status and content.
///
/// It prints as the status and the codes of JSON content: members named like an error, message, code or status whose
/// value is one word or a number. A provider's messages may name people, so only `text()` returns them. Fields are not
/// printed.
public struct Refusal: Error, Hashable, Sendable {
    /// The answer's status code.
    public let status: Int
    /// The answer's header fields.
    public let fields: HTTPFields
    /// The answer's content as it came.
    public let body: [UInt8]

    /// Creates a refusal, for a server or a test to send.
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

    /// Reads the content as a type; nil when it does not fit.
    public func read<T: JSONReadable>(_ type: T.Type = T.self) -> T? {
        try? JSONReader.read(type, from: body, options: JSONReaderOptions(direction: .response))
    }

    /// The answer, to read its content and fields as the document describes them. Where they do not fit, it throws
    /// `APIError.unreadable`.
    public var answer: APIResponse {
        let request = APIRequest(.get, "", operation: "the refusal", effect: .read)
        return APIResponse(response, RequestOutcome(request, attempt: 1, timeout: .zero))
    }

    /// Returns the content as text, unmasked; nil when it is not UTF-8.
    public func text() -> String? {
        String(validating: body, as: UTF8.self)
    }
}

extension Refusal: MaskedText {
    public var description: String {
        let text = RefusalText.text(body)
        return text.isEmpty ? "refused with status \(status)" : "refused with status \(status): \(text)"
    }

    public var customMirror: Mirror { Mirror(self, children: ["status": status]) }
}

/// Decides what a response means, by a provider's way of refusing.
public protocol RefusalRule: Sendable {
    /// Returns the meaning of a response, from its status or content.
    func meaning(of response: HTTPResponse) -> ResponseMeaning
}

/// The meaning of a response for its request.
public enum ResponseMeaning: Hashable, Sendable {
    /// The provider's answer; its status and content are then read as the document describes them.
    case answer
    /// The provider did not carry out the request.
    case refusal
    /// Neither, such as a proxy's page or content without the provider's envelope. A write's outcome is then unknown,
    /// and a read is unreadable.
    case unclear
}

/// Treats every status outside 200 to 299 as a refusal.
public struct StatusRefusals: RefusalRule {
    /// The rule has no settings.
    public init() {}

    public func meaning(of response: HTTPResponse) -> ResponseMeaning {
        200..<300 ~= response.status ? .answer : .refusal
    }
}

/// The text shown for a provider's answer: the codes in JSON members that describe an error. A message may repeat data
/// that was sent, including people's names, which no rule can recognize, so messages and content that is not JSON are
/// shown by length only.
private enum RefusalText {
    /// The most members that are shown.
    private static let shownMembers = 8
    /// The most bytes of JSON that are read for a text.
    private static let readLength = 1 << 16
    /// A member is shown whose name holds one of these, in any case.
    private static let names = ["error", "message", "code", "status", "reason", "detail", "title"]

    /// Returns the text to show; empty for empty content.
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

    /// Returns the members that describe an error, also one level down, because some errors are wrapped.
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

    /// Accepts only names that providers use for members; a name made from data is not shown.
    private static func saysSomething(_ name: String) -> Bool {
        guard isCode(name) else { return false }
        let name = name.lowercased()
        return names.contains { name.contains($0) }
    }

    private static func shown(_ text: String) -> String {
        isCode(text) ? text : "a text of length \(text.unicodeScalars.count)"
    }

    /// Whether a text is one word of the letters, digits and signs of codes: `invalid_grant`, `E-1004`, `10051`.
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
