import SpecDiagnostics
package import SpecDocument
package import SpecTree

/// Compares two objects of a kind by their effect on requests and responses, ignoring prose.
///
/// Prose is a *field* of ``ObjectGrammar/proseFields``; a property or header of such a name is compared like any other.
package enum ComponentComparison {
    enum Outcome {
        case equal
        /// Only prose differs, first at this location.
        case proseDiffers(ComponentDifference)
        case different(ComponentDifference)
    }

    /// The role of an object's members.
    private enum Members {
        /// Fields of an object; nil for one that the specification does not define, such as an extension's.
        case fields(ObjectKind?)
        /// Objects under names that the document chooses.
        case entries(ObjectKind)
        /// Members of a value, such as a default.
        case literal
    }

    /// Returns whether both have the same effect, ignoring prose.
    package static func areSame(_ first: JSONNode, _ second: JSONNode, _ kind: ObjectKind) -> Bool {
        if case .different = compare(first, second, kind) { false } else { true }
    }

    static func compare(_ first: JSONNode, _ second: JSONNode, _ kind: ObjectKind) -> Outcome {
        compare(first, second, .fields(kind))
    }

    private static func compare(_ first: JSONNode, _ second: JSONNode, _ members: Members) -> Outcome {
        switch (first.content, second.content) {
        case (.null, .null): return .equal
        case (.boolean(let a), .boolean(let b)) where a == b: return .equal
        case (.number(let a), .number(let b)) where a == b: return .equal
        case (.string(let a), .string(let b)) where a == b: return .equal
        case (.array(let a), .array(let b)) where a.count == b.count:
            return firstDifference(zip(a, b).map { ($0, $1) }, members)
        case (.object(let a), .object(let b)):
            return compareMembers(a, at: first, b, at: second, members)
        default: return .different(ComponentDifference(first: first.location, second: second.location))
        }
    }

    private static func firstDifference(_ pairs: [(JSONNode, JSONNode)], _ members: Members) -> Outcome {
        var outcome = Outcome.equal
        for (first, second) in pairs {
            guard merge(compare(first, second, members), into: &outcome) else { return outcome }
        }
        return outcome
    }

    private static func compareMembers(
        _ first: [JSONMember], at firstNode: JSONNode, _ second: [JSONMember], at secondNode: JSONNode,
        _ members: Members
    ) -> Outcome {
        var outcome = Outcome.equal
        let seconds = Dictionary(second.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        let firsts = Set(first.map(\.name))
        for member in first {
            let isProse = isProse(member.name, members)
            let found =
                seconds[member.name].map { compareMember(member, $0, members, isProse: isProse) }
                ?? Self.outcome(
                    ComponentDifference(first: member.location, second: secondNode.location, only: .first(member.name)),
                    isProse: isProse)
            guard merge(found, into: &outcome) else { return outcome }
        }
        for member in second where !firsts.contains(member.name) {
            let isProse = isProse(member.name, members)
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
        _ first: JSONMember, _ second: JSONMember, _ members: Members, isProse: Bool
    ) -> Outcome {
        if isProse {
            if case .equal = compare(first.value, second.value, .literal) { return .equal }
            return .proseDiffers(ComponentDifference(first: first.location, second: second.location))
        }
        if case .fields = members, first.name == "required", let same = sameStrings(first.value, second.value) {
            return same ? .equal : .different(ComponentDifference(first: first.location, second: second.location))
        }
        return compare(first.value, second.value, inner(members, of: first.name))
    }

    private static func inner(_ members: Members, of name: String) -> Members {
        switch members {
        case .literal: return .literal
        case .entries(let kind): return .fields(kind)
        case .fields(let kind?):
            switch kind.grammar.content(of: name) {
            case .object(let inner), .list(let inner): return .fields(inner)
            case .map(let inner): return .entries(inner)
            case .value: return name.hasPrefix("x-") ? .fields(nil) : .literal
            }
        case .fields(nil): return .fields(nil)
        }
    }

    private static func isProse(_ name: String, _ members: Members) -> Bool {
        if case .fields = members { ObjectGrammar.proseFields.contains(name) } else { false }
    }

    /// Compares `required` without regard to its order.
    private static func sameStrings(_ first: JSONNode, _ second: JSONNode) -> Bool? {
        guard let firsts = strings(first), let seconds = strings(second) else { return nil }
        return Set(firsts) == Set(seconds)
    }

    private static func strings(_ node: JSONNode) -> [String]? {
        guard case .array(let elements) = node.content else { return nil }
        return elements.compactMap { if case .string(let text) = $0.content { text } else { nil } }
    }

    /// Keeps the graver outcome; false when nothing graver can follow.
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

/// The first difference between two pages.
struct ComponentDifference {
    /// A member that only one of them has.
    enum Member {
        case first(String)
        case second(String)
    }

    let first: SourceLocation
    let second: SourceLocation
    var only: Member?

    /// A note on the first page's value, for a diagnostic at the second.
    var note: Diagnostic.Note {
        switch only {
        case .first(let name)?: Diagnostic.Note("only the first page has `\(name)`", at: first)
        case .second(let name)?: Diagnostic.Note("the first page has no `\(name)` here", at: first)
        case nil: Diagnostic.Note("the first page has this", at: first)
        }
    }
}
