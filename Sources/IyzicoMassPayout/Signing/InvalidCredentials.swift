import KurusRuntime

/// Keys that cannot be iyzico's. Holds nothing of the keys.
public struct InvalidCredentials: Error, Hashable, Sendable {
    /// Which of the two.
    public enum Key: String, Hashable, Sendable {
        /// The public half, which names the account.
        case apiKey = "API key"
        /// The half that signs.
        case secretKey = "secret key"
    }

    /// One thing that is wrong with a key.
    @nonexhaustive public enum Problem: Hashable, Sendable {
        /// Nothing, or nothing but white space.
        case empty(Key)
        /// White space, an invisible or a control character inside.
        case holdsSpace(Key)
        /// A character that no key of iyzico has.
        case notASCII(Key)
        /// `:` or `&`, which separate the parts of the Authorization field.
        case holdsSeparator(Key)
        /// One key is the sandbox's, the other is not.
        case mixed
    }

    /// Everything that is wrong, at least one.
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
        // The API key stands in the Authorization field between separators; the secret key stands nowhere.
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
