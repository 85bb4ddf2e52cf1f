/// Keys that cannot be iyzico's. Holds nothing of the keys.
public struct InvalidCredentials: Error, Hashable, Sendable {
    /// Which of the two.
    public enum Key: String, Hashable, Sendable {
        case apiKey = "API key"
        case secretKey = "secret key"
    }

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

    public init(problems: [Problem]) {
        self.problems = problems
    }
}

extension InvalidCredentials: CustomStringConvertible {
    public var description: String { problems.map(\.description).joined(separator: "; ") }
}

extension InvalidCredentials.Problem: CustomStringConvertible {
    public var description: String {
        switch self {
        case .empty(let key): "the \(key.rawValue) is empty"
        case .holdsSpace(let key): "the \(key.rawValue) holds white space or a control character: copy it again"
        case .notASCII(let key): "the \(key.rawValue) holds a character that is not ASCII: copy it again"
        case .holdsSeparator(let key): "the \(key.rawValue) holds a colon or an ampersand: copy it again"
        case .mixed: "one key is the sandbox's and the other is not: they must come from one account"
        }
    }
}
