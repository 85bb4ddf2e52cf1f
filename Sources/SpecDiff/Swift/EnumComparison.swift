import ClientGenerator

/// Compares the cases of two enums: open enumerations, alternatives, documented answers.
struct EnumComparison {
    private let pair: ComparedSides.TypePair
    private let sides: DeclarationSides

    init(_ pair: ComparedSides.TypePair, _ sides: DeclarationSides) {
        self.pair = pair
        self.sides = sides
    }

    private var base: Declaration { pair.base.declaration }
    private var revision: Declaration { pair.revision.declaration }

    func report(to found: inout ComparedSides) {
        guard base.type == revision.type else {
            found.report(
                .breaking, pair.base.path, base, revision,
                "its raw values are `\(revision.typeText)` now: code that uses them, or its cases, no longer compiles"
            )
            return
        }
        let names = NamePairs(cases(base), cases(revision), by: \.name)
        let values = NamePairs(
            names.gone, by: { identity($0, sides.baseNames, pair.base.path) },
            names.added, by: { identity($0, sides.revisionNames, pair.revision.path) })
        for value in values.gone { reportGone(value, &found) }
        for renamed in values.pairs {
            found.report(
                .breaking, name(renamed.base), renamed.base, renamed.revision,
                "`\(renamed.base.name)` is now `\(renamed.revision.name)`: code has to use the new name")
        }
        for value in values.added { reportAdded(value, &found) }
        for same in names.pairs { compare(same.base, same.revision, &found) }
    }

    private func cases(_ declaration: Declaration) -> [Declaration] {
        declaration.members.filter { $0.kind == .enumCase }
    }

    /// What a case stands for, whatever it is called.
    private func identity(_ value: Declaration, _ names: TypeNames, _ scope: String) -> String {
        if let wire = value.wire { return wire }
        guard base.kind == .union, let type = value.parameters.first?.type else { return value.name }
        return names.expanded(type, in: scope).description
    }

    private func name(_ value: Declaration) -> String {
        "\(pair.base.path).\(value.name)"
    }

    private func reportGone(_ value: Declaration, _ found: inout ComparedSides) {
        let read = value.wire.map { ", and the value is read as `.unrecognized(\(literal($0)))`" } ?? ""
        found.report(
            .breaking, name(value), value, nil, "the case is gone: code that names it no longer compiles\(read)",
            about: .values)
        value.parameters.forEach { found.explain(base: $0.type, in: pair.base.path, in: nil) }
    }

    private func reportAdded(_ value: Declaration, _ found: inout ComparedSides) {
        let switches =
            sides.enumsAreOpen
            ? "switches that list every case compile with a warning"
            : "switches that list every case no longer compile"
        found.report(
            sides.enumsAreOpen ? .warning : .breaking, "\(pair.revision.path).\(value.name)", nil, value,
            "the case is new: \(switches), and \(soFar(value))", about: .values)
        value.parameters.forEach { found.explain(in: nil, revision: $0.type, in: pair.revision.path) }
    }

    /// What such a value was read as.
    private func soFar(_ value: Declaration) -> String {
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

    private func compare(_ was: Declaration, _ now: Declaration, _ found: inout ComparedSides) {
        if let first = was.wire, let second = now.wire, first != second {
            found.report(
                .warning, name(was), was, now,
                "code compiles, and the case is \(literal(second)) now, no longer \(literal(first))")
        }
        if !carriesTheSame(was, now) {
            found.report(
                .breaking, name(was), was, now,
                "the case carries other values: code that makes or matches it no longer compiles")
            was.parameters.forEach { found.explain(base: $0.type, in: pair.base.path, in: nil) }
            now.parameters.forEach { found.explain(in: nil, revision: $0.type, in: pair.revision.path) }
        }
        if was.isDeprecated != now.isDeprecated {
            found.report(
                now.isDeprecated ? .warning : .info, name(was), was, now,
                now.isDeprecated
                    ? "the case is deprecated: code that makes it compiles with a warning"
                    : "the case is no longer deprecated")
        }
    }

    private func carriesTheSame(_ was: Declaration, _ now: Declaration) -> Bool {
        guard was.parameters.map(\.label) == now.parameters.map(\.label) else { return false }
        return zip(was.parameters, now.parameters).allSatisfy { first, second in
            if case .same = sides.difference(first.type, in: pair.base.path, second.type, in: pair.revision.path) {
                return true
            }
            return false
        }
    }
}
