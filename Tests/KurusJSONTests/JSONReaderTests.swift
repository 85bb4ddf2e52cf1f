import KurusJSON
import Testing

@Suite struct JSONReaderTests {
    @Test func readsAnObject() throws {
        let value = try JSONReader.read(JSONValue.self, from: Array(#"{"a":[1,2.50,"x"],"b":null}"#.utf8))
        #expect(value.description == #"{"a":[1,2.50,"x"],"b":null}"#)
    }
}
