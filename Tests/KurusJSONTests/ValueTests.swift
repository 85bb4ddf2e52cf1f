import Foundation
import KurusJSON
import Testing

@Suite struct ValueTests {
    private func read(_ text: String) throws -> JSONValue {
        try JSONReader.read(JSONValue.self, from: Array(text.utf8))
    }

    @Test(arguments: [
        #"{"b":1,"a":[true,false,null,{}],"z":{"y":"x"}}"#, "[]", "{}", "\"\"", "-0.00e+1", "12345678901234567890.10",
    ])
    func keepsTextOrderAndDigits(text: String) throws {
        #expect(try read(text).description == text)
    }

    @Test func isWrittenAsALiteral() {
        let value: JSONValue = ["a": [1, 2.5, nil, true, "x"], "b": [:], "c": -3]
        #expect(value.description == #"{"a":[1,2.5,null,true,"x"],"b":{},"c":-3}"#)
        #expect(value["a"] == [1, 2.5, nil, true, "x"])
        #expect(value["none"] == nil)
        #expect(JSONValue.null["a"] == nil)
        #expect([nil, true, 1, "x", [], [:]].map { (value: JSONValue) in value.kind } == JSONKind.allCases)
    }

    @Test func objectsAreEqualInAnyOrder() throws {
        let left = try read(#"{"a":1,"b":[2]}"#)
        let right = try read(#"{"b":[2],"a":1}"#)
        #expect(left == right)
        #expect(left.hashValue == right.hashValue)
        #expect(left != (try read(#"{"a":1}"#)))
        #expect(left != (try read(#"{"a":1,"c":[2]}"#)))
        #expect(try read("[1,2]") != read("[2,1]"))
    }

    @Test func numbersAreEqualWhenTheirTextsAre() throws {
        #expect(try read("1.0") != read("1"))
        #expect(try read("1.0") == read(" 1.0 "))
    }

    /// A linear list at first, an index later.
    @Test(arguments: [3, 16, 17, 18, 200]) func objectsFindReplaceAndRemoveMembers(count: Int) {
        var object = JSONObject()
        for index in 0..<count { object["n\(index)"] = .number(JSONNumber(index)) }
        #expect(object.count == count)
        #expect(object["n\(count - 1)"] == .number(JSONNumber(count - 1)))
        #expect(object["n\(count)"] == nil)
        object["n1"] = "changed"
        #expect(object.members[1] == JSONObject.Member("n1", "changed"))
        object["n0"] = nil
        object["absent"] = nil
        #expect(object.count == count - 1)
        #expect(object["n0"] == nil)
        #expect(object["n2"] == .number(JSONNumber(2)))
        #expect(object.map(\.name) == (1..<count).map { "n\($0)" })
        #expect(JSONObject().isEmpty)
    }

    @Test func objectsTellNamesApartByCodeUnit() throws {
        let value = try read("{\"\u{E9}\":1,\"e\u{301}\":2}")
        #expect(value["\u{E9}"] == 1)
        #expect(value["e\u{301}"] == 2)
    }

    @Test(arguments: ["1", "-0", "1.50", "1e5", "12345678901234567890123456789012345678901234567890", "1E-400"])
    func numbersKeepTheirText(text: String) throws {
        #expect(try #require(JSONNumber(text: text)).text == text)
    }

    @Test(arguments: ["", " 1", "1 ", "01", "1.", "+1", "1,5", "NaN", "\"1\"", "1 2", "[1]", "0x1"])
    func refusesTextsThatAreNoNumber(text: String) {
        #expect(JSONNumber(text: text) == nil)
    }

    @Test func numbersGiveWhatFits() throws {
        let amount = try #require(JSONNumber(text: "1234.50"))
        #expect(amount.int == nil)
        #expect(amount.double == 1234.5)
        #expect(amount.decimal == Decimal(sign: .plus, exponent: -1, significand: 12345))
        #expect(JSONNumber(text: "1e3")?.int == 1000)
        #expect(JSONNumber(text: "1e3")?.int64 == 1000)
        #expect(JSONNumber(text: "1e999")?.double == nil)
        #expect(JSONNumber(text: "1e999")?.decimal == nil)
        #expect(JSONNumber(UInt64.max).text == "18446744073709551615")
        #expect(JSONNumber(0.1)?.text == "0.1")
        #expect(JSONNumber(Double.infinity) == nil)
        #expect(JSONNumber(Decimal.nan) == nil)
        #expect(JSONNumber(Decimal(5) / 2)?.text == "2.5")
    }
}
