import Foundation
public import IyzicoMassPayout
public import JuspayPayout
public import KurusRuntime

/// The keys that the simulated providers accept.
public struct SimulatedCredentials: Hashable, Sendable {
    let iyzicoAPIKey: String
    let iyzicoSecretKey: Secret
    let juspayAPIKey: Secret

    /// - Parameters:
    ///   - iyzicoAPIKey: Begins with `sandbox-`, as the secret key does, like iyzico's keys for tests.
    public init(iyzicoAPIKey: String, iyzicoSecretKey: Secret, juspayAPIKey: Secret) {
        self.iyzicoAPIKey = iyzicoAPIKey
        self.iyzicoSecretKey = iyzicoSecretKey
        self.juspayAPIKey = juspayAPIKey
    }

    /// The sample's API key for iyzico, shown to users of the simulator.
    public static let sampleIyzicoAPIKey = "sandbox-simulator"
    /// The sample's secret key for iyzico, which is public.
    public static let sampleIyzicoSecretKey = "sandbox-simulator-secret"
    /// The sample's API key for Juspay.
    public static let sampleJuspayAPIKey = "simulator"

    /// Public keys for first steps.
    public static let sample = SimulatedCredentials(
        iyzicoAPIKey: sampleIyzicoAPIKey, iyzicoSecretKey: Secret(sampleIyzicoSecretKey),
        juspayAPIKey: Secret(sampleJuspayAPIKey))

    /// Returns the keys for a client of iyzico.
    ///
    /// - Throws: `InvalidCredentials` when they do not have the form of iyzico's keys.
    public func iyzico() throws(InvalidCredentials) -> IyzicoCredentials {
        try IyzicoCredentials(apiKey: iyzicoAPIKey, secretKey: iyzicoSecretKey.reveal { $0 })
    }

    /// Returns the key for a client of Juspay.
    ///
    /// - Throws: `InvalidAPIKey` when it does not have the form of Juspay's keys.
    public func juspay() throws(InvalidAPIKey) -> JuspayCredentials {
        try JuspayCredentials(apiKey: juspayAPIKey.reveal { $0 })
    }
}

extension SimulatedCredentials: MaskedText {
    public var description: String { "SimulatedCredentials" }
}

extension SimulatedCredentials {
    /// Verifies HTTP Basic authorization (RFC 7617): the API key as the user name, no password.
    ///
    /// - Returns: Nil when the request is authorized.
    func juspayFailure(of request: HTTPRequest) -> JuspayFailure? {
        let parts = (request.fields["Authorization"] ?? "").split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "basic" else { return .keyMissing }
        let given = Data(base64Encoded: String(parts[1]))
        let expected = juspayAPIKey.reveal { Data("\($0):".utf8) }
        return given == expected ? nil : .invalidKey
    }

    /// Verifies the IYZWSv2 signature of a request over the received bytes.
    ///
    /// - Returns: Nil when the signature is valid.
    func iyzicoFailure(of request: HTTPRequest) -> IyzicoFailure? {
        guard let field = request.fields["Authorization"] else { return .authorizationMissing }
        guard let authorization = IYZWSv2.Authorization(fieldValue: field), !authorization.signature.isEmpty else {
            return .signatureMissing
        }
        guard authorization.apiKey == iyzicoAPIKey else { return .credentialsNotFound }
        let path = IYZWSv2.path(of: request.target)
        let isValid = iyzicoSecretKey.reveal {
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
