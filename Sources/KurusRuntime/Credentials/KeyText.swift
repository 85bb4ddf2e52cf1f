import KurusJSON

/// A key as a person pasted it: what copying adds to its ends is removed, what is left is looked at.
package struct KeyText: Sendable {
    /// What keeps a text from being a key.
    package enum Problem: Hashable, Sendable {
        /// Nothing, or nothing but white space.
        case empty
        /// White space, an invisible or a control character inside.
        case holdsSpace
        case notASCII
    }

    package let text: String
    package let problem: Problem?

    package init(_ given: String) {
        text = Self.trimmed(given)
        problem = Self.problem(of: text.unicodeScalars)
    }

    private static func problem(of scalars: String.UnicodeScalarView) -> Problem? {
        if scalars.isEmpty { return .empty }
        if scalars.contains(where: { isRemovable($0) || $0.properties.generalCategory == .control }) {
            return .holdsSpace
        }
        return scalars.allSatisfy(\.isASCII) ? nil : .notASCII
    }

    private static func trimmed(_ text: String) -> String {
        let scalars = text.unicodeScalars.drop(while: isRemovable)
        return String(Substring(scalars.prefix(scalars.count - scalars.reversed().prefix(while: isRemovable).count)))
    }

    /// White space of any kind, and the zero-width characters and byte order marks that copying brings along.
    private static func isRemovable(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || scalar.properties.generalCategory == .format
    }
}

extension KeyText: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { Redaction.placeholder }

    package var debugDescription: String { description }

    package var customMirror: Mirror { Mirror(self, children: []) }
}

extension KeyText.Problem: CustomStringConvertible {
    /// Follows the key's name in a sentence.
    package var description: String {
        switch self {
        case .empty: "is empty"
        case .holdsSpace: "holds white space or a control character: copy it again"
        case .notASCII: "holds a character that is not ASCII: copy it again"
        }
    }
}
