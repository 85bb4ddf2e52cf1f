public import JuspayPayoutAPI
public import KurusRuntime

/// A failure reported by Juspay, in one form for both documented forms.
public struct JuspayFailure: Hashable, Sendable {
    /// The HTTP status.
    public let status: Int
    /// The provider's code, where it gave one.
    public let code: PayoutErrorCode?
    /// The message for the caller. It may repeat data that was sent.
    public let message: String?
    /// The message for the caller's user.
    public let userMessage: String?
    /// The member `error` where it is text.
    public let error: String?

    /// Reads the members of a refusal's content, or of the object `response` in it. Missing members are nil.
    public init(_ refusal: Refusal) {
        let outer = Self.members(of: refusal.read(JSONValue.self))
        let inner = outer["response"].map(Self.members) ?? outer
        status = refusal.status
        code = Self.text(inner["errorCode"] ?? outer["errorCode"]).map(PayoutErrorCode.init(rawValue:))
        message = Self.text(inner["errorMessage"] ?? outer["errorMessage"])
        userMessage = Self.text(inner["userMessage"] ?? outer["userMessage"])
        error = Self.text(inner["error"] ?? outer["error"])
    }

    private static func members(of value: JSONValue?) -> JSONObject {
        if case .object(let members) = value { members } else { JSONObject() }
    }

    private static func text(_ value: JSONValue?) -> String? {
        if case .string(let text) = value { text } else { nil }
    }
}

extension JuspayFailure: MaskedText {
    /// Status, code and message, numbers in the latter two masked.
    public var description: String {
        let code = code.map { " \(Redaction.masked($0.rawValue))" } ?? ""
        let message = (message ?? error ?? userMessage).map { ": \(Redaction.masked($0))" } ?? ""
        return "Juspay's failure\(code) with status \(status)\(message)"
    }
}
