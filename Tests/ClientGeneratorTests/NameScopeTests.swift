import SourceText
import SpecDiagnostics
import Testing

@testable import ClientGenerator

@Suite struct NameScopeTests {
    private func names(_ texts: [String]) -> (names: [String], errors: Int) {
        let file = SourceFile(path: "page.json", bytes: [])
        let entries = texts.enumerated().map { index, text in
            NameScope.Entry(text: text, location: SourceLocation(file: file, offset: index))
        }
        var diagnostics = Diagnostics()
        let names = NameScope.names(
            of: entries, reserved: ["unrecognized"], kind: .values,
            { Namer.caseName($0, spelledOut: $1) }, diagnostics: &diagnostics)
        return (names.map(\.name), diagnostics.all.count)
    }

    @Test func spellsOutWhatWouldCollide() {
        let found = names(["a b", "a*b"])
        #expect(found.names == ["aB", "aAsteriskB"])
        #expect(found.errors == 0)
    }

    @Test func takesTheWiresSpellingWhereCaseAloneDiffers() {
        let found = names(["Active", "active"])
        #expect(found.names == ["Active", "active"])
        #expect(found.errors == 0)
    }

    @Test func avoidsReservedNames() {
        #expect(names(["unrecognized"]).names == ["unrecognizedValue"])
    }

    @Test func reportsWhatStillCollides() {
        #expect(names(["a-b", "a b"]).errors == 1)
    }
}
