/// Whose payouts a journal keeps: it is never used for another provider, host or key.
public struct JournalIdentity: Hashable, Sendable, CustomStringConvertible {
    /// The provider's name: `iyzico`.
    public let provider: String
    /// The host that its payouts are sent to.
    public let host: String
    /// Tells keys apart without being one: see `IyzicoCredentials.fingerprint`.
    public let keyFingerprint: String

    /// The identity of an account's journal.
    public init(provider: String, host: String, keyFingerprint: String) {
        self.provider = provider
        self.host = host
        self.keyFingerprint = keyFingerprint
    }

    public var description: String { "\(provider) at \(host), key \(keyFingerprint)" }
}
