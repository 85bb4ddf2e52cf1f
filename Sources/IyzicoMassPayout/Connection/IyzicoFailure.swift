public import KurusRuntime

/// The envelope of a failure that iyzico reports.
public struct IyzicoFailure: Hashable, Sendable {
    /// iyzico sends it as a string or as a bare number.
    public let code: IyzicoErrorCode?
    /// In the requested language. It may repeat data that was sent.
    public let message: String?
    /// The provider's group of errors, such as `VALIDATION`.
    public let group: String?

    /// A failure as the provider reports it.
    public init(code: IyzicoErrorCode?, message: String? = nil, group: String? = nil) {
        self.code = code
        self.message = message
        self.group = group
    }

    /// Reads the envelope in a refusal; nil for other content, or when its status is not `failure`.
    public init?(_ refusal: Refusal) {
        guard let failure = refusal.read(IyzicoFailureEnvelope.self)?.failure else { return nil }
        self = failure
    }
}

extension IyzicoFailure: MaskedText {
    /// The code; the message is left out, since it may repeat a name that was sent.
    public var description: String { "iyzico's failure" + (code.map { " \($0)" } ?? "") }
}

/// The members of a failure, read as any kind, so that one of an unexpected kind does not hide the others.
private struct IyzicoFailureEnvelope: JSONReadable {
    var failure: IyzicoFailure?

    init(from reader: inout JSONReader) throws(JSONError) {
        guard case .object(let members) = try reader.read(JSONValue.self),
            members["status"] == .string("failure")
        else { return }
        failure = IyzicoFailure(
            code: Self.text(members["errorCode"]).map(IyzicoErrorCode.init(rawValue:)),
            message: Self.text(members["errorMessage"]), group: Self.text(members["errorGroup"]))
    }

    private static func text(_ value: JSONValue?) -> String? {
        switch value {
        case .string(let text): text
        case .number(let number): number.text
        default: nil
        }
    }
}

/// A code of iyzico's failures. No list for payouts is published; the named codes are known from its other services.
public struct IyzicoErrorCode: RawRepresentable, Hashable, Sendable {
    public let rawValue: String

    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// 11: the request is not valid.
    public static let invalidRequest = IyzicoErrorCode(rawValue: "11")
    /// 24: a required field is missing.
    public static let mandatoryField = IyzicoErrorCode(rawValue: "24")
    /// 1000: the signature does not match the request or the key.
    public static let invalidSignature = IyzicoErrorCode(rawValue: "1000")
    /// 1001: the API key is unknown on this host.
    public static let credentialsNotFound = IyzicoErrorCode(rawValue: "1001")
    /// 1007: the Authorization field has no signature.
    public static let signatureMissing = IyzicoErrorCode(rawValue: "1007")
    /// 1009: there is no Authorization field.
    public static let authorizationMissing = IyzicoErrorCode(rawValue: "1009")
    /// 50000: too many requests.
    public static let requestLimitExceeded = IyzicoErrorCode(rawValue: "50000")

    /// Whether iyzico rejected the caller before it looked at the request, so that the failure is unrelated to the
    /// payout.
    public var isAboutTheCaller: Bool {
        let codes: [IyzicoErrorCode] = [
            .invalidSignature, .credentialsNotFound, .signatureMissing, .authorizationMissing, .requestLimitExceeded,
        ]
        return codes.contains(self)
    }
}

extension IyzicoErrorCode: CustomStringConvertible {
    /// The code and, where it is known, what it means.
    public var description: String {
        guard let meaning else { return Redaction.masked(rawValue) }
        return "\(rawValue) (\(meaning))"
    }

    private var meaning: String? {
        switch self {
        case .invalidRequest: "invalid request"
        case .mandatoryField: "a field is mandatory"
        case .invalidSignature: "invalid signature"
        case .credentialsNotFound: "API credentials not found"
        case .signatureMissing: "signature missing"
        case .authorizationMissing: "Authorization missing"
        case .requestLimitExceeded: "request limit exceeded"
        default: nil
        }
    }
}

/// Decides by the body's `status` what an answer of iyzico means, because its services send the same failure with HTTP
/// status 200 or 4xx.
///
/// - `success` is an answer at any HTTP status. One with another status than 2xx contradicts itself: the client then
///   makes it unreadable, or for a write an unknown outcome, since its status is not documented for a success.
/// - `failure` is a refusal at any HTTP status. For a write the client treats it as certain only below 500.
/// - Anything else is unclear: another value, a missing one, invalid JSON (including a second `status`), a proxy's
///   page.
public struct IyzicoRefusals: RefusalRule {
    /// The rule has no settings.
    public init() {}

    public func meaning(of response: HTTPResponse) -> ResponseMeaning {
        switch Self.status(in: response.body) {
        // The rest is validated when the whole answer is read.
        case "success": .answer
        case "failure": Self.isWhole(response.body) ? .refusal : .unclear
        default: .unclear
        }
    }

    private static func status(in body: [UInt8]) -> String? {
        let found = try? JSONReader.withReader(of: body, at: 0) { (reader) throws(JSONError) in
            try reader.peekMember("status")
        }
        return found?.result
    }

    private static func isWhole(_ body: [UInt8]) -> Bool {
        (try? JSONReader.withReader(of: body) { (reader) throws(JSONError) in try reader.skip() }) != nil
    }
}
