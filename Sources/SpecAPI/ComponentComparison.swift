import SpecDiagnostics
package import SpecTree

/// Whether two descriptions say the same of the wire, prose aside.
///
/// Prose is `description`, `summary`, `title`, `example`, `examples` and `externalDocs` as *fields*; a property or a
/// header of such a name is compared like any other.
package enum ComponentComparison {
    enum Outcome {
        case equal
        /// Only prose differs; where it first does.
        case proseDiffers(ComponentDifference)
        case different(ComponentDifference)
    }

    /// What the member names of an object are.
    private enum Names {
        case fields
        /// Names chosen by the author, of objects with fields.
        case keys
        /// No names with a meaning: a default or an enumeration's value.
        case literal
    }

    private static let proseFields: Set<String> = [
        "description", "summary", "title", "example", "examples", "externalDocs",
    ]
    private static let mapFields: Set<String> = [
        "properties", "responses", "headers", "content", "encoding", "mapping", "variables", "scopes", "callbacks",
        "links",
    ]
    private static let literalFields: Set<String> = ["default", "enum"]

    /// Whether both say the same, but for their prose.
    package static func areSame(_ first: JSONNode, _ second: JSONNode) -> Bool {
        if case .different = compare(first, second) { false } else { true }
    }

    static func compare(_ first: JSONNode, _ second: JSONNode) -> Outcome {
        compare(first, second, .fields)
    }

    private static func compare(_ first: JSONNode, _ second: JSONNode, _ names: Names) -> Outcome {
        switch (first.content, second.content) {
        case (.null, .null): return .equal
        case (.boolean(let a), .boolean(let b)) where a == b: return .equal
        case (.number(let a), .number(let b)) where a == b: return .equal
        case (.string(let a), .string(let b)) where a == b: return .equal
        case (.array(let a), .array(let b)) where a.count == b.count:
            return firstDifference(zip(a, b).map { ($0, $1) }, names)
        case (.object(let a), .object(let b)):
            return compareMembers(a, at: first, b, at: second, names)
        default: return .different(ComponentDifference(first: first.location, second: second.location))
        }
    }

    private static func firstDifference(_ pairs: [(JSONNode, JSONNode)], _ names: Names) -> Outcome {
        var outcome = Outcome.equal
        for (first, second) in pairs {
            guard merge(compare(first, second, names), into: &outcome) else { return outcome }
        }
        return outcome
    }

    private static func compareMembers(
        _ first: [JSONMember], at firstNode: JSONNode, _ second: [JSONMember], at secondNode: JSONNode, _ names: Names
    ) -> Outcome {
        var outcome = Outcome.equal
        let seconds = Dictionary(second.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        let firsts = Set(first.map(\.name))
        for member in first {
            let isProse = isFields(names) && proseFields.contains(member.name)
            let found =
                seconds[member.name].map { compareMember(member, $0, names, isProse: isProse) }
                ?? Self.outcome(
                    ComponentDifference(first: member.location, second: secondNode.location, only: .first(member.name)),
                    isProse: isProse)
            guard merge(found, into: &outcome) else { return outcome }
        }
        for member in second where !firsts.contains(member.name) {
            let isProse = isFields(names) && proseFields.contains(member.name)
            let found = Self.outcome(
                ComponentDifference(first: firstNode.location, second: member.location, only: .second(member.name)),
                isProse: isProse)
            guard merge(found, into: &outcome) else { return outcome }
        }
        return outcome
    }

    private static func outcome(_ difference: ComponentDifference, isProse: Bool) -> Outcome {
        isProse ? .proseDiffers(difference) : .different(difference)
    }

    private static func compareMember(
        _ first: JSONMember, _ second: JSONMember, _ names: Names, isProse: Bool
    ) -> Outcome {
        if isProse {
            if case .equal = compare(first.value, second.value, .literal) { return .equal }
            return .proseDiffers(ComponentDifference(first: first.location, second: second.location))
        }
        if isFields(names), first.name == "required", let same = sameStrings(first.value, second.value) {
            return same ? .equal : .different(ComponentDifference(first: first.location, second: second.location))
        }
        return compare(first.value, second.value, inner(names, of: first.name))
    }

    private static func inner(_ names: Names, of name: String) -> Names {
        switch names {
        case .literal: .literal
        case .keys: .fields
        case .fields: mapFields.contains(name) ? .keys : literalFields.contains(name) ? .literal : .fields
        }
    }

    private static func isFields(_ names: Names) -> Bool {
        if case .fields = names { true } else { false }
    }

    /// The order of `required` says nothing.
    private static func sameStrings(_ first: JSONNode, _ second: JSONNode) -> Bool? {
        guard let firsts = strings(first), let seconds = strings(second) else { return nil }
        return Set(firsts) == Set(seconds)
    }

    private static func strings(_ node: JSONNode) -> [String]? {
        guard case .array(let elements) = node.content else { return nil }
        return elements.compactMap { if case .string(let text) = $0.content { text } else { nil } }
    }

    /// Keeps the graver outcome; false when nothing graver can come.
    private static func merge(_ found: Outcome, into outcome: inout Outcome) -> Bool {
        switch (outcome, found) {
        case (_, .different):
            outcome = found
            return false
        case (.equal, _): outcome = found
        default: break
        }
        return true
    }
}
