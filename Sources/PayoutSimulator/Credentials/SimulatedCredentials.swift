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

    /// The sample's API key for iyzico, to be shown to who wants to try the simulator.
    public static let sampleIyzicoAPIKey = "sandbox-simulator"
    /// The sample's secret key for iyzico. It is no secret.
    public static let sampleIyzicoSecretKey = "sandbox-simulator-secret"
    /// The sample's API key for Juspay.
    public static let sampleJuspayAPIKey = "simulator"

    /// Keys that everybody knows: for first steps.
    public static let sample = SimulatedCredentials(
        iyzicoAPIKey: sampleIyzicoAPIKey, iyzicoSecretKey: Secret(sampleIyzicoSecretKey),
        juspayAPIKey: Secret(sampleJuspayAPIKey))

    /// The keys as a client of iyzico takes them.
    ///
    /// - Throws: `InvalidCredentials` when they are no keys of iyzico's form.
    public func iyzico() throws(InvalidCredentials) -> IyzicoCredentials {
        try IyzicoCredentials(apiKey: iyzicoAPIKey, secretKey: iyzicoSecretKey.reveal { $0 })
    }

    /// The key as a client of Juspay takes it.
    ///
    /// - Throws: `InvalidAPIKey` when it is no key of Juspay's form.
    public func juspay() throws(InvalidAPIKey) -> JuspayCredentials {
        try JuspayCredentials(apiKey: juspayAPIKey.reveal { $0 })
    }
}

extension SimulatedCredentials: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "SimulatedCredentials" }

    public var debugDescription: String { description }

    public var customMirror: Mirror { Mirror(self, children: []) }
}
