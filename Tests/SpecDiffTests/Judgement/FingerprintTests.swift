import SourceText
import SpecDiagnostics
import SpecDiff
import SpecTestSupport
import SpecTree
import Testing

@Suite struct FingerprintTests {
    private static func change(
        _ rule: String = "response-property-type-changed", file: String = "page.md", offset: Int = 0,
        base: String? = "/components/schemas/Amount", revision: String? = "/components/schemas/Amount"
    ) -> Change {
        let location = SourceLocation(file: SourceFile(file, "{}"), offset: offset)
        func place(_ pointer: String?) -> ChangeLocation? {
            pointer.map { pointer in
                var place = ChangeLocation(location)
                place.pointer = JSONPointer(pointer) ?? JSONPointer()
                return place
            }
        }
        return Change(
            rule: rule, wire: .breaking, direction: .response, subject: "schema `Amount`", message: "changed",
            was: "number", now: "string", base: place(base), revision: place(revision))
    }

    /// The digits themselves: lists of accepted changes are kept for months.
    @Test func isTheSameInEveryRun() {
        #expect(Self.change().fingerprint == "f1f03b89fe4628ef")
    }

    @Test func dependsOnNoPlaceAndNoWording() {
        var other = Self.change(file: "other.md", offset: 1)
        other.message = "something else"
        other.subject = "a schema"
        other.wire = .info
        other.operations = ["GET /x"]
        #expect(other.fingerprint == Self.change().fingerprint)
    }

    @Test func dependsOnWhatIsDifferent() {
        var others = [Self.change("request-property-type-changed"), Self.change(base: "/components/schemas/Other")]
        var change = Self.change()
        change.direction = .request
        others.append(change)
        change = Self.change()
        change.was = "integer"
        others.append(change)
        change.was = nil
        others.append(change)
        change.was = ""
        others.append(change)
        change = Self.change()
        change.owner = "GET /a"
        others.append(change)
        change.owner = "GET /b"
        others.append(change)
        change = Self.change()
        change.now = nil
        others.append(change)
        (change.was, change.now) = ("numberstring", "")
        others.append(change)
        let fingerprints = Set((others + [Self.change()]).map(\.fingerprint))
        #expect(fingerprints.count == others.count + 1)
    }

    @Test func takesTheBasesPointerWhereThereIsOne() {
        #expect(Self.change(revision: nil).fingerprint == Self.change(revision: "/moved").fingerprint)
        #expect(Self.change(base: nil).fingerprint == Self.change().fingerprint)
    }

    @Test func knowsSubjectsWithoutAPointerByTheirWords() {
        var first = Self.change(base: nil, revision: nil)
        let second = first
        first.subject = "another"
        #expect(first.fingerprint != second.fingerprint)
    }

    @Test func tellsEqualChangesOfOneReportApart() {
        let report = APIComparison(changes: [Self.change(), Self.change(file: "b.md"), Self.change(file: "c.md")])
        let fingerprints = report.fingerprints
        #expect(Set(fingerprints).count == 3)
        #expect(fingerprints.first == Self.change().fingerprint)
        #expect(fingerprints == report.fingerprints)
        #expect(fingerprints.allSatisfy { $0.count == 16 && $0.allSatisfy(\.isHexDigit) })
    }
}
