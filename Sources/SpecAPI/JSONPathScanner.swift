/// The text of a JSONPath and the place that has been reached in it.
struct JSONPathScanner {
    private let scalars: [Unicode.Scalar]
    private var position = 0
    /// The place in UTF-8 bytes.
    private(set) var offset = 0

    init(_ text: String) {
        scalars = Array(text.unicodeScalars)
    }

    var next: Unicode.Scalar? {
        position < scalars.count ? scalars[position] : nil
    }

    var isAtEnd: Bool {
        next == nil
    }

    /// What stands at this place, for a message.
    var found: String {
        next.map { "`\($0)`" } ?? "the end"
    }

    func error(_ message: String) -> JSONPathError {
        JSONPathError(message: message, offset: offset)
    }

    mutating func skip(_ text: String) -> Bool {
        guard scalars[position...].starts(with: text.unicodeScalars) else { return false }
        for _ in text.unicodeScalars { _ = take() }
        return true
    }

    /// Blanks as RFC 9535, §2.1.1 lists them.
    mutating func skipWhitespace() {
        while let scalar = next, [" ", "\t", "\n", "\r"].contains(scalar) { _ = take() }
    }

    mutating func takeShorthandName() -> String? {
        var name = String.UnicodeScalarView()
        while let scalar = next {
            switch scalar {
            case "a"..."z", "A"..."Z", "_", "\u{80}"...: break
            case "0"..."9" where !name.isEmpty: break
            default: return name.isEmpty ? nil : String(name)
            }
            name.append(scalar)
            _ = take()
        }
        return name.isEmpty ? nil : String(name)
    }

    /// An integer without leading zeros, perhaps negative (RFC 9535, §2.3.3.1).
    mutating func takeIndex() throws(JSONPathError) -> Int {
        let start = self
        var text = skip("-") ? "-" : ""
        while let digit = next, ("0"..."9").contains(digit) {
            text.unicodeScalars.append(digit)
            _ = take()
        }
        let digits = text.drop { $0 == "-" }
        guard let index = Int(text), digits == "0" ? text == "0" : !digits.hasPrefix("0") else {
            throw start.error("an index is a whole number without leading zeros")
        }
        return index
    }

    /// A name between quotes, which must be there, with the escapes of RFC 9535, §2.3.1.1.
    mutating func takeQuotedName() throws(JSONPathError) -> String {
        let start = self
        let quote = take()
        var name = String.UnicodeScalarView()
        while let scalar = next {
            switch scalar {
            case quote:
                _ = take()
                return String(name)
            case "\\":
                name.append(try takeEscape(quote))
            case "\u{0}"..<" ":
                throw error("a control character in a quoted name is written as an escape")
            default:
                name.append(scalar)
                _ = take()
            }
        }
        throw start.error("the quoted name does not end")
    }

    private mutating func takeEscape(_ quote: Unicode.Scalar?) throws(JSONPathError) -> Unicode.Scalar {
        let start = self
        _ = take()
        switch take() {
        case "b": return "\u{8}"
        case "f": return "\u{C}"
        case "n": return "\n"
        case "r": return "\r"
        case "t": return "\t"
        case "/": return "/"
        case "\\": return "\\"
        case "u": return try takeUnicodeEscape(from: start)
        case .some(let scalar) where scalar == quote: return scalar
        default: throw start.error("no escape of JSONPath; a quote of the other kind stands as it is")
        }
    }

    private mutating func takeUnicodeEscape(from start: JSONPathScanner) throws(JSONPathError) -> Unicode.Scalar {
        let invalid = start.error("`\\u` is followed by four hexadecimal digits, and a high surrogate by a low one")
        guard let unit = takeHexadecimal() else { throw invalid }
        if let scalar = Unicode.Scalar(unit) { return scalar }
        guard (0xD800..<0xDC00).contains(unit), skip("\\u"), let low = takeHexadecimal(),
            (0xDC00..<0xE000).contains(low),
            let scalar = Unicode.Scalar(0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00))
        else { throw invalid }
        return scalar
    }

    private mutating func takeHexadecimal() -> UInt32? {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let scalar = take(), scalar.isASCII, let digit = Character(scalar).hexDigitValue else { return nil }
            value = value << 4 | UInt32(digit)
        }
        return value
    }

    private mutating func take() -> Unicode.Scalar? {
        guard let scalar = next else { return nil }
        position += 1
        offset += UTF8.width(scalar)
        return scalar
    }
}
