public import KurusRuntime

/// An account's secret as a journal uses it: keys that are made from the secret key for the journal alone. Printed as the
/// fingerprint.
public struct JournalSecret: Hashable, Sendable {
    /// Tells accounts apart without being a key: see `IyzicoCredentials.fingerprint`.
    public let fingerprint: String
    /// What a journal's first version hashed with.
    package let firstVersionKey: JournalKey
    /// What the journal's own key is wrapped under.
    let wrappingKey: [UInt8]

    /// A secret made from an account's secret key.
    ///
    /// - Parameters:
    ///   - secretKey: The account's secret key.
    ///   - fingerprint: Of the account's other, public key.
    public init(secretKey: Secret, fingerprint: String) {
        self.fingerprint = fingerprint
        let bytes = secretKey.reveal { Array($0.utf8) }
        firstVersionKey = JournalKey(HMACSHA256.code(key: bytes, message: Array("kurus payout journal".utf8)))
        wrappingKey = HMACSHA256.code(key: bytes, message: Array("kurus payout journal key wrapping".utf8))
    }
}

extension JournalSecret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "journal secret of key \(fingerprint)" }

    public var debugDescription: String { description }

    public var customMirror: Mirror { Mirror(self, children: []) }
}
