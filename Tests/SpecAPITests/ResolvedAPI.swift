import SourceText
import SpecAPI
import SpecDiagnostics
import SpecDocument
import SpecTree
import SpecTestSupport
import Testing

/// Resolved documents, for the tests of the resolution.
struct ResolvedAPI {
    let api: API
    let diagnostics: Diagnostics

    /// Resolves documents of the given `paths` and `components`.
    init(_ documents: [String], options: ResolveOptions = ResolveOptions()) throws {
        var diagnostics = Diagnostics()
        let sources = try documents.enumerated().map { index, text in
            let file = SourceFile("\(index + 1).json", text)
            let root = try #require(JSONNode.read(file, diagnostics: &diagnostics))
            let document = try #require(OpenAPIDocument.decode(root, diagnostics: &diagnostics))
            return SourceDocument(page: PageDocument(file: file, root: root), document: document)
        }
        api = API.resolve(sources, options: options, diagnostics: &diagnostics)
        self.diagnostics = diagnostics
    }

    /// Resolves one document with these schemas, in which `<Name>` is a reference to another one.
    init(schemas: String, version: String = "3.0.3") throws {
        let written = schemas.replacing(/<(\w+)>/) { ##"{"$ref": "#/components/schemas/\##($0.1)"}"## }
        try self.init([Self.document(components: #"{"schemas": {\#(written)}}"#, version: version)])
    }

    static func document(
        paths: String = "{}", components: String = "{}", more: String = "", version: String = "3.0.3"
    ) -> String {
        #"{"openapi": "\#(version)", "info": {"title": "T", "version": "1"}, "# + more
            + #""paths": \#(paths), "components": \#(components)}"#
    }

    /// The diagnostics as `error: message` or `warning: message`, one a line, without locations.
    var messages: [String] {
        diagnostics.all.map { "\($0.severity.rawValue): \($0.message)" }
    }

    func shape(of name: String) throws -> String {
        try #require(api.schema(named: name)).text
    }
}

extension APISchema {
    /// The schema in a line: `{a!: String, b: [Int]?}`, with `!` after a required property and `?` after a nullable
    /// value.
    var text: String {
        shape.text + (nullable ? "?" : "")
    }
}

extension SchemaShape {
    var text: String {
        switch self {
        case .any: "any"
        case .scalar(let type): type.rawValue
        case .enumeration(let values): "enum(" + values.values.map(\.text).joined(separator: "|") + ")"
        case .array(let element): "[\(element.text)]"
        case .object(let object): object.text
        case .union(let union): union.text
        case .reference(let name): name
        }
    }
}

extension ObjectShape {
    fileprivate var text: String {
        var parts = properties.map { "\($0.name)\($0.required ? "!" : ""): \($0.schema.text)" }
        switch additional {
        case .undeclared: break
        case .forbidden: parts.append("no other")
        case .schema(let values): parts.append("other: \(values.text)")
        }
        if let alternatives = requiredAlternatives {
            let ways = alternatives.ways.map { $0.joined(separator: "+") }
            parts.append((alternatives.isExclusive ? "one of " : "some of ") + ways.joined(separator: "/"))
        }
        parts += unions.map(\.text)
        return "{" + parts.joined(separator: ", ") + "}"
    }
}

extension UnionShape {
    fileprivate var text: String {
        let list = alternatives.map { alternative in
            let values = alternative.discriminatorValues
            return (values.isEmpty ? "" : values.joined(separator: "|") + "=") + alternative.schema.text
        }
        return kind.rawValue + (discriminator.map { " by \($0)" } ?? "") + "(" + list.joined(separator: ", ") + ")"
    }
}
