import ClientGenerator

/// Compares the initializers of two structs, except for changes that their properties explain.
struct InitializerComparison {
    typealias Parameter = Declaration.Parameter

    /// A reason why calls of an initializer of the base do not fit one of the revision.
    private enum Obstacle {
        /// A new property has no default.
        case newProperty(Parameter)
        /// A parameter that had a default has to be given.
        case isNeeded(Parameter, was: Parameter?)
        /// A parameter is gone.
        case isNotTaken(Parameter)
        case otherType(Parameter, was: Parameter)
        case otherOrder([String])
    }

    /// An initializer of the base, and the one of the revision that calls of it fit best.
    private struct Match {
        var base: Declaration
        var revision: Declaration
        var obstacles: [Obstacle]
        /// Whether parameters without a property of their own are the same.
        var isSame: Bool
    }

    private let pair: TypePair
    private let difference: (SwiftType?, SwiftType?) -> TypeDifference
    private let explained: (base: Set<String>, revision: Set<String>)
    private let added: Set<String>
    private var matches: [Match] = []

    init(_ structure: StructureComparison) {
        pair = structure.pair
        difference = structure.found.difference
        explained = structure.explainedLabels
        added = structure.addedNames
        matches = pair.base.declaration.initializers.compactMap(bestMatch)
    }

    /// New properties that a call has to give.
    var newlyNeeded: Set<String> {
        Set(
            matches.flatMap(\.obstacles).compactMap { obstacle in
                if case .newProperty(let parameter) = obstacle { parameter.label } else { nil }
            })
    }

    private func bestMatch(_ initializer: Declaration) -> Match? {
        let candidates = pair.revision.declaration.initializers.map { match(initializer, $0) }
        return candidates.enumerated().min {
            ($0.element.obstacles.count, $0.offset) < ($1.element.obstacles.count, $1.offset)
        }?.element
    }

    private func match(_ base: Declaration, _ revision: Declaration) -> Match {
        let old = base.parameters.filter { !explained.base.contains($0.label) }
        let new = revision.parameters.filter { !explained.revision.contains($0.label) }
        let labels = NamePairs(old, new, by: \.label)
        let obstacles =
            numberObstacles(labels) + labels.pairs.compactMap(typeObstacle) + orderObstacles(labels, new.map(\.label))
        let hasOwn = !labels.gone.isEmpty || labels.added.contains { !added.contains($0.label) }
        let isSame = !hasOwn && labels.pairs.allSatisfy { $0.hasDefault == $1.hasDefault }
        return Match(base: base, revision: revision, obstacles: obstacles, isSame: isSame && obstacles.isEmpty)
    }

    private func numberObstacles(_ labels: NamePairs<Parameter>) -> [Obstacle] {
        let needed = labels.added.filter { !$0.hasDefault }
        return labels.gone.map { .isNotTaken($0) }
            + needed.map { added.contains($0.label) ? .newProperty($0) : .isNeeded($0, was: nil) }
    }

    private func typeObstacle(_ was: Parameter, _ now: Parameter) -> Obstacle? {
        switch difference(was.type, now.type) {
        case .same, .optionalNow: was.hasDefault && !now.hasDefault ? .isNeeded(now, was: was) : nil
        case .optionalNoLonger where was.hasDefault: .isNeeded(now, was: was)
        case .optionalNoLonger, .other: .otherType(now, was: was)
        }
    }

    private func orderObstacles(_ labels: NamePairs<Parameter>, _ now: [String]) -> [Obstacle] {
        let was = labels.pairs.map(\.base.label)
        let order = now.filter(Set(was).contains)
        return was == order ? [] : [.otherOrder(order)]
    }

    // MARK: Reports

    func report(to found: inout DeclarationFindings) {
        for match in matches {
            let own = match.obstacles.filter { if case .newProperty = $0 { false } else { true } }
            for obstacle in own { report(obstacle, of: match, &found) }
            if own.isEmpty, !match.isSame, match.obstacles.isEmpty {
                found.report(
                    .info, name(match.base), match.base, match.revision,
                    "the initializer asks for less: calls of it compile")
            }
        }
        let used = Set(matches.map(\.revision.fullName))
        for initializer in pair.revision.declaration.initializers where !used.contains(initializer.fullName) {
            found.report(
                .info, "\(pair.revision.path).\(initializer.fullName)", nil, initializer, "the initializer is new")
        }
    }

    private func name(_ initializer: Declaration) -> String { "\(pair.base.path).\(initializer.fullName)" }

    private func report(_ obstacle: Obstacle, of match: Match, _ found: inout DeclarationFindings) {
        let isOnly = pair.base.declaration.initializers.count == 1 && pair.revision.declaration.initializers.count == 1
        let places = (match.base.location, match.revision.location)
        func add(_ effect: String, _ was: Parameter?, _ now: Parameter?) {
            let own = isOnly ? (was?.location ?? places.0, now?.location ?? places.1) : places
            found.report(.breaking, name(match.base), match.base, match.revision, effect, at: own)
        }
        switch obstacle {
        case .newProperty: break
        case .isNeeded(let now, let was):
            add("initializers need `\(now.label)` now: calls without it no longer compile", was, now)
        case .isNotTaken(let was):
            add("the initializer does not take `\(was.label)` any more: calls that give it no longer compile", was, nil)
        case .otherType(let now, let was):
            add("the initializer takes `\(now.type)` for `\(now.label)` now, no longer `\(was.type)`", was, now)
        case .otherOrder(let labels):
            add("the arguments have another order: \(labels.map { "`\($0)`" }.joined(separator: ", "))", nil, nil)
        }
    }
}

extension Declaration.Parameter {
    var hasDefault: Bool { defaultValue != nil }
}
