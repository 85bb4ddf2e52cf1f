import KurusRuntime

/// A code of iyzico's failures. No list for payouts is published; the named ones are known from its other services.
public struct IyzicoErrorCode: RawRepresentable, Hashable, Sendable {
    public let rawValue: String

    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// 11: the request is not valid.
    public static let invalidRequest = IyzicoErrorCode(rawValue: "11")
    /// 24: a field that must be there is not.
    public static let mandatoryField = IyzicoErrorCode(rawValue: "24")
    /// 1000: what was signed is not what was sent, or not by this key.
    public static let invalidSignature = IyzicoErrorCode(rawValue: "1000")
    /// 1001: the API key is unknown on this host.
    public static let credentialsNotFound = IyzicoErrorCode(rawValue: "1001")
    /// 1007: the Authorization field has no signature.
    public static let signatureMissing = IyzicoErrorCode(rawValue: "1007")
    /// 1009: there is no Authorization field.
    public static let authorizationMissing = IyzicoErrorCode(rawValue: "1009")
    /// 50000: too many requests.
    public static let requestLimitExceeded = IyzicoErrorCode(rawValue: "50000")

    /// Whether it says that iyzico turned away the caller before it looked at what was asked: such a failure tells
    /// nothing about the payout that was asked for.
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
