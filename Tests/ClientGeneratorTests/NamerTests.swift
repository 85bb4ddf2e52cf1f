import Testing

@testable import ClientGenerator

@Suite struct NamerTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var text: String
        var name: String
        var testDescription: String { text.debugDescription }

        init(_ text: String, _ name: String) {
            self.text = text
            self.name = name
        }
    }

    @Test(arguments: [
        Case("requestId", "requestId"), Case("snake_case", "snake_case"), Case("kebab-case", "kebabCase"),
        Case("X-Rate-Limit", "xRateLimit"), Case("@id", "id"), Case("2fa", "_2fa"), Case("", "empty"),
        Case("*", "asterisk"), Case("🐶", "dogFace"), Case("class", "`class`"), Case("init", "initValue"),
        Case("self", "selfValue"), Case("İade", "iade"), Case("a b", "aB"), Case("ş-ü", "şÜ"),
        Case("price (TRY)", "priceTRY"), Case("-1", "minus1"), Case("-date", "minusDate"), Case("_", "lowLine"),
        Case("a\u{200B}b", "aB"),
    ])
    func namesMembersAsTheWireDoes(_ value: Case) {
        #expect(Namer.memberName(value.text).source == value.name)
    }

    @Test(arguments: [
        Case("PUBLISHED_TO_QUEUE", "publishedToQueue"), Case("IBAN", "iban"), Case("İPTAL", "iptal"),
        Case("InProgress", "inProgress"),
        Case("tr", "tr"), Case("default", "`default`"), Case("TRY", "`try`"), Case("", "empty"), Case("1st", "_1st"),
        Case("a.b", "aB"), Case("+1", "_1"), Case("IDENTITY_NUMBER", "identityNumber"),
    ])
    func namesCasesInLowerCamelCase(_ value: Case) {
        #expect(Namer.caseName(value.text).source == value.name)
    }

    @Test(arguments: [
        Case("Pet", "Pet"), Case("pet", "Pet"), Case("io.k8s.api", "IoK8sApi"), Case("gcsImport", "GcsImport"),
        Case("2d", "_2d"), Case("nested-one-of", "NestedOneOf"),
    ])
    func namesTypesInUpperCamelCase(_ value: Case) {
        #expect(Namer.typeName(value.text).source == value.name)
    }

    @Test(arguments: [
        Case("GetPet", "getPet"), Case("URLLookup", "urlLookup"), Case("string_enumSupport", "string_enumSupport"),
        Case("get pet by id", "getPetById"), Case("ID", "id"), Case("Contact", "contact"), Case("eMail", "eMail"),
    ])
    func startsMembersSmall(_ value: Case) {
        #expect(Namer.memberName(value.text).source == value.name)
    }
}
