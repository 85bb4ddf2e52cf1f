/// What keeps a text from being an id, a recipient, a name or a description.
@nonexhaustive public enum TextProblem: Hashable, Sendable {
    /// Nothing, or nothing but white space.
    case empty
    /// White space at the start or the end, which two spellings of one text would differ by.
    case surroundingSpace
    /// A line break, a control character, an unassigned or private character.
    case control
    /// A character that shows nothing or turns the direction of others, so that what is read is not what is sent.
    case invisible
}

extension TextProblem {
    /// The first problem of a text that identifies something: an id, a recipient or a name.
    static func ofIdentity(_ text: String) -> TextProblem? {
        if isPlain(text) { return nil }
        return of(text) ?? (text.unicodeScalars.contains { isInvisible($0) } ? .invisible : nil)
    }

    /// The first problem of prose. Joiners inside emoji and of scripts that need them are fine there.
    static func ofProse(_ text: String) -> TextProblem? {
        if isPlain(text) { return nil }
        return of(text) ?? (text.unicodeScalars.contains { $0.properties.isBidiControl } ? .invisible : nil)
    }

    /// Whether a text is of the characters that nearly all texts are of, none of which is a problem: printable ASCII, and
    /// U+00C0 to U+017F, which hold the Turkish letters. Saves looking each character up in Unicode's tables.
    private static func isPlain(_ text: String) -> Bool {
        let bytes = text.utf8
        guard let first = bytes.first, first != 0x20, bytes.last != 0x20 else { return false }
        // In two bytes from C3 80 to C5 BF. Bytes that follow come behind their first byte alone: a String is UTF-8.
        return bytes.allSatisfy { 0x20...0x7E ~= $0 || 0x80...0xBF ~= $0 || 0xC3...0xC5 ~= $0 }
    }

    private static func of(_ text: String) -> TextProblem? {
        let scalars = text.unicodeScalars
        if scalars.allSatisfy(\.properties.isWhitespace) { return .empty }
        if scalars.contains(where: isControl) { return .control }
        guard let first = scalars.first, let last = scalars.last else { return .empty }
        return first.properties.isWhitespace || last.properties.isWhitespace ? .surroundingSpace : nil
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: true
        default: false
        }
    }

    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        let properties = scalar.properties
        // U+2800, the empty Braille pattern, is a symbol to Unicode and nothing to the eye.
        return properties.generalCategory == .format || properties.isDefaultIgnorableCodePoint || scalar == "\u{2800}"
    }
}

extension TextProblem: CustomStringConvertible {
    public var description: String {
        switch self {
        case .empty: "is empty"
        case .surroundingSpace: "begins or ends with white space"
        case .control: "holds a line break, a control character or a character that Unicode does not define"
        case .invisible: "holds an invisible character or one that turns the direction of text"
        }
    }
}
