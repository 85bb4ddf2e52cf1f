import IyzicoMassPayout
import KurusRuntime

/// Verifies the IYZWSv2 signature of a request, over the bytes that came.
struct IyzicoSignatureCheck {
    private let credentials: SimulatedCredentials

    init(_ credentials: SimulatedCredentials) {
        self.credentials = credentials
    }

    /// Nil when the request is signed as it should be.
    func failure(of request: HTTPRequest) -> IyzicoFailure? {
        guard let field = request.fields["Authorization"] else { return .authorizationMissing }
        guard let authorization = IYZWSv2.Authorization(fieldValue: field), !authorization.signature.isEmpty else {
            return .signatureMissing
        }
        guard authorization.apiKey == credentials.iyzicoAPIKey else { return .credentialsNotFound }
        let path = IYZWSv2.path(of: request.target)
        let isValid = credentials.iyzicoSecretKey.reveal {
            authorization.isValid(secretKey: $0, path: path, body: request.body ?? [])
        }
        return isValid ? nil : .invalidSignature
    }
}

extension IyzicoFailure {
    fileprivate static let invalidSignature = IyzicoFailure(
        kind: .unauthorized, code: "1000", message: "invalid signature")
    fileprivate static let credentialsNotFound = IyzicoFailure(
        kind: .unauthorized, code: "1001", message: "API credentials not found")
    fileprivate static let signatureMissing = IyzicoFailure(
        kind: .unauthorized, code: "1007", message: "signature missing")
    fileprivate static let authorizationMissing = IyzicoFailure(
        kind: .unauthorized, code: "1009", message: "Authorization missing")
}
