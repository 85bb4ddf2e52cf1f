import SpecDiagnostics

/// Names the entries of one scope, and reports two that get the same name.
struct NameScope {
    /// A text of the document that needs a name.
    struct Entry {
        var text: String
        var location: SourceLocation
        /// The text for diagnostics, where it differs.
        var label: String?

        fileprivate var shown: String {
            label ?? (text.isEmpty ? "\"\"" : text)
        }
    }

    /// The kind of the entries, for messages and for the remedy when two get one name.
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

        /// The remedy; names in requests and responses cannot be changed, only left out.
        var remedy: String {
            switch self {
            case .schemas: "rename one of them, and the references to it"
            case .properties, .parameters, .headers: "leave one of them out with an overlay"
            case .variables: "rename one of them with an overlay"
            case .values: "leave one of them out with an overlay: it is then read as `unrecognized`"
            case .operations: "give one of them an operationId of its own with an overlay"
            }
        }
    }

    /// Names all entries, in their order.
    ///
    /// Entries that collide are spelled out, then keep the document's spelling, else are errors with both locations.
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
                notes: [Diagnostic.Note("`\(entries[earlier].shown)` is here", at: entries[earlier].location)])
        }
        return names
    }

    private static func unreserved(_ identifier: Identifier, _ reserved: Set<String>) -> Identifier {
        reserved.contains(identifier.name) ? Identifier(checked: identifier.name + "Value") : identifier
    }

    /// Respells names that occur more than once.
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
