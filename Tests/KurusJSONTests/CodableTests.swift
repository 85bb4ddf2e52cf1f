import Foundation
import KurusJSON
import Testing

@Suite struct CodableTests {
    static let value: JSONValue = [
        "text": "Ayşe", "empty": "", "whole": 42, "negative": -7, "large": .number(JSONNumber(Int64.max)), "yes": true,
        "no": false, "list": [1, "two", [3], [:]], "inner": ["a": ["b": "c"]],
    ]

    static let exact: [String] = [
        "0.1", "-1234567890.0987654321", "18446744073709551615", "99999999999999999999999999999999999999",
    ]

    @Test func passesThroughJSONCoders() throws {
        let withNull: JSONValue = ["a": nil, "b": [nil, Self.value]]
        let data = try JSONEncoder().encode(withNull)
        #expect(try JSONDecoder().decode(JSONValue.self, from: data) == withNull)
    }

    @Test(arguments: [PropertyListSerialization.PropertyListFormat.xml, .binary])
    func passesThroughPropertyLists(format: PropertyListSerialization.PropertyListFormat) throws {
        let encoder = PropertyListEncoder()
        encoder.outputFormat = format
        let data = try encoder.encode(Self.value)
        #expect(try PropertyListDecoder().decode(JSONValue.self, from: data) == Self.value)
    }

    @Test(arguments: exact) func keepsEveryDigit(text: String) throws {
        let value: JSONValue = ["amount": .number(try #require(JSONNumber(text: text)))]
        let json = try JSONEncoder().encode(value)
        #expect(try JSONDecoder().decode(JSONValue.self, from: json) == value)
        let list = try PropertyListEncoder().encode(value)
        #expect(try PropertyListDecoder().decode(JSONValue.self, from: list) == value)
    }

    @Test func wholeNumbersStayWhole() throws {
        let value = JSONValue.number(try #require(JSONNumber(text: "1e2")))
        #expect(String(decoding: try JSONEncoder().encode([value]), as: UTF8.self) == "[100]")
    }

    @Test func refusesNumbersThatWouldBeRounded() throws {
        let number = try #require(JSONNumber(text: "1e999"))
        #expect(throws: EncodingError.self) { try JSONEncoder().encode([JSONValue.number(number)]) }
    }
}
