import SpecAPI
import SpecDiagnostics
import SpecTestSupport
import Testing

/// The names of data types that documents write in place of `type` (OpenAPI 3.0.3, §4.4).
@Suite struct TypeWordTests {
    static let words: [(word: String, shape: String)] = [
        ("int", "Int"), ("long", "Int64"), ("int32", "Int32"), ("int64", "Int64"), ("float", "Float"),
        ("double", "Double"), ("bool", "Bool"), ("date", "CalendarDate"), ("date-time", "DateTime"),
        ("datetime", "DateTime"), ("uuid", "UUID"), ("uri", "URL"), ("byte", "Data"), ("binary", "Binary"),
        ("file", "Binary"), ("password", "Password"), ("text", "String"), ("Float", "Float"), ("Long", "Int64"),
    ]

    @Test(arguments: words)
    func readsTheNameOfADataType(_ word: String, _ shape: String) throws {
        let resolved = try ResolvedAPI(schemas: #""X": {"type": "\#(word)"}"#)
        #expect(try resolved.shape(of: "X") == shape)
        #expect(resolved.messages.count == 1)
        #expect(resolved.messages.first?.hasPrefix("warning: `\(word)` is no `type`; it is read as `") == true)
    }

    @Test(arguments: ["String,", "STRING", " string "])
    func readsASlipOfAType(_ word: String) throws {
        let resolved = try ResolvedAPI(schemas: #""X": {"type": "\#(word)"}"#)
        #expect(try resolved.shape(of: "X") == "String")
        #expect(resolved.messages == ["warning: `type` is `\(word)`, which is read as `string`"])
    }

    @Test func knowsNoOtherWord() throws {
        let resolved = try ResolvedAPI(schemas: #""X": {"type": "money"}"#)
        #expect(resolved.diagnostics.hasErrors)
    }
}
