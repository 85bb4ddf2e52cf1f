import KurusJSON
import Testing

/// Every way to break RFC 8259, with the byte where it breaks.
@Suite struct GrammarTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let text: [UInt8]
        let problem: JSONError.Problem
        let offset: Int
        var path = ""

        init(_ text: String, _ problem: JSONError.Problem, _ offset: Int, _ path: String = "") {
            self.init(Array(text.utf8), problem, offset, path)
        }

        init(_ text: [UInt8], _ problem: JSONError.Problem, _ offset: Int, _ path: String = "") {
            self.text = text
            self.problem = problem
            self.offset = offset
            self.path = path
        }

        var testDescription: String { String(decoding: text, as: UTF8.self).debugDescription }
        var error: JSONError { JSONError(problem, offset: offset, path: path) }
    }

    @Test(arguments: structure + literals + numbers + strings + escapes + utf8)
    func refuses(_ example: Case) {
        #expect(throws: example.error) { try JSONReader.read(JSONValue.self, from: example.text) }
        #expect(throws: example.error) {
            try JSONReader.withReader(of: example.text) { (reader) throws(JSONError) in try reader.skip() }
        }
    }

    static let structure = [
        Case("", .unexpectedEnd, 0),
        Case(" \n", .unexpectedEnd, 2),
        Case("\u{FEFF}", .unexpectedEnd, 3),
        Case(" \u{FEFF}1", .unexpectedCharacter, 1),
        Case("[", .unexpectedEnd, 1, "/0"),
        Case("]", .unexpectedCharacter, 0),
        Case("[1", .unexpectedEnd, 2, "/0"),
        Case("[1,", .unexpectedEnd, 3, "/1"),
        Case("[1,]", .unexpectedCharacter, 3, "/1"),
        Case("[,1]", .unexpectedCharacter, 1, "/0"),
        Case("[1,,2]", .unexpectedCharacter, 3, "/1"),
        Case("[1 2]", .unexpectedCharacter, 3, "/0"),
        Case("[1:2]", .unexpectedCharacter, 2, "/0"),
        Case("[1}", .unexpectedCharacter, 2, "/0"),
        Case("[1]]", .trailingContent, 3),
        Case("1 2", .trailingContent, 2),
        Case("{}{}", .trailingContent, 2),
        Case("\"a\"b", .trailingContent, 3),
        Case("{", .unexpectedEnd, 1),
        Case("}", .unexpectedCharacter, 0),
        Case("{]", .unexpectedCharacter, 1),
        Case("{a:1}", .unexpectedCharacter, 1),
        Case("{'a':1}", .unexpectedCharacter, 1),
        Case("{1:1}", .unexpectedCharacter, 1),
        Case("{null:1}", .unexpectedCharacter, 1),
        Case("{\"a\"", .unexpectedEnd, 4),
        Case("{\"a\":", .unexpectedEnd, 5, "/a"),
        Case("{\"a\":}", .unexpectedCharacter, 5, "/a"),
        Case("{\"a\" 1}", .unexpectedCharacter, 5),
        Case("{\"a\",1}", .unexpectedCharacter, 4),
        Case("{\"a\"::1}", .unexpectedCharacter, 5, "/a"),
        Case("{\"a\":1", .unexpectedEnd, 6, "/a"),
        Case("{\"a\":1,", .unexpectedEnd, 7),
        Case("{\"a\":1,}", .unexpectedCharacter, 7),
        Case("{\"a\":1,,\"b\":2}", .unexpectedCharacter, 7),
        Case("{\"a\":1 \"b\":2}", .unexpectedCharacter, 7, "/a"),
        Case("{\"a\":1]", .unexpectedCharacter, 6, "/a"),
        Case("[1] // note", .trailingContent, 4),
        Case("[/**/1]", .unexpectedCharacter, 1, "/0"),
        Case("[1]\u{0C}", .trailingContent, 3),
        Case("\u{0B}1", .unexpectedCharacter, 0),
        Case("[\u{A0}1]", .unexpectedCharacter, 1, "/0"),
        Case("[1]\u{0}", .trailingContent, 3),
        Case("[\u{0}]", .unexpectedCharacter, 1, "/0"),
        Case("{\"a\":[{},{\"b/~\":[0,x]}]}", .unexpectedCharacter, 19, "/a/1/b~1~0/1"),
        Case("{\"\":{\"\\u0041\":x}}", .unexpectedCharacter, 14, "//A"),
    ]

    static let literals = [
        Case("nul", .unexpectedEnd, 3),
        Case("nule", .unexpectedCharacter, 3),
        Case("[tru]", .unexpectedCharacter, 4, "/0"),
        Case("falsy", .unexpectedCharacter, 4),
        Case("True", .unexpectedCharacter, 0),
        Case("truee", .trailingContent, 4),
        Case("NaN", .unexpectedCharacter, 0),
        Case("Infinity", .unexpectedCharacter, 0),
        Case("undefined", .unexpectedCharacter, 0),
    ]

    static let numbers = [
        Case("-", .unexpectedEnd, 1),
        Case("[-]", .invalidNumber, 2, "/0"),
        Case("+1", .unexpectedCharacter, 0),
        Case("--1", .invalidNumber, 1),
        Case("- 1", .invalidNumber, 1),
        Case("01", .invalidNumber, 1),
        Case("-012", .invalidNumber, 2),
        Case("00", .invalidNumber, 1),
        Case("00.5", .invalidNumber, 1),
        Case(".5", .unexpectedCharacter, 0),
        Case("-.5", .invalidNumber, 1),
        Case("1.", .unexpectedEnd, 2),
        Case("[1.]", .invalidNumber, 3, "/0"),
        Case("1.e5", .invalidNumber, 2),
        Case("1.2.3", .trailingContent, 3),
        Case("1e", .unexpectedEnd, 2),
        Case("1E+", .unexpectedEnd, 3),
        Case("[1e-]", .invalidNumber, 4, "/0"),
        Case("1e+-2", .invalidNumber, 3),
        Case("1e2e3", .trailingContent, 3),
        Case("1e2.5", .trailingContent, 3),
        Case("0x1F", .trailingContent, 1),
        Case("1_000", .trailingContent, 1),
        Case("-Infinity", .invalidNumber, 1),
        Case("１", .unexpectedCharacter, 0),
        Case("1a", .trailingContent, 1),
    ]

    static let strings = [
        Case("\"", .unexpectedEnd, 1),
        Case("\"abc", .unexpectedEnd, 4),
        Case("'a'", .unexpectedCharacter, 0),
        Case("\"a\nb\"", .controlCharacter, 2),
        Case("\"a\tb\"", .controlCharacter, 2),
        Case("\"\u{0}\"", .controlCharacter, 1),
        Case("\"\u{1F}\"", .controlCharacter, 1),
        Case("[\"12345678\u{1}\"]", .controlCharacter, 10, "/0"),
        Case("{\"a\u{7}\":1}", .controlCharacter, 3),
        Case("{\"a", .unexpectedEnd, 3),
    ]

    static let escapes = [
        Case(#""\"#, .unexpectedEnd, 2),
        Case(#""\x41""#, .invalidEscape, 1),
        Case(#""\'""#, .invalidEscape, 1),
        Case(#""ab\0""#, .invalidEscape, 3),
        Case(#""\U0041""#, .invalidEscape, 1),
        Case(#""\u"#, .unexpectedEnd, 3),
        Case(#""\u00"#, .unexpectedEnd, 5),
        Case(#""\u00G1""#, .invalidEscape, 1),
        Case(#""\u+041""#, .invalidEscape, 1),
        Case(#""\u00 1""#, .invalidEscape, 1),
        Case(#""\uD800""#, .loneSurrogate, 1),
        Case(#""\uD800\n""#, .loneSurrogate, 1),
        Case(#""\uD800A""#, .loneSurrogate, 1),
        Case(#""\uD800\uD800""#, .loneSurrogate, 1),
        Case(#""\uD800\u0041""#, .loneSurrogate, 1),
        Case(#""a\uDC00""#, .loneSurrogate, 2),
        Case(#""\uDFFF\uD800""#, .loneSurrogate, 1),
        Case(#""\uD800\uXXXX""#, .invalidEscape, 7),
        Case(#"{"\uDC00":1}"#, .loneSurrogate, 2),
    ]

    /// RFC 3629 §4: the borders of every row of its table, overlong forms, surrogates, and what is above U+10FFFF.
    static let utf8 = [
        [0x80], [0xBF], [0xC0, 0x80], [0xC1, 0xBF], [0xC2], [0xC2, 0x7F], [0xC2, 0xC0], [0xDF, 0x22],
        [0xE0, 0x80, 0x80], [0xE0, 0x9F, 0xBF], [0xE1, 0x80], [0xE1, 0x80, 0x7F], [0xE1, 0xC0, 0x80],
        [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xEF, 0xBF], [0xF0, 0x80, 0x80, 0x80], [0xF0, 0x8F, 0xBF, 0xBF],
        [0xF1, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xF8, 0x88, 0x80, 0x80, 0x80],
        [0xFE], [0xFF],
    ].map { (bytes: [UInt8]) in Case(Array("[\"ab".utf8) + bytes + Array("\"]".utf8), .invalidUTF8, 4, "/0") }
}
