import SpecDiagnostics
import SpecTree

// `anyOf` and `oneOf` that hold nothing but `required`: the sets of properties that are enough.
extension SchemaComparison {
    /// Reports the sets as one change; false where the alternatives hold more.
    mutating func compareRequiredAlternatives() -> Bool {
        let was = RequiredAlternatives(base)
        let now = RequiredAlternatives(revision)
        guard was != nil || now != nil, was != nil || base.alternatives.isEmpty,
            now != nil || revision.alternatives.isEmpty
        else { return false }
        let field = NamedPair(
            name: now?.name ?? was?.name ?? "", base: was.flatMap { base[$0.name] },
            revision: now.flatMap { revision[$0.name] })
        for name in ["oneOf", "anyOf"] { _ = take(name) }
        compareProse(ofElements: field)
        guard let difference = RequiredAlternatives.difference(was, now) else {
            if was?.count != now?.count { compareOtherFields(base, revision, except: names(except: [field.name])) }
            return true
        }
        let message =
            now.map { "\(subject.text) has to have \($0.text)" }
            ?? "\(subject.text) need not have \(was?.text ?? "") any more"
        report(difference, field, message, was: was?.text, now: now?.text)
        return true
    }

    private mutating func compareProse(ofElements field: NamedPair) {
        guard let was = field.base?.elements, let now = field.revision?.elements, was.count == now.count else { return }
        for (position, elements) in zip(was, now).enumerated() {
            let subject = part("\(field.name)[\(position)]", elements.0, elements.1)
            for name in SchemaFields.prose.sorted() {
                addProse(TextPair(field: name, base: elements.0, revision: elements.1, subject: subject.text))
            }
        }
    }
}

private struct RequiredAlternatives {
    let name: String
    private let ways: [Set<String>]
    private let names: [[String]]

    /// Nil when the schema's alternatives hold anything but `required`.
    init?(_ schema: DocumentNode) {
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

    /// Whether a value that satisfies the other ways satisfies these.
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

extension DocumentNode {
    fileprivate var isOnlyRequired: Bool {
        hasOnly { $0.name == "required" || ($0.name == "type" && $0.value.string == "object") }
    }
}
