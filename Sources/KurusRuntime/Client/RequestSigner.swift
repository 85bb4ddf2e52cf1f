public import KurusHTTP

/// Adds credentials to a request: the one method that knows a provider's scheme.
public protocol RequestSigner: Sendable {
    /// Signs the request as it will be sent; afterwards nothing changes it.
    ///
    /// - Parameters:
    ///   - request: The request, to which the signature is added.
    ///   - security: The operation's security requirements (OpenAPI 3.0.3, Security Requirement Object): one of them is to
    ///     be satisfied, all schemes in it; scope names by scheme. Empty where the document asks for none.
    /// - Throws: any error; the request is then not sent, and the error's text is not shown, since it may hold a key.
    func sign(_ request: inout HTTPRequest, security: [[String: [String]]]) throws
}
