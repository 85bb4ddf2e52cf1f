import ClientGenerator
import SpecDiagnostics

/// Compares the methods of one operation.
struct OperationComparison {
    let base: Declaration
    let revision: Declaration
    let sides: DeclarationSides

    private var name: String { sides.baseName(of: base) }
    private var protocolName: String { sides.types.revision.protocolName }

    func report(to found: inout ComparedSides) {
        reportRename(&found)
        reportEffect(&found)
        reportSecurity(&found)
        reportServer(&found)
        reportDeprecation(&found)
        reportResult(&found)
        reportParameters(&found)
    }

    private func add(
        _ level: ChangeLevel, _ effect: String, at places: (SourceLocation?, SourceLocation?)? = nil,
        about concern: Concern? = nil, _ found: inout ComparedSides
    ) {
        found.report(
            level, name, base, revision, effect, at: places ?? (base.location, revision.location), about: concern)
    }

    private func reportRename(_ found: inout ComparedSides) {
        if base.name != revision.name {
            let namespaces = (sides.types.base.namespace(of: base), sides.types.revision.namespace(of: revision))
            var effect = "`\(base.name)` is now `\(revision.name)`: calls have to use the new name"
            if let first = namespaces.0, let second = namespaces.1, first.path != second.path {
                effect += ", and what names `\(first.path)` has to use `\(second.path)`"
            }
            add(.breaking, effect, about: .name, &found)
        } else if let was = base.wire, let now = revision.wire, was != now {
            add(.warning, "calls compile, and send `\(now)`, no longer `\(was)`", &found)
        }
    }

    // MARK: What the compiler does not see

    private func reportEffect(_ found: inout ComparedSides) {
        if let was = base.effect, let now = revision.effect, was != now {
            add(
                .warning, "calls compile, and the effect is `\(now)`, no longer `\(was)`\(repeating(was, now))",
                about: .effect, &found)
        }
    }

    private func reportSecurity(_ found: inout ComparedSides) {
        if let was = base.security, let now = revision.security, was != now {
            add(
                .warning,
                "calls compile, and ask the signer for \(Self.requirement(now)), no longer \(Self.requirement(was))",
                at: (base.securityLocation, revision.securityLocation), about: .security, &found)
        }
    }

    private func reportServer(_ found: inout ComparedSides) {
        guard base.server != revision.server else { return }
        let sides = [revision.server, base.server].map { path in
            path.map { "`\($0)` at the client's host" } ?? "the path of the client's server"
        }
        add(.warning, "calls compile, and go to \(sides[0]), no longer to \(sides[1])", about: .server, &found)
    }

    private func reportDeprecation(_ found: inout ComparedSides) {
        if base.isDeprecated != revision.isDeprecated {
            let effect = revision.isDeprecated ? "calls compile with a warning" : "calls no longer warn"
            add(
                revision.isDeprecated ? .warning : .info,
                "the method is \(revision.isDeprecated ? "" : "no longer ")deprecated: \(effect)", about: .deprecation,
                &found)
        }
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

    private func reportResult(_ found: inout ComparedSides) {
        let difference = sides.difference(base.type, in: nil, revision.type, in: nil)
        if case .same = difference { return }
        let component = sides.nullableComponents(base.type, in: nil, revision.type, in: nil)
        add(.breaking, resultEffect(difference), at: component ?? resultPlaces, about: difference.concern, &found)
        found.explain(base: base.type, in: nil, revision: revision.type, in: nil)
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

    /// A status of success that only one side documents is the reason, where there is one.
    private var resultPlaces: (SourceLocation?, SourceLocation?) {
        let gone = base.answers.first { answer in !revision.answers.contains { $0.status == answer.status } }
        let added = revision.answers.first { answer in !base.answers.contains { $0.status == answer.status } }
        return (
            gone?.location ?? base.typeLocation ?? base.location,
            added?.location ?? revision.typeLocation ?? revision.location
        )
    }

    // MARK: Parameters

    private func reportParameters(_ found: inout ComparedSides) {
        let names = NamePairs(base.parameters, revision.parameters, by: \.label)
        let wires = NamePairs(names.gone, names.added, by: { $0.wire ?? $0.label })
        for parameter in wires.gone { reportGone(parameter, &found) }
        for pair in wires.pairs {
            add(
                .breaking,
                "the label `\(pair.base.label)` is now `\(pair.revision.label)`: calls have to use the new one",
                at: (pair.base.location, pair.revision.location), &found)
        }
        for parameter in wires.added { reportAdded(parameter, &found) }
        for pair in names.pairs { reportPlace(pair.base, pair.revision, &found) }
        for pair in names.pairs + wires.pairs { reportType(pair.base, pair.revision, &found) }
        reportOrder(names.pairs, &found)
    }

    private func reportGone(_ parameter: Declaration.Parameter, _ found: inout ComparedSides) {
        add(
            .breaking, "the parameter `\(parameter.label)` is gone: calls that give it no longer compile",
            at: (parameter.location, nil), &found)
        found.explain(base: parameter.type, in: nil, in: nil)
    }

    /// The numbers of a path's variables are no names: their order is the arguments'.
    private func reportPlace(
        _ was: Declaration.Parameter, _ now: Declaration.Parameter, _ found: inout ComparedSides
    ) {
        guard let old = was.wire, let new = now.wire, old != new, !(old.hasPrefix("path ") && new.hasPrefix("path "))
        else { return }
        add(
            .warning, "calls compile, and the parameter `\(was.label)` is sent as `\(new)`, no longer as `\(old)`",
            at: (was.location, now.location), &found)
    }

    private func reportAdded(_ parameter: Declaration.Parameter, _ found: inout ComparedSides) {
        found.explain(in: nil, revision: parameter.type, in: nil)
        let places: (SourceLocation?, SourceLocation?) = (nil, parameter.location)
        guard parameter.defaultValue != nil else {
            add(.breaking, "the parameter `\(parameter.label)` is new: calls have to give it", at: places, &found)
            return
        }
        add(
            .warning,
            "the parameter `\(parameter.label)` is new: calls of the client may leave it out, calls through "
                + "`\(protocolName)` and conformances of one's own have to name it", at: places, &found)
    }

    private func reportType(
        _ was: Declaration.Parameter, _ now: Declaration.Parameter, _ found: inout ComparedSides
    ) {
        let places: (SourceLocation?, SourceLocation?) =
            sides.nullableComponents(was.type, in: nil, now.type, in: nil) ?? (was.location, now.location)
        switch sides.difference(was.type, in: nil, now.type, in: nil) {
        case .same where was.hasDefault == now.hasDefault: break
        case .same where now.hasDefault:
            add(.info, "the parameter `\(was.label)` may be left out now", at: places, about: .presence, &found)
        case .optionalNow where now.hasDefault || !was.hasDefault:
            add(
                .warning,
                "the parameter `\(was.label)` takes nil now: calls compile, a conformance of one's own to "
                    + "`\(protocolName)` has to follow", at: places, about: .presence, &found)
        case .same, .optionalNow, .optionalNoLonger:
            let calls = was.type == now.type ? "calls without it" : "calls without it, or with an optional,"
            add(
                .breaking, "the parameter `\(was.label)` has to be given: \(calls) no longer compile", at: places,
                about: .presence, &found)
        case .other: reportOtherType(was, now, &found)
        }
    }

    private func reportOtherType(
        _ was: Declaration.Parameter, _ now: Declaration.Parameter, _ found: inout ComparedSides
    ) {
        add(
            .breaking,
            "the parameter `\(was.label)` is of type `\(now.type)` now: calls that give `\(was.type)` no longer compile",
            at: (was.location, now.location), &found)
        found.explain(base: was.type, in: nil, revision: now.type, in: nil)
    }

    private func reportOrder(
        _ pairs: [(base: Declaration.Parameter, revision: Declaration.Parameter)], _ found: inout ComparedSides
    ) {
        let labels = Set(pairs.map(\.base.label))
        let now = revision.parameters.map(\.label).filter(labels.contains)
        guard pairs.map(\.base.label) != now else { return }
        add(.breaking, "the arguments stand in another order: \(now.map { "`\($0)`" }.joined(separator: ", "))", &found)
    }
}
