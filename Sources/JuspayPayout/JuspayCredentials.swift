import Foundation
public import KurusRuntime

/// A merchant's API key.
///
/// White space and invisible characters around it, which copying adds, are removed.
public struct JuspayCredentials: Sendable {
    let apiKey: Secret

    /// Checks the form of the key.
    ///
    /// - Throws: `InvalidAPIKey`.
    public init(apiKey: String) throws(InvalidAPIKey) {
        let key = KeyText(apiKey)
        switch key.problem {
        case .empty: throw .empty
        case .holdsSpace: throw .holdsSpace
        case .notASCII: throw .notASCII
        case nil: break
        }
        guard !key.text.utf8.contains(UInt8(ascii: ":")) else { throw .holdsColon }
        self.apiKey = Secret(key.text)
    }
}

extension JuspayCredentials: MaskedText {
    public var description: String { "JuspayCredentials(\(apiKey))" }
}

/// The reason why a text is not an API key. It holds nothing of the text.
@nonexhaustive public enum InvalidAPIKey: Error, Hashable, Sendable {
    /// Empty, or only white space.
    case empty
    /// White space, an invisible or a control character inside.
    case holdsSpace
    /// It has a character that is not ASCII.
    case notASCII
    /// Basic authorization ends the user name at the first colon (RFC 7617 §2).
    case holdsColon
}

extension InvalidAPIKey: CustomStringConvertible {
    public var description: String {
        switch self {
        case .empty: "the API key \(KeyText.Problem.empty)"
        case .holdsSpace: "the API key \(KeyText.Problem.holdsSpace)"
        case .notASCII: "the API key \(KeyText.Problem.notASCII)"
        case .holdsColon: "the API key holds a colon: copy it again"
        }
    }
}

/// Adds Basic authorization (RFC 7617): the API key as the user name, the password empty.
///
/// The field reveals the key, so it is sent by https only, or to this machine.
public struct JuspaySigner: RequestSigner {
    private let credentials: JuspayCredentials

    /// Signs with these credentials.
    public init(_ credentials: JuspayCredentials) {
        self.credentials = credentials
    }

    /// Adds the key, if the request is encrypted or stays on this machine.
    ///
    /// - Throws: `UnencryptedServer` for another scheme than https and another machine.
    public func sign(_ request: inout HTTPRequest, security: [[String: [String]]]) throws {
        try UnencryptedServer.check(request.url)
        request.fields["Authorization"] = credentials.apiKey.reveal {
            "Basic \(Data("\($0):".utf8).base64EncodedString())"
        }
    }
}

extension JuspaySigner: MaskedText {
    public var description: String { "JuspaySigner(\(credentials))" }
}

/// A server to which an API key would go unencrypted.
public struct UnencryptedServer: Error, Hashable, Sendable, CustomStringConvertible {
    /// The error has no details.
    public init() {}

    static func check(_ url: URL) throws(UnencryptedServer) {
        guard url.scheme?.lowercased() == "https" || LoopbackHost.isHost(of: url) else { throw UnencryptedServer() }
    }

    public var description: String { "the API key is sent by https only, or to this machine" }
}
