import KurusJSON
import Testing

/// Texts so large that they leave the writer's buffer while they are written.
@Suite struct LargeTextTests {
    /// Elements of 20 bytes, 400 kB together.
    private static let elements = (0..<20_000).map { "element \(String($0 + 100_000)) .." }
    private static let array = "[\(elements.map { "\"\($0)\"" }.joined(separator: ","))]"

    @Test func membersAroundALargeArrayStay() {
        let text = Written { writer in
            writer.object { writer in
                writer.member("a", 1)
                writer.member("b", Self.elements)
                writer.member("c", Self.elements)
                writer.member("d", 2)
            }
        }.text
        #expect(text == #"{"a":1,"b":\#(Self.array),"c":\#(Self.array),"d":2}"#)
    }

    @Test func arraysInArraysStay() {
        let text = Written { $0.array([[Self.elements], [], [Self.elements, ["x"]]]) }.text
        #expect(text == "[[\(Self.array)],[],[\(Self.array),[\"x\"]]]")
    }

    @Test func sequencesOfUnknownLengthStay() {
        let text = Written { $0.array(Self.elements.lazy.filter { _ in true }) }.text
        #expect(text == Self.array)
    }

    /// An element whose size does not predict the others.
    @Test func longElementsAmongShortOnesStay() {
        let long = String(repeating: "x", count: 300_000)
        let text = Written { $0.array([long] + Self.elements + [long]) }.text
        #expect(text == #"["\#(long)",\#(Self.array.dropFirst().dropLast()),"\#(long)"]"#)
    }

    @Test func splicedObjectsStay() {
        let inner = Written { $0.object { $0.member("b", Self.elements) } }
        let text = Written { writer in
            writer.object { writer in
                writer.member("a", 1)
                writer.members(of: inner)
                writer.member("c", 2)
            }
        }.text
        #expect(text == #"{"a":1,"b":\#(Self.array),"c":2}"#)
    }

    @Test func splicedArraysAreTakenBack() {
        let text = Written { writer in
            writer.object { writer in
                writer.member("a", 1)
                writer.members(of: Written { $0.array(Self.elements) })
                writer.member("c", 2)
            }
        }.text
        #expect(text == #"{"a":1,"c":2}"#)
    }

    @Test func variantsAreToldBeforeALargeArray() {
        let inner = Written { $0.object { $0.member("b", Self.elements) } }
        let text = Written { $0.variant(inner, "kind", "large") }.text
        #expect(text == #"{"kind":"large","b":\#(Self.array)}"#)
        let many = Written { $0.array(Self.elements.map { Tagged(name: $0) }) }.text
        let expected = Self.elements.map { #"{"kind":"t","name":"\#($0)"}"# }.joined(separator: ",")
        #expect(many == "[\(expected)]")
    }

    @Test func descriptionsAreMaskedWhole() {
        let value = JSONWriter.redactedValue(of: Written { $0.array(Self.elements) })
        guard case .array(let shown) = value else {
            Issue.record("no array")
            return
        }
        #expect(shown == Self.elements.map { _ in .string("element ‹redacted› ..") })
    }
}

private struct Tagged: JSONWritable {
    let name: String

    func write(to writer: inout JSONWriter) {
        writer.variant(Written { [name] in $0.object { $0.member("name", name) } }, "kind", "t")
    }
}
