public import KurusHTTP

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
