public import KurusRuntime

/// The key under which a journal hashes recipients and bodies: without it, a short list of recipients cannot be tried out
/// against the hashes. Printed as `‹redacted›`.
public struct JournalKey: Sendable {
    package let bytes: [UInt8]
    private let key: HMACKey

    /// A key of these bytes.
    ///
    /// - Parameter bytes: 32 random bytes, kept where others cannot read them.
    public init(_ bytes: [UInt8]) {
        self.bytes = bytes
        key = HMACKey(bytes)
    }

    /// 32 bytes of the system's generator.
    package static func random() -> JournalKey {
        var generator = SystemRandomNumberGenerator()
        return JournalKey(RandomBytes.make(32, using: &generator))
    }

    /// Tells keys apart without being one: a code over a text of this use alone.
    package var fingerprint: String { hash("kurus payout journal key fingerprint".utf8) }

    /// HMAC-SHA256 (RFC 2104) in hexadecimal.
    func hash(_ message: some Sequence<UInt8>) -> String {
        Hexadecimal.text(code([Array(message)]))
    }

    /// HMAC-SHA256 (RFC 2104) of parts one after the other.
    func code(_ parts: [[UInt8]]) -> [UInt8] { key.code(parts) }
}

extension JournalKey: Hashable {
    public static func == (left: Self, right: Self) -> Bool { left.bytes == right.bytes }

    public func hash(into hasher: inout Hasher) { hasher.combine(bytes) }
}

extension JournalKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { Redaction.placeholder }

    public var debugDescription: String { description }

    public var customMirror: Mirror { Mirror(self, children: []) }
}

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
