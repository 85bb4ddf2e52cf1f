/// A complete tag of HTML, as CommonMark §6.6 defines it.
struct HTMLTag {
    private var rest: ArraySlice<UInt8>

    /// Whether the text is one open or closing tag, and nothing but spaces and tabs behind it.
    static func isAlone(in text: ArraySlice<UInt8>) -> Bool {
        var tag = HTMLTag(rest: text)
        guard tag.skip("<") else { return false }
        let isClosing = tag.skip("/")
        guard tag.skipName(isTagName: true) else { return false }
        if !isClosing {
            while tag.skipAttribute() {}
        }
        _ = tag.skipBlanks()
        if !isClosing { _ = tag.skip("/") }
        guard tag.skip(">") else { return false }
        _ = tag.skipBlanks()
        return tag.rest.isEmpty
    }

    private mutating func skip(_ character: Character) -> Bool {
        guard let byte = rest.first, byte == character.asciiValue else { return false }
        rest.removeFirst()
        return true
    }

    private mutating func skipBlanks() -> Bool {
        skip { $0 == " " || $0 == "\t" }
    }

    /// Skips what the scalars of ASCII satisfy; false when that is nothing.
    private mutating func skip(while condition: (Unicode.Scalar) -> Bool) -> Bool {
        let skipped = rest.prefix { condition(Unicode.Scalar($0)) }
        rest = rest[skipped.endIndex...]
        return !skipped.isEmpty
    }

    /// A tag name is of letters, digits and `-`; an attribute's may hold `_`, `.` and `:` too.
    private mutating func skipName(isTagName: Bool) -> Bool {
        guard let first = rest.first.map(Unicode.Scalar.init) else { return false }
        guard first.isLetter || (!isTagName && (first == "_" || first == ":")) else { return false }
        return skip { scalar in
            scalar.isLetter || ("0"..."9").contains(scalar) || scalar == "-"
                || (!isTagName && (scalar == "_" || scalar == "." || scalar == ":"))
        }
    }

    /// White space, a name, and perhaps a value; false, and nothing skipped, when no attribute follows.
    private mutating func skipAttribute() -> Bool {
        var attribute = self
        guard attribute.skipBlanks(), attribute.skipName(isTagName: false) else { return false }
        self = attribute
        _ = attribute.skipBlanks()
        guard attribute.skip("=") else { return true }
        _ = attribute.skipBlanks()
        guard attribute.skipValue() else { return true }
        self = attribute
        return true
    }

    private mutating func skipValue() -> Bool {
        for quote: Character in ["'", "\""] where skip(quote) {
            _ = skip { UInt8($0.value) != quote.asciiValue }
            return skip(quote)
        }
        return skip { !" \t\"'=<>`".unicodeScalars.contains($0) }
    }
}

extension Unicode.Scalar {
    fileprivate var isLetter: Bool {
        ("a"..."z").contains(self) || ("A"..."Z").contains(self)
    }
}
