/// Reads a JSONPath from left to right (RFC 9535, §2).
struct JSONPathParser {
    private var scanner: JSONPathScanner

    init(_ text: String) {
        scanner = JSONPathScanner(text)
    }

    mutating func segments() throws(JSONPathError) -> [JSONPath.Segment] {
        guard scanner.skip("$") else { throw scanner.error("a JSONPath begins with `$`") }
        var segments: [JSONPath.Segment] = []
        while !scanner.isAtEnd {
            segments.append(try segment())
        }
        return segments
    }

    /// Reads a segment. White space may precede a segment, but not follow the last (RFC 9535, §2.1.1).
    private mutating func segment() throws(JSONPathError) -> JSONPath.Segment {
        let start = scanner
        scanner.skipWhitespace()
        let isDescendant = scanner.skip("..")
        let selector: JSONPath.Selector
        if scanner.next == "[" {
            selector = try bracketed()
        } else if isDescendant || scanner.skip(".") {
            selector = try shorthand()
        } else {
            throw start.error("\(start.found) is not allowed here; \(Self.quotingRule)")
        }
        return JSONPath.Segment(selector: selector, isDescendant: isDescendant, end: scanner.offset)
    }

    /// Reads the selector after a dot: a wildcard, or a name of letters, digits, `_` and anything beyond ASCII (RFC
    /// 9535, §2.5.1.1).
    private mutating func shorthand() throws(JSONPathError) -> JSONPath.Selector {
        if scanner.skip("*") { return .wildcard }
        guard let name = scanner.takeShorthandName() else {
            throw scanner.error("expected a name or `*` after the dot, found \(scanner.found); \(Self.quotingRule)")
        }
        if scanner.next == "(" { throw scanner.error("functions are not supported") }
        return .name(name)
    }

    private mutating func bracketed() throws(JSONPathError) -> JSONPath.Selector {
        _ = scanner.skip("[")
        scanner.skipWhitespace()
        let selector = try bracketedSelector()
        scanner.skipWhitespace()
        switch scanner.next {
        case "]":
            _ = scanner.skip("]")
            return selector
        case ",":
            throw scanner.error("several selectors in one pair of brackets are not supported; write one action each")
        case ":": throw scanner.error("slices are not supported; write one action for each index")
        default: throw scanner.error("expected `]`, found \(scanner.found)")
        }
    }

    private mutating func bracketedSelector() throws(JSONPathError) -> JSONPath.Selector {
        switch scanner.next {
        case "*":
            _ = scanner.skip("*")
            return .wildcard
        case "'", "\"":
            return .name(try scanner.takeQuotedName())
        case .some(let scalar) where scalar == "-" || ("0"..."9").contains(scalar):
            return .index(try scanner.takeIndex())
        case "?": throw scanner.error("filters are not supported; name the target, or use `*` or an index")
        case ":": throw scanner.error("slices are not supported; write one action for each index")
        case "(": throw scanner.error("script expressions are not supported")
        default: throw scanner.error("expected a quoted name, an index or `*` in the brackets, found \(scanner.found)")
        }
    }

    private static let quotingRule = "a name with characters other than letters, digits and `_` is written `['…']`"
}

/// The text of a JSONPath and the offset reached in it.
private struct JSONPathScanner {
    private let scalars: [Unicode.Scalar]
    private var position = 0
    /// The offset in UTF-8 bytes.
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

    /// The character at the offset, for a message.
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

    /// Skips white space as defined by RFC 9535, §2.1.1.
    mutating func skipWhitespace() {
        while let scalar = next, [" ", "\t", "\n", "\r"].contains(scalar) { _ = take() }
    }

    fileprivate mutating func takeShorthandName() -> String? {
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

    /// Reads an integer without leading zeros, perhaps negative (RFC 9535, §2.3.3.1).
    fileprivate mutating func takeIndex() throws(JSONPathError) -> Int {
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

    /// Reads a name in quotes, with the escapes of RFC 9535, §2.3.1.1.
    fileprivate mutating func takeQuotedName() throws(JSONPathError) -> String {
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
        default: throw start.error("not a JSONPath escape; a quote of the other kind needs none")
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
