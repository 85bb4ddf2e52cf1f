public import KurusHTTP

/// Decides which responses are the provider's "no".
public protocol RefusalRule: Sendable {
    /// Whether the response says that the request was not carried out, by its status or by what its content says.
    func isRefusal(_ response: HTTPResponse) -> Bool
}

/// Every status outside 200 to 299 is a refusal; for APIs that say in the status what they mean.
public struct StatusRefusals: RefusalRule {
    public init() {}

    public func isRefusal(_ response: HTTPResponse) -> Bool {
        !(200..<300).contains(response.status)
    }
}
