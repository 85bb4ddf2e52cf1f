import ClientGenerator
import SourceText
import SpecAPI
import SpecDiagnostics
import SpecDocument
import SpecPipeline
import SpecTestSupport
import SpecTree
import Testing

/// Each field of OpenAPI has the effect that the table of coverage lists: on the source, on its comments, or none.
@Suite struct FieldTreatmentTests {
    /// Removes each field from a complete document, and compares what is generated.
    @Test func removingAFieldChangesWhatTheCoverageSays() throws {
        let fixture = try #require(Fixture.all(in: "Complete").first { $0.name == "openapi-3.1" })
        let file = try #require(fixture.inputs().first)
        var diagnostics = Diagnostics()
        let document = try #require(JSONNode.read(file, diagnostics: &diagnostics))
        let whole = Self.source(of: document, file)
        var effects: [String: FieldTreatment] = [:]
        for use in FieldUses(document).uses {
            let name = "\(use.kind.grammar.name).\(use.field)"
            guard effects[name] != .generated else { continue }
            let found = Self.effect(of: Self.source(of: document.removingMember(at: use.path[...]), file), whole)
            effects[name] = [effects[name], found].compactMap(\.self).max { $0.rank < $1.rank }
        }
        for grammar in ObjectKind.allCases.map(\.grammar) {
            for field in grammar.fields(in: .v31) {
                let name = "\(grammar.name).\(field)"
                guard let effect = effects[name] else { continue }
                let treatment = grammar.treatment(of: field)
                // A comment may name a field that is not followed.
                let isAsWarned = treatment == .warned && effect != .generated
                #expect(isAsWarned || treatment == effect, "\(name)")
            }
        }
        #expect(effects.count > 200)
    }

    private static func source(of document: JSONNode, _ file: SourceFile) -> [String] {
        var diagnostics = Diagnostics()
        let root = SchemaIdentifiers.resolvingReferences(in: document)
        guard let decoded = OpenAPIDocument.decode(root, diagnostics: &diagnostics) else { return [] }
        let source = SourceDocument(page: PageDocument(file: file, root: root), document: decoded)
        let api = API.resolve([source], diagnostics: &diagnostics)
        let declarations = ClientGenerator.declarations(
            of: api, options: ClientOptions(module: "SampleAPI", source: "input.json"), diagnostics: &diagnostics)
        let text = declarations.files.map(\.text).joined()
        return text.split(separator: "\n").map(String.init)
    }

    private static func effect(of source: [String], _ whole: [String]) -> FieldTreatment {
        if source == whole { return .read }
        let isCode = { (line: String) in !line.drop { $0 == " " }.hasPrefix("//") }
        return source.filter(isCode) == whole.filter(isCode) ? .documented : .generated
    }
}

extension FieldTreatment {
    fileprivate var rank: Int {
        switch self {
        case .warned: 0
        case .read: 1
        case .documented: 2
        case .generated: 3
        }
    }
}

/// The fields of a document's objects, with their paths: indexes of members and elements.
private struct FieldUses {
    struct Use {
        let kind: ObjectKind
        let field: String
        let path: [Int]
    }

    private(set) var uses: [Use] = []

    init(_ document: JSONNode) {
        visit(document, .document, [])
    }

    private mutating func visit(_ node: JSONNode, _ kind: ObjectKind, _ path: [Int]) {
        let isReference = kind != .schema && kind != .pathItem && node["$ref"] != nil
        let kind = isReference ? ObjectKind.reference : kind
        for (index, member) in (node.members ?? []).enumerated() {
            let way = path + [index]
            uses.append(Use(kind: kind, field: member.name, path: way))
            switch kind.grammar.content(of: member.name) {
            case .value: break
            case .object(let inner): visit(member.value, inner, way)
            case .list(let inner):
                for (index, element) in (member.value.elements ?? []).enumerated() {
                    visit(element, inner, way + [index])
                }
            case .map(let inner):
                for (index, entry) in (member.value.members ?? []).enumerated() {
                    visit(entry.value, inner, way + [index])
                }
            }
        }
    }
}

extension JSONNode {
    fileprivate func removingMember(at path: ArraySlice<Int>) -> JSONNode {
        guard let index = path.first else { return self }
        var copy = self
        switch content {
        case .array(var elements):
            elements[index] = elements[index].removingMember(at: path.dropFirst())
            copy.content = .array(elements)
        case .object(var members):
            if path.count == 1 {
                members.remove(at: index)
            } else {
                members[index].value = members[index].value.removingMember(at: path.dropFirst())
            }
            copy.content = .object(members)
        case .null, .boolean, .number, .string: break
        }
        return copy
    }
}
