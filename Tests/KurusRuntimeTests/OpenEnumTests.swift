import KurusRuntime
import Testing

@Suite struct OpenEnumTests {
    @Test(arguments: ["tr", "en", "ota", "de", "", "TR"])
    func unknownValuesSurvive(text: String) throws {
        let json = Array("\"\(text)\"".utf8)
        let locale = try JSONReader.read(Payment.Locale.self, from: json)
        #expect(locale.rawValue == text)
        #expect(JSONWriter.bytes(of: locale) == json)
    }

    @Test func equalityAndHashAreThoseOfTheRawValue() {
        #expect(Payment.Locale.tr == .unrecognized("tr"))
        #expect(Payment.Locale.tr != .en)
        #expect(Set([Payment.Locale.tr, .unrecognized("tr"), .en]).count == 2)
    }

    @Test func deprecatedCasesAreMade() {
        #expect(Payment.Locale(rawValue: "ota") != .unrecognized("other"))
        #expect(Payment.Locale.fromDeprecated("ota")?.rawValue == "ota")
        #expect(Payment.Locale.fromDeprecated("tr") == nil)
        #expect(Priority.fromDeprecated(1) == nil)
    }

    @Test func printsTheRawValueMasked() {
        #expect("\(Payment.Locale.tr)" == "tr")
        #expect(String(reflecting: Payment.Locale.unrecognized("1234567")) == "‹redacted›")
        #expect("\(Priority.unrecognized(7))" == "7")
        var dumped = ""
        dump(Payment.Locale.unrecognized("1234567"), to: &dumped)
        #expect(dumped == "- ‹redacted›\n")
    }
}
