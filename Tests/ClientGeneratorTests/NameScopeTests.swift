import SourceText
import SpecDiagnostics
import Testing

@testable import ClientGenerator

@Suite struct NameScopeTests {
    private func names(
        _ texts: [String], as style: NameStyle = .value, reserved: Set<String> = ["unrecognized"],
        types: Set<String> = []
    ) -> [String] {
        let file = SourceFile(path: "page.json", bytes: [])
        let entries = texts.enumerated().map { index, text in
            NameScope.Entry(text: text, location: SourceLocation(file: file, offset: index))
        }
        return NameScope.names(of: entries, as: style, reserved: reserved, types: types).map(\.source)
    }

    struct Case: Sendable, CustomTestStringConvertible {
        var texts: [String]
        var names: [String]
        var testDescription: String { texts.debugDescription }

        init(_ texts: [String], _ names: [String]) {
            self.texts = texts
            self.names = names
        }
    }

    @Test(arguments: [
        Case(["price", "-price"], ["price", "minusPrice"]), Case(["-date", "date"], ["minusDate", "date"]),
        Case(["last4", "-last4"], ["last4", "minusLast4"]), Case(["GMT-1", "GMT+1"], ["gmt1", "gmtPlus1"]),
        Case(["GMT+1", "GMT-1"], ["gmt1", "gmtMinus1"]), Case(["-a", "--a"], ["minusA", "minusMinusA"]),
        Case(
            ["Etc/GMT", "Etc/GMT0", "Etc/GMT-0", "Etc/GMT+0"],
            ["etcGmt", "etcGmt0", "etcGmtMinus0", "etcGmtPlus0"]),
        Case(["in-progress"], ["inProgress"]),
        Case(["in-progress", "in progress"], ["inProgress", "inSpaceProgress"]),
        Case(["in progress", "in-progress"], ["inProgress", "inHyphenProgress"]),
        Case(["a b", "a*b"], ["aB", "aAsteriskB"]), Case(["+1", "-1", "1"], ["_1", "minus1", "`1`"]),
    ])
    func spellsOutSignsThatTellValuesApart(_ value: Case) {
        #expect(names(value.texts) == value.names)
    }

    @Test(arguments: [
        Case(["active", "Active", "ACTIVE"], ["active", "Active", "ACTIVE"]),
        Case(["Active", "active"], ["active", "lowercaseActive"]),
        Case(["X-Y", "x-y", "X-y"], ["xY", "xHyphenY", "`X-y`"]),
        Case(["aSpaceB", "a b", "aB", "ab"], ["aSpaceB", "aB", "aB2", "ab"]),
        Case(["İ", "i"], ["i", "lowercaseI"]),
    ])
    func tellsCasesApart(_ value: Case) {
        #expect(names(value.texts) == value.names)
    }

    @Test(arguments: [
        Case(["a-b", "a_b", "aB", "a b"], ["aB", "a_b", "aB2", "aSpaceB"]),
        Case(["id", "ID", "Id"], ["id", "ID", "Id"]),
        Case(["data", "Data"], ["data", "capitalizedData"]), Case(["3DS"], ["_3DSValue"]),
    ])
    func namesMembersUnlikeTypes(_ value: Case) {
        #expect(names(value.texts, as: .member, types: ["Data", "_3DS"]) == value.names)
    }

    @Test(arguments: [
        Case(["Pet", "pet"], ["Pet", "LowercasePet"]), Case(["pet", "Pet"], ["Pet", "CapitalizedPet"]),
        Case(["Foo.Bar", "FooBar", "Foo_Bar"], ["FooBar", "FooBar2", "Foo_Bar"]), Case(["Data"], ["DataModel"]),
    ])
    func namesTypesInUpperCase(_ value: Case) {
        #expect(names(value.texts, as: .type, reserved: ["Data"]) == value.names)
    }

    @Test func avoidsReservedNames() {
        #expect(names(["unrecognized", "unrecognizedValue"]) == ["unrecognizedValue", "unrecognizedValue2"])
    }

    @Test func numbersEqualTexts() {
        #expect(names(["string", "string", "v1", "v1"], as: .member) == ["string", "string2", "v1", "v1_2"])
    }

    @Test func anAppendedTextRenamesNoOther() {
        let texts = [
            "a b", "a-b", "A_B", "aB", "a*b", "-a b", "", " ", "*", "AB", "ab", "1", "+1", "a\u{301}b", "_", "🐶",
        ]
        let all = names(texts)
        #expect(Set(all).count == texts.count)
        for count in texts.indices { #expect(names(Array(texts[..<count])) == Array(all[..<count])) }
    }
}
