import KurusRuntime

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

extension JuspayCredentials: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "JuspayCredentials(\(apiKey))" }

    public var debugDescription: String { description }

    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// Why a text is no API key. Holds nothing of it.
@nonexhaustive public enum InvalidAPIKey: Error, Hashable, Sendable {
    /// Nothing, or nothing but white space.
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
