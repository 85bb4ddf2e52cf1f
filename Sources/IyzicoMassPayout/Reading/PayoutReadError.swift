public import KurusRuntime

/// Why a payout could not be read.
public enum PayoutReadError: Error, Hashable, Sendable {
    /// A call failed.
    case api(APIError)
    /// A success that holds no payout: one of the ways in which a provider may say that there is none.
    case noPayout
    /// A page that brought nothing new before the announced total was reached: reading on would not end.
    case pagesRepeat(page: Int)
}

extension PayoutReadError {
    /// Whether the provider turned away the caller by the keys, so that repeating the call does not help.
    var isAboutKeys: Bool {
        guard case .api(let error) = self, let code = error.refusal.flatMap({ IyzicoFailure($0)?.code }) else {
            return false
        }
        return code.isAboutTheCaller && code != .requestLimitExceeded
    }
}

extension PayoutReadError: MaskedText {
    /// What happened, without the provider's own words.
    public var description: String {
        switch self {
        case .api(let error): error.plainText
        case .noPayout: "the answer holds no payout"
        case .pagesRepeat(let page): "page \(page) of the items brought nothing new, and the total was not reached"
        }
    }
}
