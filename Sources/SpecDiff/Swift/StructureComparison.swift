import ClientGenerator
import SpecDiagnostics

/// Compares the properties of two structs, and through them what their initializers take.
struct StructureComparison {
    let pair: ComparedSides.TypePair
    let sides: DeclarationSides
    private let names: NamePairs<Declaration>
    private let wires: NamePairs<Declaration>

    init(_ pair: ComparedSides.TypePair, _ sides: DeclarationSides) {
        self.pair = pair
        self.sides = sides
        names = NamePairs(
            pair.base.declaration.properties, pair.revision.declaration.properties, by: \.name)
        wires = NamePairs(names.gone, names.added, by: { $0.wire ?? $0.name })
    }

    func report(to found: inout ComparedSides) {
        var initializers = InitializerComparison(self)
        for property in wires.gone { reportGone(property, &found) }
        for renamed in wires.pairs { reportRenamed(renamed.base, renamed.revision, &found) }
        for property in wires.added {
            reportAdded(property, isNeeded: initializers.newlyNeeded.contains(property.name), &found)
        }
        for same in names.pairs + wires.pairs { compare(same.base, same.revision, &found) }
        initializers.report(to: &found)
    }

    /// Labels of initializers that say no more than what is said of their properties.
    var explainedLabels: (base: Set<String>, revision: Set<String>) {
        let changed = names.pairs.filter { differs($0.base, $0.revision) }
        let base = wires.gone.map(\.name) + wires.pairs.map(\.base.name) + changed.map(\.base.name)
        let revision = wires.pairs.map(\.revision.name) + changed.map(\.revision.name)
        return (Set(base), Set(revision))
    }

    var addedNames: Set<String> { Set(wires.added.map(\.name)) }

    private func differs(_ was: Declaration, _ now: Declaration) -> Bool {
        if case .same = difference(was, now) { return false }
        return true
    }

    private func difference(_ was: Declaration, _ now: Declaration) -> TypeDifference {
        sides.difference(was.type, in: pair.base.path, now.type, in: pair.revision.path)
    }

    private func name(_ property: Declaration) -> String { "\(pair.base.path).\(property.name)" }

    private func reportGone(_ property: Declaration, _ found: inout ComparedSides) {
        found.report(
            .breaking, name(property), property, nil,
            "the property is gone: code that reads it, sets it or passes it to an initializer no longer compiles")
        found.explain(base: property.type, in: pair.base.path, in: nil)
    }

    private func reportRenamed(_ was: Declaration, _ now: Declaration, _ found: inout ComparedSides) {
        found.report(
            .breaking, name(was), was, now,
            "`\(was.name)` is now `\(now.name)`: code that reads it, sets it or passes it to an initializer has to use the new name"
        )
    }

    private func reportAdded(_ property: Declaration, isNeeded: Bool, _ found: inout ComparedSides) {
        found.report(
            isNeeded ? .breaking : .info, "\(pair.revision.path).\(property.name)", nil, property,
            isNeeded
                ? "the property is new and required: initializers need it, so code that makes a value no longer compiles"
                : "the property is new: initializers take it, and may leave it out")
        found.explain(in: nil, revision: property.type, in: pair.revision.path)
    }

    private func compare(_ was: Declaration, _ now: Declaration, _ found: inout ComparedSides) {
        let difference = difference(was, now)
        if let effect = effect(of: difference, was, now) {
            found.report(
                .breaking, name(was), was, now, effect,
                at: sides.nullableComponents(was.type, in: pair.base.path, now.type, in: pair.revision.path)
                    ?? (was.location, now.location),
                about: difference.concern)
            found.explain(base: was.type, in: pair.base.path, revision: now.type, in: pair.revision.path)
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
