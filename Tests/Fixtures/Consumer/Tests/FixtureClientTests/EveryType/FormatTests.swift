import EveryTypeAPI
import KurusRuntime
import Testing

/// Every format, in an array and in a map: its written form is kept, and invalid values are refused.
@Suite struct FormatTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let property: String
        let text: String
        /// The written value; nil where it is refused.
        let written: String?

        /// Expects the value as it was read.
        init(_ property: String, same text: String) {
            self.init(property, text, writes: text)
        }

        init(_ property: String, _ text: String, writes written: String?) {
            self.property = property
            self.text = text
            self.written = written
        }

        var testDescription: String { "\(property) \(text)" }
    }

    private static let digits38 = "12345678901234567890123456789012345678"

    static let dates = [
        Case("stringDateTime", same: #""2024-02-29T12:00:00Z""#),
        Case("stringDateTime", same: #""2024-02-29T12:00:00.1Z""#),
        Case("stringDateTime", same: #""2024-02-29T12:00:00.123456789+03:00""#),
        Case("stringDateTime", same: #""2024-02-29T12:00:00.100-00:30""#),
        Case("stringDateTime", same: #""2016-12-31T23:59:60Z""#),
        Case("stringDateTime", #""2024-02-29t12:00:00z""#, writes: #""2024-02-29T12:00:00Z""#),
        Case("stringDateTime", #""2024-02-29T12:00:00""#, writes: nil),
        Case("stringDateTime", #""2023-02-29T12:00:00Z""#, writes: nil),
        Case("stringDateTime", #""2024-02-29""#, writes: nil),
        Case("stringDateTime", "1700000000", writes: nil),
        Case("stringDate", same: #""2024-02-29""#), Case("stringDate", #""2023-02-29""#, writes: nil),
        Case("stringDate", #""2024-2-9""#, writes: nil),
    ]

    static let texts = [
        Case("stringUuid", same: #""6ba7b810-9dad-11d1-80b4-00c04fd430c8""#),
        Case(
            "stringUuid", #""6BA7B810-9DAD-11D1-80B4-00C04FD430C8""#, writes: #""6ba7b810-9dad-11d1-80b4-00c04fd430c8""#
        ),
        Case("stringUuid", #""6ba7b810""#, writes: nil), Case("stringByte", same: #""AAEC""#),
        Case("stringByte", same: #""""#), Case("stringByte", #""-_8""#, writes: #""+/8=""#),
        Case("stringByte", #""%%%""#, writes: nil), Case("stringBinary", same: #""any text""#),
        Case("stringUri", same: #""https://example.com/a%2Fb?c=%20#d""#), Case("stringUri", same: #""../relative""#),
        Case("stringUri", #""a b""#, writes: nil), Case("stringPassword", same: #""secret""#),
        Case("stringEmail", same: #""a@b.example""#), Case("stringHostname", same: #""example.com""#),
        Case("stringIpv4", same: #""127.0.0.1""#), Case("stringTime", same: #""12:00""#),
        Case("stringNoSuchFormat", same: #""anything""#), Case("string", #""\u00e9\ud83d\ude00\/""#, writes: #""é😀/""#),
        Case("string", "5", writes: nil), Case("string", #""\ud83d""#, writes: nil), Case("boolean", same: "true"),
        Case("boolean", #""true""#, writes: nil), Case("boolean", "1", writes: nil),
    ]

    static let decimals = ["numberDecimal", "decimal", "number", "numberUnknown"].flatMap { property in
        [
            Case(property, same: "0"), Case(property, same: "-0.001"), Case(property, "20.00000000", writes: "20"),
            Case(property, #""1.10""#, writes: "1.1"), Case(property, "1.5e3", writes: "1500"),
            Case(property, same: digits38), Case(property, "\(digits38)000", writes: "\(digits38)000"),
            Case(property, same: "1234567890.1234567890123456789012345678"),
            Case(property, "\(digits38)9", writes: nil), Case(property, "1e200", writes: nil),
            Case(property, #""abc""#, writes: nil), Case(property, #"" 1""#, writes: nil),
        ]
    }

    static let numbers = [
        Case("stringDecimal", same: #""-0.001""#), Case("stringDecimal", #""12.50""#, writes: #""12.5""#),
        Case("stringDecimal", "12.50", writes: #""12.5""#), Case("stringDecimal", same: "\"\(digits38)\""),
        Case("stringDecimal", "\"\(digits38)9\"", writes: nil), Case("stringDecimal", #""12,50""#, writes: nil),
        Case("stringDecimal", #""""#, writes: nil), Case("numberDouble", same: "0.1"), Case("numberDouble", same: "5"),
        Case("numberDouble", same: "-2.5e-300"), Case("numberDouble", "1e400", writes: nil),
        Case("numberFloat", same: "0.5"), Case("numberFloat", "16777217", writes: "16777216"),
        Case("integerInt32", same: "2147483647"), Case("integerInt32", same: "-2147483648"),
        Case("integerInt32", "2147483648", writes: nil), Case("integerInt32", "1.0", writes: "1"),
        Case("integerInt32", "1.5", writes: nil), Case("integerInt32", #""5""#, writes: nil),
        Case("integerInt64", same: "9223372036854775807"), Case("integerInt64", same: "-9223372036854775808"),
        Case("integerInt64", "9223372036854775808", writes: nil), Case("integer", same: "9007199254740993"),
        Case("integer", "1e2", writes: "100"), Case("integerUnknown", same: "7"),
    ]

    @Test(arguments: [dates, texts, decimals, numbers].flatMap(\.self))
    func wireFormIsKeptOrRefused(_ format: Case) throws {
        let list = "{\"\(format.property)\":[\(format.text)]}"
        let map = "{\"\(format.property)\":{\"a\":\(format.text)}}"
        guard let written = format.written else {
            #expect(throws: JSONError.self) { try read(FormatLists.self, list) }
            #expect(throws: JSONError.self) { try read(FormatMaps.self, map) }
            return
        }
        #expect(json(try read(FormatLists.self, list)) == "{\"\(format.property)\":[\(written)]}")
        #expect(json(try read(FormatMaps.self, map)) == "{\"\(format.property)\":{\"a\":\(written)}}")
    }

    @Test func errorsTellThePlace() {
        #expect { try read(FormatLists.self, #"{"integerInt32":[1,2147483648]}"#) } throws: { error in
            let error = error as? JSONError
            return error?.path == "/integerInt32/1" && error?.problem == .notRepresentable(type: "Int32")
        }
        #expect { try read(FormatMaps.self, "{\"decimal\":{\"a\":\(Self.digits38)9}}") } throws: { error in
            let error = error as? JSONError
            return error?.path == "/decimal/a" && error?.problem == .tooManyDigits
        }
    }

    @Test func everyFormatStandsInAProperty() throws {
        try expectSame(
            Formats.self,
            #"{"stringDateTime":"2024-02-29T12:00:00.5+03:00","stringDate":"2024-02-29","#
                + #""stringUuid":"6ba7b810-9dad-11d1-80b4-00c04fd430c8","stringByte":"AAEC","stringBinary":"b","#
                + #""stringUri":"https://example.com","stringPassword":"p","stringDecimal":"12.5","stringHostname":"h","#
                + #""stringTime":"t","stringNoSuchFormat":"n","numberFloat":0.5,"numberDouble":0.1,"#
                + #""numberDecimal":1.25,"numberUnknown":2.5,"integerInt32":1,"integerInt64":2,"decimal":3.5,"#
                + #""number":4.5,"integer":5,"boolean":false}"#)
    }
}
