import Foundation
import SourceText
import SpecDiagnostics
import SpecDocument
import SpecTree
import SpecTestSupport
import Testing

struct NestingTests {
    /// Documents nested as deeply as JSON allows, around the piece that is repeated.
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        /// The names on the path from one object to the next of its kind, outermost first; `[]` is an array.
        let round: [String]
        let sample: [String]

        init(_ name: String, in sample: [String], _ round: String...) {
            testDescription = name
            self.sample = sample
            self.round = round
        }
    }

    private static let schema = ["components", "schemas", "S"]

    /// The deepest schema has an unknown field, which shows whether it was reached.
    static let schemas = [
        Case("items", in: schema, "items"),
        Case("properties", in: schema, "properties", "a"),
        Case("allOf", in: schema, "allOf", "[]"),
        Case("oneOf", in: schema, "oneOf", "[]"),
        Case("anyOf", in: schema, "anyOf", "[]"),
        Case("not", in: schema, "not"),
        Case("additionalProperties", in: schema, "additionalProperties"),
    ]

    static let values = [
        Case("default", in: schema + ["default"], "a"),
        Case("enum", in: schema + ["enum", "[]"], "[]"),
        Case("example", in: schema + ["example"], "[]"),
    ]

    static let objects = [
        Case("callbacks", in: ["paths", "/p"], "get", "callbacks", "c", "{$url}"),
        Case("headers", in: ["components", "headers", "H"], "content", "a/b", "encoding", "p", "headers", "H"),
    ]

    @Test(arguments: schemas)
    func readsSchemasAsDeepAsJSON(example: Case) async {
        let diagnostics = await Self.decodeOnSmallStack(example, depth: 500)
        #expect(diagnostics.all.map(\.message) == ["`deepest` is not a field of the Schema Object; it is ignored"])
    }

    @Test(arguments: values)
    func readsValuesAsDeepAsJSON(example: Case) async {
        let diagnostics = await Self.decodeOnSmallStack(example, depth: 500)
        #expect(diagnostics.all.isEmpty)
    }

    @Test(arguments: objects)
    func refusesObjectsThatHoldEachOtherTooDeep(example: Case) async {
        let diagnostics = await Self.decodeOnSmallStack(example, depth: 500)
        let message = "objects are nested more than 40 deep here; define them separately"
        #expect(diagnostics.all.contains { $0.severity == .error && $0.message == message })
    }

    @Test(arguments: objects)
    func readsObjectsThatHoldEachOther(example: Case) async {
        let diagnostics = await Self.decodeOnSmallStack(example, depth: 30)
        #expect(!diagnostics.all.contains { $0.id == .invalidValue })
    }

    /// Secondary threads have 512 KiB of stack on macOS.
    private static func decodeOnSmallStack(_ example: Case, depth: Int) async -> Diagnostics {
        await withCheckedContinuation { continuation in
            let thread = Thread {
                var diagnostics = Diagnostics()
                _ = OpenAPIDocument.decode(example.document(depth: depth), diagnostics: &diagnostics)
                continuation.resume(returning: diagnostics)
            }
            thread.stackSize = 512 * 1024
            thread.start()
        }
    }
}

extension NestingTests.Case {
    private static let place = SourceLocation(file: SourceFile("deep.json", ""), offset: 0)

    /// Makes a document with `depth` open objects and arrays at its deepest location.
    fileprivate func document(depth: Int) -> JSONNode {
        var names = sample
        while names.count + round.count < depth { names += round }
        let root = names.reversed().reduce(Self.object(["deepest": Self.string("")])) { value, name in
            name == "[]" ? JSONNode(.array([value]), at: Self.place) : Self.object([name: value])
        }
        let required = Self.object([
            "openapi": Self.string("3.0.3"),
            "info": Self.object(["title": Self.string("T"), "version": Self.string("1")]),
            "paths": Self.object([:]),
        ])
        let deep = root.members ?? []
        let rest = (required.members ?? []).filter { root.member(named: $0.name) == nil }
        return JSONNode(.object(rest + deep), at: Self.place)
    }

    private static func object(_ members: KeyValuePairs<String, JSONNode>) -> JSONNode {
        JSONNode(.object(members.map { JSONMember($0.key, at: place, $0.value) }), at: place)
    }

    private static func string(_ text: String) -> JSONNode {
        JSONNode(.string(text), at: place)
    }
}
