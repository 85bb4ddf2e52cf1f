/// Whose payouts a journal keeps: it is never used for another provider, host or key.
public struct JournalIdentity: Hashable, Sendable, CustomStringConvertible {
    public let provider: String
    public let host: String
    /// Tells keys apart without being one: see `IyzicoCredentials.fingerprint`.
    public let keyFingerprint: String

    public init(provider: String, host: String, keyFingerprint: String) {
        self.provider = provider
        self.host = host
        self.keyFingerprint = keyFingerprint
    }

    public var description: String { "\(provider) at \(host), key \(keyFingerprint)" }
}
