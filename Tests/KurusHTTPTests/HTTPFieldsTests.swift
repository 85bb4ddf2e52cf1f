import KurusHTTP
import Testing

@Suite struct HTTPFieldsTests {
    @Test func namesAreComparedWithoutCase() {
        let fields: HTTPFields = ["Content-Type": "application/json"]
        #expect(fields["content-TYPE"] == "application/json")
        #expect(fields.contains("CONTENT-type"))
        #expect(fields["Content"] == nil)
    }

    @Test func valuesOfOneNameAreJoined() {
        let fields: HTTPFields = ["Accept": "text/html", "X": "1", "accept": "*/*"]
        #expect(fields["Accept"] == "text/html, */*")
        #expect(fields.values(of: "ACCEPT") == ["text/html", "*/*"])
    }

    @Test func emptyValueIsThere() {
        #expect((["X": ""] as HTTPFields)["x"] == "")
    }

    @Test func settingReplacesInPlace() {
        var fields: HTTPFields = ["A": "1", "B": "2", "a": "3"]
        fields["a"] = "4"
        #expect(fields.map(\.name.text) == ["a", "B"])
        #expect(fields.map(\.value) == ["4", "2"])
        fields["b"] = nil
        #expect(fields.map(\.name.text) == ["a"])
    }

    @Test func equalityIgnoresTheNamesCase() {
        #expect(["A": "x"] as HTTPFields == ["a": "x"])
        #expect(["A": "x"] as HTTPFields != ["a": "X"])
        #expect((["A": "x"] as HTTPFields).hashValue == (["a": "x"] as HTTPFields).hashValue)
    }

    @Test(arguments: ["", "a b", "a\r\n", "a:", "\u{212A}"]) func onlyTokensAreNames(text: String) {
        #expect(HTTPFieldName(text) == nil)
        #expect(HTTPMethod(rawValue: text) == nil)
    }

    @Test func namesKeepTheirSpelling() {
        #expect(HTTPFieldName("x-ID").text == "x-ID")
        #expect(("x-ID" as HTTPFieldName) == "X-id")
        #expect(HTTPFieldName("x-ID").hashValue == HTTPFieldName("X-id").hashValue)
        #expect(("x^" as HTTPFieldName) != "x~")
    }
}
