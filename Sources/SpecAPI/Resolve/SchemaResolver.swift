import SpecDiagnostics
import SpecDocument
import SpecTree

/// Resolves schemas: follows references, merges `allOf`, finds alternatives, and turns `type` and `format` into types.
///
/// A use of a component schema remains a reference by name, so every resolved schema is finite.
struct SchemaResolver {
    let documents: [SourceDocument]
    let components: MergedComponents
    let references: ReferenceFinder
    let options: ResolveOptions
    let survey: SchemaSurvey
    /// The names of specialisations, through `allOf`, by the schema with the discriminator (OpenAPI 3.0.3, §4.7.25).
    let subtypes: [String: [String]]
    var diagnostics: Diagnostics
    /// The references being resolved, to find endless cycles.
    private var pointers: [ReferenceTarget] = []
    /// The schemas outside of components that have to be declared like components.
    private(set) var homeless: [ReferenceTarget] = []
    /// The names of those that are declared so already, by their location.
    var homeNames: [SourceLocation: String] = [:]
    var merging = MergeStack()
    /// The component schemas with merged `allOf`, as bases for inheritance.
    var bases: [String: APISchema] = [:]
    private var depth = 0
    /// The number of schemas outside of components that were copied to a reference.
    private var copies = 0
    private static let copyLimit = 10_000
    /// Whether too deep nesting has been reported, which is done once.
    private var isTooDeep = false
    var usedTypes: Set<String> = []

    /// Deeper than any document that people read, and shallow enough for every thread's stack.
    private static let depthLimit = 100

    init(
        _ documents: [SourceDocument], _ components: MergedComponents, _ references: ReferenceFinder,
        _ options: ResolveOptions, _ diagnostics: Diagnostics
    ) {
        self.documents = documents
        self.components = components
        self.options = options
        self.diagnostics = diagnostics
        self.references = references
        survey = SchemaSurvey(components: components, references: references)
        subtypes = Inheritance.subtypes(of: components, references)
    }

    mutating func namedSchemas() -> [NamedSchema] {
        reportEndlessAliases()
        return components.schemaNames.sorted().compactMap { name in
            guard let entry = components.schemas[name], !options.leftOut.schemas.contains(name) else { return nil }
            merging.begin(name)
            defer { merging.end() }
            return NamedSchema(
                name: name, location: entry.location, schema: resolve(entry.value, in: entry.scope, name: name))
        }
    }

    mutating func resolve(_ use: ReferenceOr<Schema>, in scope: Int, name: String? = nil) -> APISchema {
        deeper(at: use.location) { resolver in
            switch use {
            case .reference(let reference): resolver.resolve(reference, in: scope)
            case .object(let schema):
                if name == nil, let home = resolver.homeNames[schema.location] {
                    APISchema(at: schema.location, .reference(home))
                } else {
                    resolver.resolve(schema, in: scope, name: name)
                }
            }
        }
    }

    /// Resolves a property, an element or an alternative.
    mutating func resolvePart(_ use: ReferenceOr<Schema>, in scope: Int) -> APISchema {
        merging.enterPart()
        defer { merging.leavePart() }
        return resolve(use, in: scope)
    }

    /// Runs `resolve` one schema deeper; reports an error when that is too deep.
    mutating func deeper(at location: SourceLocation, _ resolve: (inout Self) -> APISchema) -> APISchema {
        guard depth < Self.depthLimit else {
            defer { isTooDeep = true }
            guard !isTooDeep else { return APISchema(at: location, .any) }
            diagnostics.error(
                .unsupportedFeature,
                "schemas are nested more than \(Self.depthLimit) deep here; describe some of them in "
                    + "`#/components/schemas`, and refer to them", at: location)
            return APISchema(at: location, .any)
        }
        depth += 1
        defer { depth -= 1 }
        return resolve(&self)
    }

    private mutating func resolve(_ reference: Reference, in scope: Int) -> APISchema {
        var schema = APISchema(at: reference.location, .any)
        if let target = find(reference, in: scope) {
            if let name = references.schemaName(at: target) {
                schema.shape = .reference(name)
            } else {
                schema = resolvePointer(target, reference)
            }
        }
        schema.location = reference.location
        schema.annotate(from: reference)
        return schema
    }

    /// Resolves a reference to a schema outside `components`, by copying the schema. One that leads back to itself, or that
    /// other files share, is declared once instead, when the API is resolved again.
    private mutating func resolvePointer(_ target: ReferenceTarget, _ reference: Reference) -> APISchema {
        guard let node = references.node(at: target), node.members != nil, references.mayBeSchema(target) else {
            diagnostics.error(
                .unsupportedReference,
                "`\(reference.target)` does not lead to a schema, as it must here; schemas are in "
                    + "`#/components/schemas`", at: reference.targetLocation)
            return APISchema(at: reference.location, .any)
        }
        guard !pointers.contains(target), !references.isInFragment(target) else {
            homeless.append(target)
            return APISchema(at: reference.location, .any)
        }
        guard isWorthAnotherCopy(at: reference.targetLocation) else { return APISchema(at: reference.location, .any) }
        pointers.append(target)
        defer { pointers.removeLast() }
        guard let schema = ReferenceOr<Schema>.decode(node, in: version(of: target.scope), diagnostics: &diagnostics)
        else {
            return APISchema(at: reference.location, .any)
        }
        return resolve(schema, in: target.scope)
    }

    /// Limits copies: schemas that refer to schemas that refer to others can double with every step.
    private mutating func isWorthAnotherCopy(at location: SourceLocation) -> Bool {
        copies += 1
        if copies == Self.copyLimit {
            diagnostics.error(
                .unsupportedFeature,
                "references to schemas outside of `#/components/schemas` make more than \(Self.copyLimit) copies of them; "
                    + "describe the schemas there, and refer to them", at: location)
        }
        return copies < Self.copyLimit
    }

    /// The version of OpenAPI by which a document is read.
    func version(of scope: Int) -> SpecificationVersion {
        documents[scope].document.specification
    }

    mutating func find(_ reference: Reference, in scope: Int) -> ReferenceTarget? {
        find(Located(reference.target, at: reference.targetLocation), in: scope)
    }

    /// Finds the target of a reference's text; nil, with an error, when it leads nowhere.
    mutating func find(_ text: Located<String>, in scope: Int) -> ReferenceTarget? {
        switch references.target(of: text.value, in: scope) {
        case .success(let target):
            if target.pointer.tokens.first == "components", !text.value.contains("components") {
                diagnostics.warning(
                    .sloppyDocument, "`\(text.value)` leads to nothing; `#\(target.pointer)` is read", at: text.location
                )
            }
            return target
        case .failure(let failure):
            diagnostics.error(failure.id, failure.message(text.value), at: text.location)
            return nil
        }
    }
}

extension ReferenceOr<Schema> {
    fileprivate var location: SourceLocation {
        switch self {
        case .reference(let reference): reference.location
        case .object(let schema): schema.location
        }
    }
}

/// The component schemas that are being merged into one another by `allOf`.
struct MergeStack {
    private struct Frame {
        let name: String
        /// The number of properties, elements and alternatives around it.
        let partDepth: Int
    }

    private var frames: [Frame] = []
    private var partDepth = 0
    /// The cycles that have been reported, as sets of names.
    var reported: Set<Set<String>> = []
    /// The number of times that merging stopped at a name already on the stack; then the result depends on the stack.
    var cuts = 0

    mutating func begin(_ name: String) {
        frames.append(Frame(name: name, partDepth: partDepth))
    }

    mutating func end() {
        frames.removeLast()
    }

    /// Enters a property, an element or an alternative, which is a value of its own.
    fileprivate mutating func enterPart() {
        partDepth += 1
    }

    fileprivate mutating func leavePart() {
        partDepth -= 1
    }

    func contains(_ name: String) -> Bool {
        frames.contains { $0.name == name }
    }

    /// Returns the names from `name` to the innermost one, and whether a part lies between them.
    func cycle(to name: String) -> (names: [String], hasPart: Bool) {
        guard let start = frames.firstIndex(where: { $0.name == name }) else { return ([name], false) }
        return (frames[start...].map(\.name), frames[start].partDepth != partDepth)
    }
}

// Reports chains of `$ref` that come back to their start, and so describe nothing.
extension SchemaResolver {
    /// Reports every cycle of aliases once, at the first of its names.
    private mutating func reportEndlessAliases() {
        var known: Set<String> = []
        for name in components.schemaNames.sorted() where !known.contains(name) {
            var chain: [String] = []
            var next: String? = name
            while let current = next, known.insert(current).inserted {
                chain.append(current)
                next = aliasTarget(of: current)
            }
            guard let next, let start = chain.firstIndex(of: next) else { continue }
            report(cycle: Array(chain[start...]))
        }
    }

    private mutating func report(cycle: [String]) {
        guard let first = cycle.first, let entry = components.schemas[first] else { return }
        merging.reported.insert(Set(cycle))
        let way = cycle.count == 1 ? "" : ": \(Self.way(cycle + [first]))"
        diagnostics.error(
            .cyclicReference, "`\(first)` is only a reference to itself\(way); describe its value",
            at: entry.location)
    }

    static func way(_ names: [String]) -> String {
        names.map { "`\($0)`" }.joined(separator: " → ")
    }

    private func aliasTarget(of name: String) -> String? {
        guard let entry = components.schemas[name], let reference = entry.value.loneReference,
            case .success(let found) = references.target(of: reference.target, in: entry.scope)
        else { return nil }
        return references.schemaName(at: found)
    }
}

extension ReferenceOr {
    var reference: Reference? {
        if case .reference(let reference) = self { reference } else { nil }
    }
}

extension ReferenceOr<Schema> {
    /// The reference, if there is nothing else, also as the only part of `allOf`.
    fileprivate var loneReference: Reference? {
        switch self {
        case .reference(let reference): reference
        case .object(let schema):
            schema.isOnlyAllOf && schema.allOf.count == 1 ? schema.allOf[0].reference : nil
        }
    }
}

extension Schema {
    /// Whether only `allOf` describes the value.
    var isOnlyAllOf: Bool {
        valueTypes.isEmpty && hasNoKeywordBesideAllOf
    }

    /// Whether only `allOf` describes the value, perhaps with `type: object`, which adds nothing.
    var isOnlyAllOfAnObject: Bool {
        valueTypes.allSatisfy { $0.value == "object" } && hasNoKeywordBesideAllOf
    }

    private var hasNoKeywordBesideAllOf: Bool {
        enumValues == nil && required.isEmpty && properties.entries.isEmpty
            && patternProperties.entries.isEmpty && prefixItems.isEmpty
            && additionalProperties == nil && items == nil && oneOf.isEmpty && anyOf.isEmpty && discriminator == nil
    }
}
