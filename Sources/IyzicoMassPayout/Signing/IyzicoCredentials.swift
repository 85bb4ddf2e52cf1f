import Foundation
public import KurusRuntime

/// A merchant's API key and secret key.
///
/// White space and invisible characters around a key, which copying adds, are removed: iyzico answers a request signed
/// with them by error 1000. They print as their environment and the fingerprint.
public struct IyzicoCredentials: Sendable {
    let apiKey: Secret
    let secretKey: Secret

    /// Whether these are keys of the sandbox, which iyzico begins with `sandbox-`.
    public let isSandbox: Bool

    /// Twelve hexadecimal digits that identify the API key: the beginning of its SHA-256.
    public let fingerprint: String

    /// Checks the form of the keys.
    ///
    /// - Throws: `InvalidCredentials` with all problems of both keys.
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

    /// The secret that opens the account's journal, derived from the secret key for this purpose only. It must not be
    /// stored.
    public var journalSecret: JournalSecret {
        JournalSecret(secretKey: secretKey, fingerprint: fingerprint)
    }
}

extension IyzicoCredentials: MaskedText {
    public var description: String { "\(isSandbox ? "sandbox" : "production") key \(fingerprint)" }
}

extension KeyText {
    var isSandbox: Bool { text.hasPrefix("sandbox-") }
}

/// Keys that cannot be iyzico's. The error holds nothing of the keys.
public struct InvalidCredentials: Error, Hashable, Sendable {
    /// One of the two keys.
    public enum Key: String, Hashable, Sendable {
        /// The public half, which names the account.
        case apiKey = "API key"
        /// The half that signs.
        case secretKey = "secret key"
    }

    /// A problem of a key.
    @nonexhaustive public enum Problem: Hashable, Sendable {
        /// Empty, or only white space.
        case empty(Key)
        /// White space, an invisible or a control character inside.
        case holdsSpace(Key)
        /// A character that iyzico's keys do not have.
        case notASCII(Key)
        /// `:` or `&`, which separate the parts of the Authorization field.
        case holdsSeparator(Key)
        /// One key is the sandbox's, the other is not.
        case mixed
    }

    /// All problems, at least one.
    public let problems: [Problem]

    /// An error of these problems.
    public init(problems: [Problem]) {
        self.problems = problems
    }
}

extension InvalidCredentials {
    static func problems(apiKey: KeyText, secretKey: KeyText) -> [Problem] {
        let problems = [problem(of: apiKey, .apiKey), problem(of: secretKey, .secretKey)].compactMap { $0 }
        return problems.isEmpty && apiKey.isSandbox != secretKey.isSandbox ? [.mixed] : problems
    }

    private static func problem(of key: KeyText, _ name: Key) -> Problem? {
        switch key.problem {
        case .empty: .empty(name)
        case .holdsSpace: .holdsSpace(name)
        case .notASCII: .notASCII(name)
        // The Authorization field holds the API key between separators; the secret key is never sent.
        case nil:
            name == .apiKey && key.text.utf8.contains { ":&".utf8.contains($0) } ? .holdsSeparator(name) : nil
        }
    }
}

extension InvalidCredentials: CustomStringConvertible {
    public var description: String { problems.map(\.description).joined(separator: "; ") }
}

extension InvalidCredentials.Problem: CustomStringConvertible {
    public var description: String {
        switch self {
        case .empty(let key): "the \(key.rawValue) \(KeyText.Problem.empty)"
        case .holdsSpace(let key): "the \(key.rawValue) \(KeyText.Problem.holdsSpace)"
        case .notASCII(let key): "the \(key.rawValue) \(KeyText.Problem.notASCII)"
        case .holdsSeparator(let key): "the \(key.rawValue) holds a colon or an ampersand: copy it again"
        case .mixed: "one key is the sandbox's and the other is not: they must come from one account"
        }
    }
}

/// The hosts to which a key may be sent.
public enum KeyHosts: Hashable, Sendable {
    /// A sandbox key to `sandbox-api.iyzipay.com` and loopback addresses only; a production key to any host but
    /// `sandbox-api.iyzipay.com`.
    case matching
    /// Every key to every host, for hosts that handle the other kind of key safely.
    case any

    /// - Throws: `KeyHostMismatch` when a key of this kind must not be sent to the host of the URL.
    func check(isSandbox: Bool, _ url: URL) throws(KeyHostMismatch) {
        guard self == .matching else { return }
        let host = url.host(percentEncoded: true)?.lowercased() ?? ""
        let isOfSandbox = host == "sandbox-api.iyzipay.com"
        let isAllowed = isSandbox ? isOfSandbox || LoopbackHost.isHost(of: url) : !isOfSandbox
        guard isAllowed else { throw KeyHostMismatch(isSandbox: isSandbox, host: host) }
    }

    /// Checks the URL of a server. The client reports a server whose URL cannot be used.
    func check(isSandbox: Bool, _ server: APIServer) throws(KeyHostMismatch) {
        guard let url = URL(string: server.url, encodingInvalidCharacters: false) else { return }
        try check(isSandbox: isSandbox, url)
    }
}

/// A key that would be sent to the other kind of host, which iyzico answers with an unrelated error.
public struct KeyHostMismatch: Error, Hashable, Sendable, CustomStringConvertible {
    /// Whether the key is the sandbox's.
    public let isSandbox: Bool
    /// The host, in lower case.
    public let host: String

    /// Creates an error for a key and a host.
    public init(isSandbox: Bool, host: String) {
        self.isSandbox = isSandbox
        self.host = host
    }

    public var description: String {
        isSandbox
            ? "a sandbox key is not sent to \(host): it is for sandbox-api.iyzipay.com"
            : "a production key is not sent to \(host): it is for api.iyzipay.com"
    }
}
