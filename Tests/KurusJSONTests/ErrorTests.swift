import KurusJSON
import Testing

@Suite struct ErrorTests {
    @Test(arguments: [
        (JSONError(.unexpectedCharacter, offset: 0), "unexpected character (byte 0)"),
        (JSONError(.unexpectedEnd, offset: 3, path: "/a"), "unexpected end of the text at /a (byte 3)"),
        (JSONError(.invalidUTF8, offset: 1), "invalid UTF-8 (byte 1)"),
        (JSONError(.invalidEscape, offset: 1), "invalid escape sequence (byte 1)"),
        (JSONError(.loneSurrogate, offset: 1), "half of a surrogate pair (byte 1)"),
        (JSONError(.controlCharacter, offset: 1), "unescaped control character in a string (byte 1)"),
        (JSONError(.invalidNumber, offset: 1), "invalid number (byte 1)"),
        (
            JSONError(.duplicateMember(name: "status", firstOffset: 1), offset: 20),
            "duplicate member ‘status’, first at byte 1 (byte 20)"
        ),
        (JSONError(.tooDeep(limit: 512), offset: 512), "nested deeper than 512 arrays and objects (byte 512)"),
        (JSONError(.trailingContent, offset: 2), "content after the value (byte 2)"),
        (
            JSONError(.typeMismatch(expected: .number, found: .null), offset: 5, path: "/a/0"),
            "expected number, found null at /a/0 (byte 5)"
        ),
        (JSONError(.missingMember(name: "page"), offset: 0), "missing member ‘page’ (byte 0)"),
        (JSONError(.notRepresentable(type: "Int32"), offset: 0), "value not representable as Int32 (byte 0)"),
        (JSONError(.tooManyDigits, offset: 0), "number of more than 38 significant digits (byte 0)"),
        (JSONError(.tooManyAttempts, offset: 0), "too many nested choices between types (byte 0)"),
    ])
    func saysWhatIsWrongAndWhere(error: JSONError, text: String) {
        #expect(error.description == text)
    }

    @Test func errorsAreEqualWhenTheirPartsAre() {
        let error = JSONError(.invalidUTF8, offset: 1, path: "/a")
        #expect(error == JSONError(.invalidUTF8, offset: 1, path: "/a"))
        #expect(error.hashValue == JSONError(.invalidUTF8, offset: 1, path: "/a").hashValue)
        #expect(error != JSONError(.invalidUTF8, offset: 2, path: "/a"))
        #expect(error != JSONError(.invalidUTF8, offset: 1, path: "/b"))
        #expect(error != JSONError(.invalidEscape, offset: 1, path: "/a"))
    }

    @Test(arguments: [
        (#"[1,{"a":[[],x]}]"#, "/1/a/1"), (#"{"a/b":{"c~d":x}}"#, "/a~1b/c~0d"), (#"{"":x}"#, "/"),
        (#"{"k\"]":x}"#, "/k\"]"),
        (#"{"a":1,"b":x}"#, "/b"), (#"{"a":1,x}"#, ""), (#"[{"a":1},x]"#, "/1"), (#"{"\u00e9":x}"#, "/é"), ("x", ""),
        (#"{"a":{"b":1},"c":[1,2,{"d":"x" y}]}"#, "/c/2/d"),
    ])
    func givesThePointerOfTheValue(text: String, path: String) {
        let error = #expect(throws: JSONError.self) { try JSONReader.read(JSONValue.self, from: Array(text.utf8)) }
        #expect(error?.path == path)
    }
}
