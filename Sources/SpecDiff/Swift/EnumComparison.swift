import ClientGenerator

/// Compares the cases of two enums: open enumerations, alternatives, documented answers.
struct EnumComparison {
    private let pair: TypePair
    private var found: DeclarationFindings

    static func findings(_ pair: TypePair, _ sides: DeclarationSides) -> DeclarationFindings {
        var comparison = EnumComparison(pair: pair, found: DeclarationFindings(sides, pair))
        comparison.compare()
        return comparison.found
    }

    private var sides: DeclarationSides { found.sides }
    private var base: Declaration { pair.base.declaration }
    private var revision: Declaration { pair.revision.declaration }

    private mutating func compare() {
        guard base.type == revision.type else {
            return found.report(
                .breaking, pair.base.path, base, revision,
                "its raw values are `\(revision.typeText)` now: code that uses them, or its cases, no longer compiles")
        }
        let names = NamePairs(cases(base), cases(revision), by: \.name)
        let identities = (
            base: names.gone.map { identity($0, sides.baseNames, pair.base.path) },
            revision: names.added.map { identity($0, sides.revisionNames, pair.revision.path) }
        )
        let values = NamePairs(names.gone, names.added, keys: [identities])
        for value in values.gone { reportGone(value) }
        for (was, now) in values.pairs { found.reportRename(name(was), was, now) }
        for value in values.added { reportAdded(value) }
        for same in names.pairs { compare(same.base, same.revision) }
    }

    private func cases(_ declaration: Declaration) -> [Declaration] {
        declaration.members.filter { $0.kind == .enumCase }
    }

    /// The identity of a case apart from its name.
    private func identity(_ value: Declaration, _ names: TypeNames, _ scope: String) -> String {
        if let wire = value.wire { return wire }
        guard base.kind == .union, let type = value.parameters.first?.type else { return value.name }
        return names.expanded(type, in: scope).description
    }

    private func name(_ value: Declaration) -> String {
        "\(pair.base.path).\(value.name)"
    }

    private mutating func reportGone(_ value: Declaration) {
        let read = value.wire.map { ", and the value is read as `.unrecognized(\(literal($0)))`" } ?? ""
        found.report(
            .breaking, name(value), value, nil, "the case is gone: code that names it no longer compiles\(read)",
            about: .values)
        for parameter in value.parameters { found.explain(parameter.type, nil) }
    }

    private mutating func reportAdded(_ value: Declaration) {
        let switches =
            sides.enumsAreOpen
            ? "switches that list every case compile with a warning"
            : "switches that list every case no longer compile"
        found.report(
            sides.enumsAreOpen ? .warning : .breaking, "\(pair.revision.path).\(value.name)", nil, value,
            "the case is new: \(switches), and \(formerMatch(of: value))", about: .values)
        for parameter in value.parameters { found.explain(nil, parameter.type) }
    }

    /// The match of a new case's values so far.
    private func formerMatch(of value: Declaration) -> String {
        if let wire = value.wire, let known = cases(base).first(where: { $0.wire == wire }) {
            return "`.\(known.name)` no longer matches \(literal(wire))"
        }
        return switch base.kind {
        case .enumeration: "`.unrecognized(\(literal(value.wire ?? value.name)))` no longer matches it"
        case .failure: "`.undocumented` no longer matches such an answer"
        case .output: "such an answer is no longer thrown as an error"
        default: "`.unrecognized` no longer matches such a value"
        }
    }

    private func literal(_ text: String) -> String {
        base.type == .int ? text : "\"\(text)\""
    }

    private mutating func compare(_ was: Declaration, _ now: Declaration) {
        if let first = was.wire, let second = now.wire, first != second {
            found.report(
                .warning, name(was), was, now,
                "code compiles, and the case is \(literal(second)) now, no longer \(literal(first))")
        }
        let carriesTheSame =
            was.parameters.map(\.label) == now.parameters.map(\.label)
            && zip(was.parameters, now.parameters).allSatisfy { found.difference($0.type, $1.type) == .same }
        if !carriesTheSame {
            found.report(
                .breaking, name(was), was, now,
                "the case carries other values: code that makes or matches it no longer compiles")
            for parameter in was.parameters { found.explain(parameter.type, nil) }
            for parameter in now.parameters { found.explain(nil, parameter.type) }
        }
        found.reportDeprecation(
            name(was), was, now,
            ("the case is deprecated: code that makes it compiles with a warning", "the case is no longer deprecated"))
    }
}
