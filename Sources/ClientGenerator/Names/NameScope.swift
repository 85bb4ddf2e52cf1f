import SpecDiagnostics

/// The names of one scope: gives each text of the document a name, and reports two that cannot be told apart.
struct NameScope {
    /// A text of the document that wants a name.
    struct Entry {
        var text: String
        var location: SourceLocation
        /// What a diagnostic calls it, where that is not the text.
        var label: String?

        fileprivate var shown: String {
            label ?? (text.isEmpty ? "\"\"" : text)
        }
    }

    /// What the entries are, in a sentence, and what can be done where two have one name.
    enum Kind {
        case schemas, properties, values, operations, parameters, headers, variables

        fileprivate var plural: String {
            switch self {
            case .schemas: "schemas"
            case .properties: "properties"
            case .values: "values"
            case .operations: "operations"
            case .parameters: "parameters"
            case .headers: "headers"
            case .variables: "server variables"
            }
        }

        /// Names that go over the wire cannot be changed, only left out.
        var remedy: String {
            switch self {
            case .schemas: "call one of them something else, and what refers to it"
            case .properties, .parameters, .headers: "leave one of them out with an overlay"
            case .variables: "call one of them something else with an overlay"
            case .values: "leave one of them out with an overlay: it is read as `unrecognized` then"
            case .operations: "give one of them an operationId of its own with an overlay"
            }
        }
    }

    /// Names all entries, in their order.
    ///
    /// Entries that collide are spelled out, then take the wire's spelling; what still collides is an error with both places.
    static func names(
        of entries: [Entry], reserved: Set<String>, kind: Kind,
        _ name: (_ text: String, _ spelledOut: Bool) -> Identifier, diagnostics: inout Diagnostics
    ) -> [Identifier] {
        var names = entries.map { unreserved(name($0.text, false), reserved) }
        respell(&names) { unreserved(name(entries[$0].text, true), reserved) }
        let spelledOut = names
        respell(&names) { index in
            let text = entries[index].text
            let isUsable = Namer.isIdentifier(text) && !reserved.contains(text)
            return isUsable ? Namer.wireName(text) : spelledOut[index]
        }
        var first: [String: Int] = [:]
        for (index, identifier) in names.enumerated() {
            guard let earlier = first[identifier.name] else {
                first[identifier.name] = index
                continue
            }
            diagnostics.error(
                .nameCollision,
                "the \(kind.plural) `\(entries[earlier].shown)` and `\(entries[index].shown)` would both be named "
                    + "`\(identifier.name)` in Swift; \(kind.remedy)",
                at: entries[index].location,
                notes: [Diagnostic.Note("`\(entries[earlier].shown)` stands here", at: entries[earlier].location)])
        }
        return names
    }

    private static func unreserved(_ identifier: Identifier, _ reserved: Set<String>) -> Identifier {
        reserved.contains(identifier.name) ? Identifier(checked: identifier.name + "Value") : identifier
    }

    /// Gives names that occur more than once another chance.
    private static func respell(_ names: inout [Identifier], _ other: (Int) -> Identifier) {
        var count: [String: Int] = [:]
        for name in names { count[name.name, default: 0] += 1 }
        guard count.values.contains(where: { $0 > 1 }) else { return }
        let before = names
        for index in names.indices where count[before[index].name, default: 0] > 1 {
            names[index] = other(index)
        }
    }
}
