import ClientGenerator
import SpecDiagnostics

/// Compares the methods of one operation.
struct OperationComparison {
    private let base: Declaration
    private let revision: Declaration
    private var found: DeclarationFindings

    static func findings(
        _ base: Declaration, _ revision: Declaration, _ sides: DeclarationSides
    ) -> DeclarationFindings {
        var comparison = OperationComparison(
            base: base, revision: revision, found: DeclarationFindings(sides, owner: (base, revision)))
        comparison.compare()
        return comparison.found
    }

    private var sides: DeclarationSides { found.sides }
    private var name: String { sides.types.base.qualified(base) }
    private var protocolName: String { sides.types.revision.protocolName }

    private mutating func compare() {
        reportRename()
        reportEffect()
        reportSecurity()
        reportServer()
        found.reportDeprecation(
            name, base, revision,
            (
                "the method is deprecated: calls compile with a warning",
                "the method is no longer deprecated: calls no longer warn"
            ), about: .deprecation)
        reportResult()
        reportParameters()
    }

    private mutating func add(
        _ level: ChangeLevel, _ effect: String, at locations: (SourceLocation?, SourceLocation?)? = nil,
        about concern: Concern? = nil
    ) {
        found.report(level, name, base, revision, effect, at: locations, about: concern)
    }

    private mutating func reportRename() {
        if base.name != revision.name {
            let namespaces = (sides.types.base.namespace(of: base), sides.types.revision.namespace(of: revision))
            var effect = "`\(base.name)` is now `\(revision.name)`: calls have to use the new name"
            if let first = namespaces.0, let second = namespaces.1, first.path != second.path {
                effect += ", and what names `\(first.path)` has to use `\(second.path)`"
            }
            add(.breaking, effect, about: .name)
        } else if let was = base.wire, let now = revision.wire, was != now {
            add(.warning, "calls compile, and send `\(now)`, no longer `\(was)`")
        }
    }

    // MARK: Changes that the compiler does not see

    private mutating func reportEffect() {
        if let was = base.effect, let now = revision.effect, was != now {
            add(
                .warning, "calls compile, and the effect is `\(now)`, no longer `\(was)`\(repeating(was, now))",
                about: .effect)
        }
    }

    private mutating func reportSecurity() {
        if let was = base.security, let now = revision.security, was != now {
            add(
                .warning,
                "calls compile, and ask the signer for \(Self.requirement(now)), no longer \(Self.requirement(was))",
                at: (base.securityLocation, revision.securityLocation), about: .security)
        }
    }

    private mutating func reportServer() {
        guard base.server != revision.server else { return }
        let targets = [revision.server, base.server].map { path in
            path.map { "`\($0)` at the client's host" } ?? "the path of the client's server"
        }
        add(.warning, "calls compile, and go to \(targets[0]), no longer to \(targets[1])", about: .server)
    }

    private func repeating(_ was: String, _ now: String) -> String {
        if now == "read" { return ": a call that fails is repeated by itself" }
        return was == "read"
            ? ": a call is never repeated by itself, and one without an answer throws `outcomeUnknown`" : ""
    }

    private static func requirement(_ text: String) -> String {
        text.isEmpty ? "nothing" : "`\(text)`"
    }

    // MARK: The result

    private mutating func reportResult() {
        let difference = found.difference(base.type, revision.type)
        guard difference != .same else { return }
        let component = found.nullableComponents(base.type, revision.type)
        add(.breaking, resultEffect(difference), at: component ?? resultPlaces, about: difference.concern)
        found.explain(base.type, revision.type)
    }

    private func resultEffect(_ difference: TypeDifference) -> String {
        guard let was = base.type else {
            return
                "the method returns `\(revision.typeText)` now: calls that ignore it compile with a warning, and code "
                + "that returns it as nothing no longer compiles"
        }
        guard let now = revision.type else {
            return "the method returns nothing now: code that uses its `\(was)` no longer compiles"
        }
        switch difference {
        case .optionalNow: return "the method returns an optional now: code that uses the `\(was)` has to unwrap it"
        case .optionalNoLonger:
            return "the method returns no optional any more: code that unwraps it no longer compiles"
        case .same, .other: return "the method returns `\(now)` now: code that uses it as `\(was)` no longer compiles"
        }
    }

    /// A status of success that only one side documents, else the type of the result.
    private var resultPlaces: (SourceLocation?, SourceLocation?) {
        let gone = base.answers.first { answer in !revision.answers.contains { $0.status == answer.status } }
        let added = revision.answers.first { answer in !base.answers.contains { $0.status == answer.status } }
        return (
            gone?.location ?? base.typeLocation ?? base.location,
            added?.location ?? revision.typeLocation ?? revision.location
        )
    }

    // MARK: Parameters

    private mutating func reportParameters() {
        let names = NamePairs(base.parameters, revision.parameters, by: \.label)
        let wires = NamePairs(names.gone, names.added, by: { $0.wire ?? $0.label })
        for parameter in wires.gone { reportGone(parameter) }
        for pair in wires.pairs {
            add(
                .breaking,
                "the label `\(pair.base.label)` is now `\(pair.revision.label)`: calls have to use the new one",
                at: (pair.base.location, pair.revision.location))
        }
        for parameter in wires.added { reportAdded(parameter) }
        for pair in names.pairs { reportPlace(pair.base, pair.revision) }
        for pair in names.pairs + wires.pairs { reportType(pair.base, pair.revision) }
        reportOrder(names.pairs)
    }

    private mutating func reportGone(_ parameter: Declaration.Parameter) {
        add(
            .breaking, "the parameter `\(parameter.label)` is gone: calls that give it no longer compile",
            at: (parameter.location, nil))
        found.explain(parameter.type, nil)
    }

    /// Variables of a path are known by number, and their order is compared with that of the arguments.
    private mutating func reportPlace(
        _ was: Declaration.Parameter, _ now: Declaration.Parameter
    ) {
        guard let old = was.wire, let new = now.wire, old != new, !(old.hasPrefix("path ") && new.hasPrefix("path "))
        else { return }
        add(
            .warning, "calls compile, and the parameter `\(was.label)` is sent as `\(new)`, no longer as `\(old)`",
            at: (was.location, now.location))
    }

    private mutating func reportAdded(_ parameter: Declaration.Parameter) {
        found.explain(nil, parameter.type)
        let places: (SourceLocation?, SourceLocation?) = (nil, parameter.location)
        guard parameter.defaultValue != nil else {
            add(.breaking, "the parameter `\(parameter.label)` is new: calls have to give it", at: places)
            return
        }
        add(
            .warning,
            "the parameter `\(parameter.label)` is new: calls of the client may leave it out, calls through "
                + "`\(protocolName)` and conformances of your own have to name it", at: places)
    }

    private mutating func reportType(
        _ was: Declaration.Parameter, _ now: Declaration.Parameter
    ) {
        let places: (SourceLocation?, SourceLocation?) =
            found.nullableComponents(was.type, now.type) ?? (was.location, now.location)
        switch found.difference(was.type, now.type) {
        case .same where was.hasDefault == now.hasDefault: break
        case .same where now.hasDefault:
            add(.info, "the parameter `\(was.label)` may be left out now", at: places, about: .presence)
        case .optionalNow where now.hasDefault || !was.hasDefault:
            add(
                .warning,
                "the parameter `\(was.label)` takes nil now: calls compile, but conformances of your own to "
                    + "`\(protocolName)` have to follow", at: places, about: .presence)
        case .same, .optionalNow, .optionalNoLonger:
            let calls = was.type == now.type ? "calls without it" : "calls without it, or with an optional,"
            add(
                .breaking, "the parameter `\(was.label)` has to be given: \(calls) no longer compile", at: places,
                about: .presence)
        case .other: reportOtherType(was, now)
        }
    }

    private mutating func reportOtherType(
        _ was: Declaration.Parameter, _ now: Declaration.Parameter
    ) {
        add(
            .breaking,
            "the parameter `\(was.label)` is of type `\(now.type)` now: calls that give `\(was.type)` no longer compile",
            at: (was.location, now.location))
        found.explain(was.type, now.type)
    }

    private mutating func reportOrder(
        _ pairs: [(base: Declaration.Parameter, revision: Declaration.Parameter)]
    ) {
        let labels = Set(pairs.map(\.base.label))
        let now = revision.parameters.map(\.label).filter(labels.contains)
        guard pairs.map(\.base.label) != now else { return }
        add(.breaking, "the arguments have another order: \(now.map { "`\($0)`" }.joined(separator: ", "))")
    }
}
