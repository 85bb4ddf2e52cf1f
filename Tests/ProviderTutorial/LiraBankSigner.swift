import KurusRuntime

/// Adds the bank's bearer token (RFC 6750) to every attempt.
struct LiraBankSigner: RequestSigner {
    /// Prints as `‹redacted›`, wherever it is shown.
    let token: Secret

    func sign(_ request: inout HTTPRequest, security: [[String: [String]]]) {
        request.fields["Authorization"] = token.reveal { "Bearer \($0)" }
    }
}
