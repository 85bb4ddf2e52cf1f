import SpecAPI
import SpecTestSupport
import Testing

struct JSONPathTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let text: String
        /// The segments, with `..` before the selector of a descendant segment.
        let segments: [String]

        init(_ text: String, _ segments: String...) {
            self.text = text
            self.segments = segments
        }

        var testDescription: String { text }
    }

    static let cases = [
        Case("$"),
        Case("$.paths", "name(paths)"),
        Case("$.a_1.ş._", "name(a_1)", "name(ş)", "name(_)"),
        Case("$['/v1/{id}'].get", "name(/v1/{id})", "name(get)"),
        Case(#"$["a'b"]['c"d']"#, "name(a'b)", #"name(c"d)"#),
        Case(#"$['it\'s']["\"q\""]"#, "name(it's)", #"name("q")"#),
        Case(#"$['\b\f\n\r\t\/\\\u00fC']"#, "name(\u{8}\u{C}\n\r\t/\\ü)"),
        Case(#"$['\ud83d\uDC4D']"#, "name(👍)"),
        Case("$['']", "name()"),
        Case("$.*[*]", "*", "*"),
        Case("$[0][-1][12]", "[0]", "[-1]", "[12]"),
        Case("$..name", "..name(name)"),
        Case("$..*", "..*"),
        Case("$..['a b'][0]", "..name(a b)", "[0]"),
        Case("$..[*]..[-2]", "..*", "..[-2]"),
        Case("$ .a [ 'b' ]\n[ 0 ]", "name(a)", "name(b)", "[0]"),
    ]

    @Test(arguments: cases)
    func readsPaths(_ example: Case) throws {
        let path = try JSONPath(example.text)
        #expect(path.segments.map(Self.describe) == example.segments)
    }

    private static func describe(_ segment: JSONPath.Segment) -> String {
        let selector =
            switch segment.selector {
            case .name(let name): "name(\(name))"
            case .wildcard: "*"
            case .index(let index): "[\(index)]"
            }
        return (segment.isDescendant ? ".." : "") + selector
    }

    struct ErrorCase: Sendable, CustomTestStringConvertible {
        /// The path, with the location of the error marked.
        let marked: String
        let message: String

        init(_ marked: String, _ message: String) {
            self.marked = marked
            self.message = message
        }

        var testDescription: String { marked }
    }

    static let quoting = "a name with characters other than letters, digits and `_` is written `['…']`"
    static let slices = "slices are not supported; write one action for each index"
    static let index = "an index is a whole number without leading zeros"
    static let unicodeEscape = "`\\u` is followed by four hexadecimal digits, and a high surrogate by a low one"
    static let escape = "not a JSONPath escape; a quote of the other kind needs none"

    static let errors = [
        ErrorCase("▲", "a JSONPath begins with `$`"),
        ErrorCase("▲paths", "a JSONPath begins with `$`"),
        ErrorCase("▲ $", "a JSONPath begins with `$`"),
        ErrorCase("$▲paths", "`p` is not allowed here; \(quoting)"),
        ErrorCase("$.paths▲/balance", "`/` is not allowed here; \(quoting)"),
        ErrorCase("$.content▲-type", "`-` is not allowed here; \(quoting)"),
        ErrorCase("$.ş▲-a", "`-` is not allowed here; \(quoting)"),
        ErrorCase("$.▲{id}", "expected a name or `*` after the dot, found `{`; \(quoting)"),
        ErrorCase("$.▲1a", "expected a name or `*` after the dot, found `1`; \(quoting)"),
        ErrorCase("$.▲", "expected a name or `*` after the dot, found the end; \(quoting)"),
        ErrorCase("$..▲", "expected a name or `*` after the dot, found the end; \(quoting)"),
        ErrorCase("$..▲.a", "expected a name or `*` after the dot, found `.`; \(quoting)"),
        ErrorCase("$.a▲ ", "` ` is not allowed here; \(quoting)"),
        ErrorCase("$.length▲(@)", "functions are not supported"),
        ErrorCase("$[▲?@.name == 'x']", "filters are not supported; name the target, or use `*` or an index"),
        ErrorCase("$[▲(@.length-1)]", "script expressions are not supported"),
        ErrorCase("$[0▲:2]", slices),
        ErrorCase("$[▲:2]", slices),
        ErrorCase(
            "$['a' ▲, 'b']", "several selectors in one pair of brackets are not supported; write one action each"),
        ErrorCase("$[0▲", "expected `]`, found the end"),
        ErrorCase("$['a'▲b]", "expected `]`, found `b`"),
        ErrorCase("$[▲]", "expected a quoted name, an index or `*` in the brackets, found `]`"),
        ErrorCase("$[▲name]", "expected a quoted name, an index or `*` in the brackets, found `n`"),
        ErrorCase("$[▲00]", index),
        ErrorCase("$[▲-0]", index),
        ErrorCase("$[▲-]", index),
        ErrorCase("$[▲99999999999999999999]", index),
        ErrorCase("$[▲'abc]", "the quoted name does not end"),
        ErrorCase("$['a▲\u{1}']", "a control character in a quoted name is written as an escape"),
        ErrorCase(#"$['▲\x']"#, escape),
        ErrorCase(#"$['▲\"']"#, escape),
        ErrorCase(#"$['▲\u12g4']"#, unicodeEscape),
        ErrorCase(#"$['▲\ud800x']"#, unicodeEscape),
        ErrorCase(#"$['▲\ud800\ud800']"#, unicodeEscape),
        ErrorCase(#"$['▲\udc00']"#, unicodeEscape),
        ErrorCase(#"$['▲\"#, escape),
    ]

    @Test(arguments: errors)
    func refusesWithTheColumn(_ example: ErrorCase) throws {
        let marked = MarkedText(example.marked)
        let error = #expect(throws: JSONPathError.self) { try JSONPath(marked.text) }
        #expect(error?.message == example.message)
        #expect(error?.offset == marked.offsets.first)
    }

    @Test func namesItsFirstSegments() throws {
        let path = try JSONPath("$.a['b c']..d[0]")
        #expect((0...4).map(path.text(ofFirst:)) == ["$", "$.a", "$.a['b c']", "$.a['b c']..d", "$.a['b c']..d[0]"])
    }
}
