import SpecDiagnostics
import SpecTree

// `anyOf` and `oneOf` of nothing but `required`: the sets of properties that are enough.
extension Walk {
    /// Reports the sets as one change; false where the alternatives say more.
    mutating func compareRequiredAlternatives(_ pair: inout SchemaPair) -> Bool {
        let was = RequiredAlternatives(pair.base)
        let now = RequiredAlternatives(pair.revision)
        guard was != nil || now != nil, was != nil || pair.base.alternatives.isEmpty,
            now != nil || pair.revision.alternatives.isEmpty
        else { return false }
        let field = FieldPair(
            name: now?.name ?? was?.name ?? "", was: was.flatMap { pair.base[$0.name] },
            now: now.flatMap { pair.revision[$0.name] })
        for name in ["oneOf", "anyOf"] { _ = pair.take(name) }
        compareBranches(field, pair)
        guard let difference = RequiredAlternatives.difference(was, now) else {
            if was?.count != now?.count {
                compareOtherFields(
                    pair.base, pair.revision, except: pair.names(besides: [field.name]), pair.use, pair.subject)
            }
            return true
        }
        let message =
            now.map { "\(pair.subject.text) has to have \($0.text)" }
            ?? "\(pair.subject.text) need not have \(was?.text ?? "") any more"
        report(difference, pair, field, message, was: was?.text, now: now?.text)
        return true
    }

    /// What else stands in the branches: prose.
    private mutating func compareBranches(_ field: FieldPair, _ pair: SchemaPair) {
        guard let was = field.was, let now = field.now, was.elements.count == now.elements.count else { return }
        for (position, branches) in zip(was.elements, now.elements).enumerated() {
            let subject = pair.part("\(field.name)[\(position)]", branches.0, branches.1)
            for name in SchemaFields.prose { prose(name, branches.0, branches.1, of: subject.text) }
        }
    }
}

private struct RequiredAlternatives {
    let name: String
    private let ways: [Set<String>]
    private let names: [[String]]

    /// Nil when the schema's alternatives say anything but `required`.
    init?(_ schema: Spot) {
        guard schema["oneOf"] == nil || schema["anyOf"] == nil, !schema.alternatives.isEmpty else { return nil }
        name = schema["oneOf"] == nil ? "anyOf" : "oneOf"
        var names: [[String]] = []
        for alternative in schema.alternatives {
            let required = RequiredNames(alternative["required"])
            guard required.isReadable, !required.names.isEmpty, alternative.isOnlyRequired else { return nil }
            names.append(required.names)
        }
        self.names = names
        ways = names.map { Set($0) }
    }

    var count: Int { ways.count }

    /// "`a` and `b`, or `c`".
    var text: String {
        let texts = names.map { $0.map { "`\($0)`" }.joined(separator: " and ") }
        let or = names.contains { $0.count > 1 } ? ", or " : " or "
        return (name == "oneOf" ? "exactly one of: " : "") + texts.joined(separator: or)
    }

    /// Whether whatever satisfies the other ways satisfies these.
    private func allows(_ other: Self) -> Bool {
        other.ways.allSatisfy { way in ways.contains { $0.isSubset(of: way) } }
    }

    static func difference(_ was: Self?, _ now: Self?) -> SchemaDifference? {
        guard let was else { return now == nil ? nil : .alternativesNarrowed }
        guard let now else { return .alternativesWidened }
        guard was.name == now.name else { return .alternativesChanged }
        guard Set(was.ways) != Set(now.ways) else {
            // Of two equal ways of a `oneOf`, neither is the only one.
            return was.name == "oneOf" && was.count != now.count ? .alternativesChanged : nil
        }
        guard was.name == "anyOf" else { return .alternativesChanged }
        return now.allows(was) ? .alternativesWidened : was.allows(now) ? .alternativesNarrowed : .alternativesChanged
    }
}

extension Spot {
    fileprivate var isOnlyRequired: Bool {
        (node.members ?? []).allSatisfy { member in
            member.name == "required" || SchemaFields.prose.contains(member.name)
                || (member.name == "type" && member.value.string == "object")
        }
    }
}
