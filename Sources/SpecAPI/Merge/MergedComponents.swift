import SourceText
import SpecDiagnostics
package import SpecDocument
import SpecTree

/// The components of all documents in one namespace.
struct MergedComponents {
    struct Entry<Object: Sendable> {
        var name: String
        var location: SourceLocation
        /// The document that it was taken from, in which its own references are resolved.
        var scope: Int
        var value: ReferenceOr<Object>
    }

    var schemas: [String: Entry<Schema>] = [:]
    /// The names of schemas, in the order of the input.
    var schemaNames: [String] = []
    var responses: [String: Entry<Response>] = [:]
    var parameters: [String: Entry<Parameter>] = [:]
    var requestBodies: [String: Entry<RequestBody>] = [:]
    var headers: [String: Entry<Header>] = [:]
    var securitySchemes: [String: Entry<SecurityScheme>] = [:]
    var securitySchemeNames: [String] = []
}

/// Merges the components of several pages, which may differ only in prose; otherwise they are an error.
struct ComponentMerger {
    private struct Choice {
        var scope: Int
        var member: JSONMember
    }

    let documents: [SourceDocument]
    let options: ResolveOptions
    private var choices: [String: Choice] = [:]
    /// The components that differ, and for which kurus.json chooses a page.
    private var decided: Set<String> = []

    init(_ documents: [SourceDocument], options: ResolveOptions) {
        self.documents = documents
        self.options = options
    }

    mutating func merged(_ diagnostics: inout Diagnostics) -> MergedComponents {
        for (scope, root) in SchemaNotation.unified(documents.map(\.page.root)).enumerated() {
            guard let components = root["components"] else { continue }
            for kind in ComponentKind.allCases {
                guard case .object(let members) = components[kind.rawValue]?.content else { continue }
                for member in members {
                    add(member, kind, scope, &diagnostics)
                }
            }
        }
        reportUnusedPreferences(&diagnostics)
        return collected()
    }

    private mutating func add(
        _ member: JSONMember, _ kind: ComponentKind, _ scope: Int, _ diagnostics: inout Diagnostics
    ) {
        let key = "\(kind.rawValue)/\(member.name)"
        guard let known = choices[key] else {
            choices[key] = Choice(scope: scope, member: member)
            return
        }
        guard let page = options.preferredPages[key] else {
            report(known.member, member, kind, &diagnostics)
            return
        }
        if case .different = ComponentComparison.compare(known.member.value, member.value, kind.objectKind) {
            decided.insert(key)
        }
        if documents[scope].isPage(page) { choices[key] = Choice(scope: scope, member: member) }
    }

    private func report(
        _ first: JSONMember, _ second: JSONMember, _ kind: ComponentKind, _ diagnostics: inout Diagnostics
    ) {
        let key = "\(kind.rawValue)/\(second.name)"
        switch ComponentComparison.compare(first.value, second.value, kind.objectKind) {
        case .equal: break
        case .proseDiffers(let difference):
            diagnostics.warning(
                .proseDiffers, "the prose of component `\(key)` differs between pages; the first page's is used",
                at: difference.second, notes: [difference.note])
        case .different(let difference):
            diagnostics.error(
                .conflictingComponents,
                "component `\(key)` differs between pages; make them equal with an overlay, or choose one in "
                    + "kurus.json: \"components\": {\"\(key)\": \"<page>\"}",
                at: difference.second, notes: [difference.note])
        }
    }

    /// Reports exceptions that are no longer needed as errors.
    private func reportUnusedPreferences(_ diagnostics: inout Diagnostics) {
        guard options.reportsUnused else { return }
        for (key, page) in options.preferredPages.sorted(by: { $0.key < $1.key }) {
            let place = options.locations[key]
            if let choice = choices[key], documents[choice.scope].isPage(page) {
                guard !decided.contains(key) else { continue }
                diagnostics.error(
                    .unusedOption,
                    "`components`: all pages that have `\(key)` agree on it; remove the entry", at: place)
            } else if choices[key] == nil {
                let nearest: String? = DidYouMean.suggestion(for: key, in: choices.keys.sorted())
                let remedy: String = nearest.map { "did you mean `\($0)`?" } ?? "remove the entry"
                diagnostics.error(
                    .unusedOption, "`components`: no page has a component `\(key)`; \(remedy)", at: place)
            } else {
                diagnostics.error(
                    .unusedOption,
                    "`components`: no page `\(page)` has a component `\(key)`; name one that has it, or "
                        + "remove the entry",
                    at: place)
            }
        }
    }

    private func collected() -> MergedComponents {
        var merged = MergedComponents()
        for (scope, source) in documents.enumerated() {
            let components = source.document.components
            merged.schemas.merge(entries(components.schemas, .schemas, scope)) { first, _ in first }
            merged.schemaNames += chosenNames(components.schemas.entries.map(\.name), .schemas, scope)
            merged.responses.merge(entries(components.responses, .responses, scope)) { first, _ in first }
            merged.parameters.merge(entries(components.parameters, .parameters, scope)) { first, _ in first }
            merged.requestBodies.merge(entries(components.requestBodies, .requestBodies, scope)) { first, _ in first }
            merged.headers.merge(entries(components.headers, .headers, scope)) { first, _ in first }
            merged.securitySchemes.merge(entries(components.securitySchemes, .securitySchemes, scope)) { first, _ in
                first
            }
            merged.securitySchemeNames += chosenNames(
                components.securitySchemes.entries.map(\.name), .securitySchemes, scope)
        }
        return merged
    }

    private func chosenNames(_ names: [String], _ kind: ComponentKind, _ scope: Int) -> [String] {
        names.filter { choices["\(kind.rawValue)/\($0)"]?.scope == scope }
    }

    private func entries<Object: Sendable>(
        _ values: NamedValues<ReferenceOr<Object>>, _ kind: ComponentKind, _ scope: Int
    ) -> [String: MergedComponents.Entry<Object>] {
        var result: [String: MergedComponents.Entry<Object>] = [:]
        for entry in values.entries where choices["\(kind.rawValue)/\(entry.name)"]?.scope == scope {
            result[entry.name] = MergedComponents.Entry(
                name: entry.name, location: entry.location, scope: scope, value: entry.value)
        }
        return result
    }
}

/// The maps of the Components Object (OpenAPI 3.0.3, §4.7.7) whose entries a reference can name.
package enum ComponentKind: String, CaseIterable {
    case schemas, responses, parameters, examples, requestBodies, headers, securitySchemes, links, callbacks
    case pathItems

    /// Reads the kind from a reference to an entry of this document: `#/components/schemas/Amount`.
    package init?(ofReference reference: String) {
        let names = reference.split(separator: "/")
        guard names.count == 4, names[1] == "components" else { return nil }
        self.init(rawValue: String(names[2]))
    }

    /// The kind of object that an entry is.
    package var objectKind: ObjectKind {
        switch self {
        case .schemas: .schema
        case .responses: .response
        case .parameters: .parameter
        case .examples: .example
        case .requestBodies: .requestBody
        case .headers: .header
        case .securitySchemes: .securityScheme
        case .links: .link
        case .callbacks: .callback
        case .pathItems: .pathItem
        }
    }
}
