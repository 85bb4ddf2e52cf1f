import ClientGenerator
import SpecDiagnostics

/// Compares the properties of two structs, and the initializers that take them.
struct StructureComparison {
    let pair: TypePair
    private(set) var found: DeclarationFindings
    private let names: NamePairs<Declaration>
    private let wires: NamePairs<Declaration>

    static func findings(_ pair: TypePair, _ sides: DeclarationSides) -> DeclarationFindings {
        var comparison = StructureComparison(pair, sides)
        comparison.compare()
        return comparison.found
    }

    private init(_ pair: TypePair, _ sides: DeclarationSides) {
        self.pair = pair
        found = DeclarationFindings(sides, pair)
        names = NamePairs(
            pair.base.declaration.properties, pair.revision.declaration.properties, by: \.name)
        wires = NamePairs(names.gone, names.added, by: { $0.wire ?? $0.name })
    }

    private mutating func compare() {
        let initializers = InitializerComparison(self)
        for property in wires.gone { reportGone(property) }
        for renamed in wires.pairs { reportRenamed(renamed.base, renamed.revision) }
        for property in wires.added {
            reportAdded(property, isNeeded: initializers.newlyNeeded.contains(property.name))
        }
        for same in names.pairs + wires.pairs { compare(same.base, same.revision) }
        initializers.report(to: &found)
    }

    /// Labels of initializers whose changes are those of their properties.
    var explainedLabels: (base: Set<String>, revision: Set<String>) {
        let changed = names.pairs.filter { found.difference($0.base.type, $0.revision.type) != .same }
        let base = wires.gone.map(\.name) + wires.pairs.map(\.base.name) + changed.map(\.base.name)
        let revision = wires.pairs.map(\.revision.name) + changed.map(\.revision.name)
        return (Set(base), Set(revision))
    }

    var addedNames: Set<String> { Set(wires.added.map(\.name)) }

    private func name(_ property: Declaration) -> String { "\(pair.base.path).\(property.name)" }

    private mutating func reportGone(_ property: Declaration) {
        found.report(
            .breaking, name(property), property, nil,
            "the property is gone: code that reads it, sets it or passes it to an initializer no longer compiles")
        found.explain(property.type, nil)
    }

    private mutating func reportRenamed(_ was: Declaration, _ now: Declaration) {
        found.report(
            .breaking, name(was), was, now,
            "`\(was.name)` is now `\(now.name)`: code that reads it, sets it or passes it to an initializer has to use the new name"
        )
    }

    private mutating func reportAdded(_ property: Declaration, isNeeded: Bool) {
        found.report(
            isNeeded ? .breaking : .info, "\(pair.revision.path).\(property.name)", nil, property,
            isNeeded
                ? "the property is new and required: initializers need it, so code that makes a value no longer compiles"
                : "the property is new: initializers take it, and may leave it out")
        found.explain(nil, property.type)
    }

    private mutating func compare(_ was: Declaration, _ now: Declaration) {
        let difference = found.difference(was.type, now.type)
        if let effect = effect(of: difference, was, now) {
            found.report(
                .breaking, name(was), was, now, effect,
                at: found.nullableComponents(was.type, now.type), about: difference.concern)
            found.explain(was.type, now.type)
        }
        if let first = was.wire, let second = now.wire, first != second {
            found.report(
                .warning, name(was), was, now,
                "code compiles, and the property is `\(second)` on the wire, no longer `\(first)`")
        }
        if was.isSensitive != now.isSensitive {
            found.report(
                .warning, name(was), was, now,
                now.isSensitive
                    ? "code compiles, and printing masks the value"
                    : "code compiles, and printing shows the value, which was masked", about: .secrecy)
        }
    }

    private func effect(of difference: TypeDifference, _ was: Declaration, _ now: Declaration) -> String? {
        switch difference {
        case .same: nil
        case .optionalNow: "code that reads it gets an optional, and has to unwrap it; initializers take it as before"
        case .optionalNoLonger:
            "code that reads it gets no optional, and no longer compiles where it unwraps one; initializers need a value"
        case .other: "code that reads it, sets it or passes it to an initializer has to use `\(now.typeText)`"
        }
    }
}

extension Declaration {
    var properties: [Declaration] { members.filter { $0.kind == .property } }
    var initializers: [Declaration] { members.filter { $0.kind == .initializer } }
}
