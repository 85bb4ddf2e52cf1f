/// A key as it was given, without what copying adds to its ends, and what is wrong with the rest.
struct KeyText {
    let text: String
    let problems: [InvalidCredentials.Problem]

    init(_ given: String, _ key: InvalidCredentials.Key) {
        text = Self.trimmed(given)
        problems = Self.problems(text.unicodeScalars, key)
    }

    var isSandbox: Bool { text.hasPrefix("sandbox-") }

    private static func problems(
        _ scalars: String.UnicodeScalarView, _ key: InvalidCredentials.Key
    ) -> [InvalidCredentials.Problem] {
        if scalars.isEmpty { return [.empty(key)] }
        if scalars.contains(where: { isRemovable($0) || $0.value < 0x20 || $0.value == 0x7F }) {
            return [.holdsSpace(key)]
        }
        if scalars.contains(where: { !$0.isASCII }) { return [.notASCII(key)] }
        // They separate the parts of the Authorization field, in which the API key stands and the secret key does not.
        let separates: (Unicode.Scalar) -> Bool = { $0 == ":" || $0 == "&" }
        return key == .apiKey && scalars.contains(where: separates) ? [.holdsSeparator(key)] : []
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
