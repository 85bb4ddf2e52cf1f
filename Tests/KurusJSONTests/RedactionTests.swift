import KurusJSON
import SecretSearch
import Testing

@Suite struct RedactionTests {
    @Test(arguments: [
        ("", ""), ("plain text", "plain text"), ("12345", "12345"), ("123456", "‹redacted›"),
        ("a1234567b", "a‹redacted›b"),
        ("12345 67890", "12345 67890"), ("12.345.678", "12.345.678"),
        ("call 05551234567, or 111111", "call ‹redacted›, or ‹redacted›"),
        ("１２３４５６", "‹redacted›"), ("٠١٢٣٤٥", "‹redacted›"),
        ("TR330006100519786457841326", "‹redacted›"), ("iban TR330006100519786457841326.", "iban ‹redacted›."),
        ("TR33 0006 1005 1978 6457 8413 26", "‹redacted›"),
        ("to TR33 0006 1005 1978 6457 8413 26 was refused", "to ‹redacted› was refused"),
        ("GB82 WEST 1234 5698 7654 32", "‹redacted›"), ("gb82 west 1234 5698 7654 32", "‹redacted›"),
        ("GB82WEST12345698765432", "‹redacted›"),
        ("TR33\u{A0}0006\u{A0}1005\u{A0}1978\u{A0}6457\u{A0}8413\u{A0}26", "‹redacted›"),
        ("NO9386011117947", "‹redacted›"), ("(TR330006100519786457841326)", "(‹redacted›)"),
        ("AB12CD34", "AB12CD34"), ("TR33 0006", "TR33 0006"), ("IYZWSv2", "IYZWSv2"),
        ("ERR12 is the code", "ERR12 is the code"),
        ("xTR330006100519786457841326", "xTR‹redacted›"), ("TR33  0006  1005", "TR33  0006  1005"),
    ])
    func masks(text: String, expected: String) {
        #expect(Redaction.masked(text) == expected)
    }

    @Test func errorsNeverShowAccountNumbers() throws {
        let text = Array(#"{"TR330006100519786457841326":{"secret value":"9876543210" x}}"#.utf8)
        let error = #expect(throws: JSONError.self) { try JSONReader.read(JSONValue.self, from: text) }
        #expect(error?.description == "unexpected character at /‹redacted›/secret value (byte 59)")
    }

    @Test(arguments: [
        #"{"TR330006100519786457841326":{"a":x}}"#, #"{"TR330006100519786457841326":1,"TR330006100519786457841326":2}"#,
    ])
    func nothingMadeOfAnErrorShowsAccountNumbers(text: String) throws {
        let error = #expect(throws: JSONError.self) {
            try JSONReader.read(JSONValue.self, from: Array(text.utf8))
        }
        let secrets = PlantedSecrets(["TR330006100519786457841326"])
        #expect(secrets.found(in: try #require(error)) == [])
        #expect(secrets.found(in: try #require(error).problem) == [])
    }

    @Test func theMirrorOfAnErrorHoldsItsOffsetAlone() {
        let error = JSONError(.missingMember(name: "planted"), offset: 7, path: "/planted")
        let children = Mirror(reflecting: error).children.map { "\($0.label ?? ""): \($0.value)" }
        #expect(children == ["offset: 7"])
    }
}
