import KurusHTTP
import Testing

@Suite struct HTTPSyntaxTests {
    @Test(arguments: [
        ("X-Id", true), ("a!#$%&'*+-.^_`|~9", true), ("", false), ("a b", false), ("a:", false), ("é", false),
        ("a\r", false),
    ])
    func knowsTokens(text: String, isToken: Bool) {
        #expect(HTTPSyntax.isToken(text) == isToken)
    }

    @Test(arguments: [
        ("", true), ("a b\tc", true), ("şifre", true), ("a\rb", false), ("a\nb", false), ("a\r\nb", false),
        ("a\0", false),
        ("\u{7F}", false), ("\u{1B}", false),
    ])
    func knowsFieldValues(text: String, isFieldValue: Bool) {
        #expect(HTTPSyntax.isFieldValue(text) == isFieldValue)
    }
}
