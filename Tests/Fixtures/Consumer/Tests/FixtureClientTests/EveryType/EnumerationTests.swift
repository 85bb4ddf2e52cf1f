import EveryTypeAPI
import KurusRuntime
import Testing

@Suite struct EnumerationTests {
    @Test(arguments: [
        "camelCase", "PascalCase", "kebab-case", "snake_case", "dot.ted", "with space", "1st", "2024-01-01", "a/b",
        "v1.0+beta", "E01",
    ])
    func listedTextHasACaseAndKeepsItsSpelling(_ text: String) throws {
        let value = try expectSame(MixedValues.self, "\"\(text)\"")
        if case .unrecognized = value { Issue.record("no case for \(text)") }
        #expect(value.rawValue == text)
    }

    @Test(arguments: [0, 1, 2, -1, -2, 100])
    func listedIntegerHasACase(_ integer: Int) throws {
        let value = try expectSame(Level.self, "\(integer)")
        if case .unrecognized = value { Issue.record("no case for \(integer)") }
    }

    @Test func casesAreTheDocumented() throws {
        #expect(try read([Color].self, #"["red","green","blue"]"#) == [.red, .green, .blue])
        #expect(
            try read([UpperCase].self, #"["INIT","IN_PROGRESS","COMPLETED","HTTP_ERROR"]"#).map(\.rawValue).count == 4)
        #expect(try read([Level].self, "[0,-1,100]") == [.value0, .valueMinus1, .value100])
        #expect(
            try read([Level64].self, "[9007199254740993,-9223372036854775808,9223372036854775807]").map(\.rawValue)
                == [9_007_199_254_740_993, .min, .max])
        #expect(try read(Level.self, "1.0") == .value1)
    }

    @Test(arguments: [#""purple""#, #""""#, #""RED""#, #""ré\"d""#])
    func unlistedTextIsKept(_ text: String) throws {
        let value = try expectSame(Color.self, text)
        guard case .unrecognized(let raw) = value else {
            Issue.record("\(value)")
            return
        }
        #expect(try raw == read(String.self, text))
    }

    @Test func unlistedIntegerIsKept() throws {
        #expect(try expectSame(Level.self, "7") == .unrecognized(7))
        #expect(try expectSame(Level32.self, "-2147483648") == .unrecognized(-2_147_483_648))
    }

    @Test(arguments: ["5", "null", "true", "[]", "{}"])
    func otherTypesAreRefused(_ text: String) {
        #expect(throws: JSONError.self) { try read(Color.self, text) }
    }

    @Test(arguments: [#""1""#, "1.5", "null", "9223372036854775808"])
    func whatIsNoIntegerIsRefused(_ text: String) {
        #expect(throws: JSONError.self) { try read(Level.self, text) }
    }

    @Test func valuesAreEqualByTheirRawValue() {
        #expect(Color.unrecognized("red") == .red)
        #expect(Set([Color.unrecognized("red"), .red]).count == 1)
        #expect(Color.unrecognized("x") != .unrecognized("y"))
    }

    @Test func enumerationsInsideObjectsRoundTrip() throws {
        try expectSame(
            Enums.self,
            #"{"color":"blue","upper":"NEW","mixed":"1st","nullable":null,"untyped":"beta","deprecated":"old","#
                + #""level":9,"level64":9007199254740993,"inlineText":"z","inlineNumber":2,"inlineNullable":null}"#)
    }
}
