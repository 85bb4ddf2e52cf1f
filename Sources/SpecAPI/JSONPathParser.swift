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

    /// White space may stand before a segment, not behind the last (RFC 9535, §2.1.1).
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
            throw start.error("\(start.found) cannot stand here; \(Self.quotingRule)")
        }
        return JSONPath.Segment(selector: selector, isDescendant: isDescendant, end: scanner.offset)
    }

    /// What follows a dot: a wildcard, or a name of letters, digits, `_` and anything beyond ASCII (RFC 9535,
    /// §2.5.1.1).
    private mutating func shorthand() throws(JSONPathError) -> JSONPath.Selector {
        if scanner.skip("*") { return .wildcard }
        guard let name = scanner.takeShorthandName() else {
            throw scanner.error("expected a name or `*` behind the dot, found \(scanner.found); \(Self.quotingRule)")
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
