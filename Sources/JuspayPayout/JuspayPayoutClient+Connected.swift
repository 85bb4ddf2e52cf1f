import Foundation
public import JuspayPayoutAPI
public import KurusRuntime
public import KurusTransport

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

extension JuspayPayoutClient {
    /// Creates a client that authorizes itself by the API key.
    ///
    /// - Parameters:
    ///   - server: `JuspayPayoutClient.sandbox`, `.production` or another. A key does not show which one it belongs to.
    ///   - timeout: The longest duration of one attempt.
    ///   - deadline: The longest duration of all attempts and the pauses between them.
    ///   - retry: The policy for repeating requests.
    ///   - hooks: Called before and after each attempt.
    ///   - clock: The clock for all times.
    /// - Throws: `UnencryptedServer` for another scheme than https and another machine.
    public static func connected(
        credentials: JuspayCredentials, server: APIServer, transport: any HTTPTransport = PlatformTransport(),
        timeout: Duration = .seconds(30), deadline: Duration = .seconds(120), retry: RetryPolicy = .standard,
        hooks: (any APIHooks)? = nil, clock: any Clock<Duration> = ContinuousClock()
    ) throws(UnencryptedServer) -> JuspayPayoutClient {
        // The client reports a server whose URL cannot be used.
        if let url = URL(string: server.url, encodingInvalidCharacters: false) { try UnencryptedServer.check(url) }
        return JuspayPayoutClient(
            APIClient(
                server: server, transport: transport, signer: JuspaySigner(credentials), timeout: timeout,
                deadline: deadline, retry: retry, hooks: hooks, clock: clock))
    }
}
