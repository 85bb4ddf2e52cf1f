public import KurusRuntime

/// The key under which a journal hashes recipients and bodies. Without it, a short list of recipients cannot be tested
/// against the hashes. It prints as `‹redacted›`.
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

    /// Creates a key of 32 bytes from the system's generator.
    package static func random() -> JournalKey { JournalKey(RandomBytes.make(32)) }

    /// Identifies the key without revealing it: a code over a text for this use only.
    package var fingerprint: String { hash("kurus payout journal key fingerprint".utf8) }

    /// Returns the HMAC-SHA256 (RFC 2104) in hexadecimal.
    func hash(_ message: some Sequence<UInt8>) -> String {
        Hexadecimal.text(code([Array(message)]))
    }

    /// Returns the HMAC-SHA256 (RFC 2104) of concatenated parts.
    package func code(_ parts: [[UInt8]]) -> [UInt8] { key.code(parts) }
}

extension JournalKey: Hashable {
    public static func == (left: Self, right: Self) -> Bool { left.bytes == right.bytes }

    public func hash(into hasher: inout Hasher) { hasher.combine(bytes) }
}

extension JournalKey: MaskedText {
    public var description: String { Redaction.placeholder }
}

/// An account's secret for its journal: keys derived from the secret key for the journal only. It prints as the
/// fingerprint.
public struct JournalSecret: Hashable, Sendable {
    /// Identifies the account without being a key: see `IyzicoCredentials.fingerprint`.
    public let fingerprint: String
    /// The key with which a journal's first version hashed.
    package let firstVersionKey: JournalKey
    /// The key under which the journal's own key is wrapped.
    let wrappingKey: [UInt8]

    /// A secret made from an account's secret key.
    ///
    /// - Parameters:
    ///   - secretKey: The account's secret key.
    ///   - fingerprint: The fingerprint of the account's API key.
    public init(secretKey: Secret, fingerprint: String) {
        self.fingerprint = fingerprint
        let bytes = secretKey.reveal { Array($0.utf8) }
        firstVersionKey = JournalKey(HMACSHA256.code(key: bytes, message: Array("kurus payout journal".utf8)))
        wrappingKey = HMACSHA256.code(key: bytes, message: Array("kurus payout journal key wrapping".utf8))
    }
}

extension JournalSecret: MaskedText {
    public var description: String { "journal secret of key \(fingerprint)" }
}
