import SpecDiagnostics
import SpecDocument

// A chain of `$ref` that comes back to where it began describes nothing.
extension SchemaResolver {
    /// Reports every circle of aliases once, at the first of its names.
    mutating func reportEndlessAliases() {
        var known: Set<String> = []
        for name in components.schemaNames.sorted() where !known.contains(name) {
            var chain: [String] = []
            var next: String? = name
            while let current = next, known.insert(current).inserted {
                chain.append(current)
                next = aliasTarget(of: current)
            }
            guard let next, let start = chain.firstIndex(of: next) else { continue }
            report(circle: Array(chain[start...]))
        }
    }

    private mutating func report(circle: [String]) {
        guard let first = circle.first, let entry = components.schemas[first] else { return }
        merging.reported.insert(Set(circle))
        let way = circle.count == 1 ? "" : ": \(Self.way(circle + [first]))"
        diagnostics.error(
            .cyclicReference, "`\(first)` is nothing but a reference to itself\(way); describe its value",
            at: entry.location)
    }

    static func way(_ names: [String]) -> String {
        names.map { "`\($0)`" }.joined(separator: " → ")
    }

    private func aliasTarget(of name: String) -> String? {
        guard let entry = components.schemas[name], let reference = entry.value.loneReference,
            case .success(let found) = references.target(of: reference.target, in: entry.scope)
        else { return nil }
        return found.component(.schemas)
    }
}

extension ReferenceOr<Schema> {
    /// The reference that is all there is, also as the only part of `allOf`.
    var loneReference: Reference? {
        switch self {
        case .reference(let reference): reference
        case .object(let schema):
            schema.isOnlyAllOf && schema.allOf.count == 1 ? schema.allOf[0].reference : nil
        }
    }

    var reference: Reference? {
        if case .reference(let reference) = self { reference } else { nil }
    }
}

extension Schema {
    /// Nothing but `allOf` says what the value is.
    var isOnlyAllOf: Bool {
        valueTypes.isEmpty && hasNoKeywordBesideAllOf
    }

    /// Nothing but `allOf`, and `type: object`, which says no more than the parts do.
    var isOnlyAllOfAnObject: Bool {
        valueTypes.allSatisfy { $0.value == "object" } && hasNoKeywordBesideAllOf
    }

    private var hasNoKeywordBesideAllOf: Bool {
        enumValues == nil && required.isEmpty && properties.entries.isEmpty
            && additionalProperties == nil && items == nil && oneOf.isEmpty && anyOf.isEmpty && discriminator == nil
    }
}
