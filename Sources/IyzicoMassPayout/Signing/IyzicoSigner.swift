public import KurusRuntime

/// Signs requests by IYZWSv2, over exactly the bytes that are sent.
///
/// Sets Authorization, `x-iyzi-rnd` and `x-iyzi-client-version`, and Accept and Content-Type if missing: iyzico
/// requires Content-Type on every operation, with or without a body.
public struct IyzicoSigner: RequestSigner {
    /// The value of `x-iyzi-client-version`.
    public static let clientVersion = "kurus-swift-0.1.0"

    private let credentials: IyzicoCredentials
    private let hosts: KeyHosts
    private let randomKey: @Sendable () -> String

    /// A signer for one account.
    ///
    /// - Parameters:
    ///   - credentials: The keys to sign with.
    ///   - hosts: The hosts to which the keys may be sent.
    ///   - randomKey: Returns the random key of one attempt: ASCII letters and digits, never repeated.
    public init(
        _ credentials: IyzicoCredentials, hosts: KeyHosts = .matching,
        randomKey: @escaping @Sendable () -> String = RandomKey.system
    ) {
        self.credentials = credentials
        self.hosts = hosts
        self.randomKey = randomKey
    }

    /// Adds the signature, if the key may be sent to the request's host.
    ///
    /// - Throws: `KeyHostMismatch` when the key does not belong to the request's host.
    public func sign(_ request: inout HTTPRequest, security: [[String: [String]]]) throws {
        try hosts.check(isSandbox: credentials.isSandbox, request.url)
        let randomKey = randomKey()
        request.fields["Authorization"] = authorization(of: request, randomKey).fieldValue
        request.fields["x-iyzi-rnd"] = randomKey
        request.fields["x-iyzi-client-version"] = Self.clientVersion
        for name in ["Accept", "Content-Type"] as [HTTPFieldName] where !request.fields.contains(name) {
            request.fields[name] = "application/json"
        }
    }

    private func authorization(of request: HTTPRequest, _ randomKey: String) -> IYZWSv2.Authorization {
        let signature = credentials.secretKey.reveal {
            IYZWSv2.signature(
                secretKey: $0, randomKey: randomKey, path: IYZWSv2.path(of: request.target), body: request.body ?? [])
        }
        return credentials.apiKey.reveal {
            IYZWSv2.Authorization(apiKey: $0, randomKey: randomKey, signature: signature)
        }
    }
}

extension IyzicoSigner: MaskedText {
    public var description: String { "IyzicoSigner(\(credentials))" }
}

/// Makes the random key of a signature, a new one for every attempt.
public enum RandomKey {
    /// Returns 128 random bits of the system's generator, in hexadecimal.
    @Sendable public static func system() -> String {
        var generator = SystemRandomNumberGenerator()
        return make(using: &generator)
    }

    static func make(using generator: inout some RandomNumberGenerator) -> String {
        let words = [generator.next(), generator.next()] as [UInt64]
        return Hexadecimal.text(words.flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) } })
    }
}

/// Random bytes of the system's generator, for keys and salts.
enum RandomBytes {
    static func make(_ count: Int) -> [UInt8] {
        (0..<count).map { _ in UInt8.random(in: .min ... .max) }
    }
}
