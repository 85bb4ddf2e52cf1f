import KurusRuntime

/// A merchant's API key and secret key.
///
/// White space and invisible characters around a key, which copying adds, are removed: iyzico answers a request signed
/// with them by error 1000. Printed as whether they are the sandbox's and the fingerprint.
public struct IyzicoCredentials: Sendable {
    let apiKey: Secret
    let secretKey: Secret

    /// Whether these are keys of the sandbox, which iyzico begins with `sandbox-`.
    public let isSandbox: Bool

    /// Twelve hexadecimal digits that tell one API key from another: the beginning of its SHA-256.
    public let fingerprint: String

    /// Checks the form of the keys.
    ///
    /// - Throws: `InvalidCredentials` with everything that is wrong with either key.
    public init(apiKey: String, secretKey: String) throws(InvalidCredentials) {
        let apiKey = KeyText(apiKey)
        let secretKey = KeyText(secretKey)
        let problems = InvalidCredentials.problems(apiKey: apiKey, secretKey: secretKey)
        guard problems.isEmpty else { throw InvalidCredentials(problems: problems) }
        self.apiKey = Secret(apiKey.text)
        self.secretKey = Secret(secretKey.text)
        isSandbox = apiKey.isSandbox
        fingerprint = String(Hexadecimal.text(SHA256Digest.digest(Array(apiKey.text.utf8))).prefix(12))
    }

    /// What opens the account's journal: made from the secret key for that purpose alone. It must not be stored.
    public var journalSecret: JournalSecret {
        JournalSecret(secretKey: secretKey, fingerprint: fingerprint)
    }
}

extension IyzicoCredentials: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "\(isSandbox ? "sandbox" : "production") key \(fingerprint)" }

    public var debugDescription: String { description }

    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension KeyText {
    var isSandbox: Bool { text.hasPrefix("sandbox-") }
}
