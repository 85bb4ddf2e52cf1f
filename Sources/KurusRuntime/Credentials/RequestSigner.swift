public import KurusHTTP

/// Adds credentials to a request, by a provider's scheme.
public protocol RequestSigner: Sendable {
    /// Signs the request as it will be sent; nothing changes it afterwards.
    ///
    /// - Parameters:
    ///   - request: The request, to which the signature is added.
    ///   - security: The operation's security requirements (OpenAPI 3.0.3, Security Requirement Object): one of them
    ///     must be satisfied with all its schemes; scope names by scheme. Empty when the document has none.
    /// - Throws: Any error. The request is then not sent, and the error's text is not shown, since it may hold a key.
    func sign(_ request: inout HTTPRequest, security: [[String: [String]]]) throws
}
