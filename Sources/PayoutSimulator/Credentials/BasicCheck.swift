import Foundation
import KurusRuntime

/// Verifies HTTP Basic authorization (RFC 7617): the API key as the user name, no password.
struct BasicCheck {
    private let credentials: SimulatedCredentials

    init(_ credentials: SimulatedCredentials) {
        self.credentials = credentials
    }

    /// Nil when the request may be answered.
    func failure(of request: HTTPRequest) -> JuspayFailure? {
        let parts = (request.fields["Authorization"] ?? "").split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "basic" else { return .keyMissing }
        let given = Data(base64Encoded: String(parts[1]))
        let expected = credentials.juspayAPIKey.reveal { Data("\($0):".utf8) }
        return given == expected ? nil : .invalidKey
    }
}
