import SpecDiagnostics
import SpecTree

// Security requirements and schemes (OpenAPI 3.0.3, §4.7.27 and §4.7.30).
extension Walk {
    /// One way to be authorized: schemes that are needed together.
    private struct Alternative {
        let spot: Spot

        static let none = "none"

        /// The names of its schemes, in one order; `none` where it demands nothing.
        var name: String {
            let names = spot.entries.map(\.name).sorted()
            if spot.node.kind != .object { return spot.node.shownText }
            return names.isEmpty ? Self.none : names.joined(separator: " + ")
        }
    }

    /// All ways of one side.
    private struct Demand {
        let names: Set<String>

        init(_ alternatives: [(String, Spot)]) { names = Set(alternatives.map(\.0)) }

        /// Whether nothing is demanded of anybody.
        var isNothing: Bool { names.isEmpty }
        var allowsNothing: Bool { isNothing || names.contains(Alternative.none) }
    }

    /// Notes which schemes an operation demands, on either side.
    mutating func noteSchemes(of base: OperationSpot, _ revision: OperationSpot) {
        let was = base.spot["security"] ?? self.base.roots[base.spot.document]["security"]
        let now = revision.spot["security"] ?? self.revision.roots[revision.spot.document]["security"]
        let names = [was, now].flatMap { $0?.elements ?? [] }.flatMap { $0.entries.map(\.name) }
        for name in Set(names) { schemeVisits[name, default: []].append(current) }
    }

    mutating func compareSecurity(of base: OperationSpot, _ revision: OperationSpot) {
        let was = base.spot["security"] ?? self.base.roots[base.spot.document]["security"]
        let now = revision.spot["security"] ?? self.revision.roots[revision.spot.document]["security"]
        compareSecurity(
            was, now, isGlobal: false, subject: "`\(revision.name)`", around: (base.spot, revision.spot))
    }

    /// - Parameter isInherited: Whether there are operations on both sides that it holds for.
    mutating func compareSecurity(
        _ base: Spot?, _ revision: Spot?, isGlobal: Bool, isInherited: Bool = true, subject: String,
        around: (base: Spot, revision: Spot)
    ) {
        let ways = (Self.alternatives(base), Self.alternatives(revision))
        let demands = (base: Demand(ways.0), revision: Demand(ways.1))
        let places = (base ?? around.base, revision ?? around.revision)
        for pair in SpotPairing.byName(ways.0, ways.1) {
            if let was = pair.base, let now = pair.revision {
                compareScopes(was, now, isGlobal: isGlobal, subject: subject)
                continue
            }
            let isNew = pair.base == nil
            let rule: Rule =
                isNew
                ? (isGlobal ? .globalSecurityAdded : .securityAdded)
                : (isGlobal ? .globalSecurityRemoved : .securityRemoved)
            reportSecurity(
                rule, isGlobal, subject, "\(subject) \(Self.words(pair.name, isNew: isNew, demands))",
                was: isNew ? nil : pair.name, now: isNew ? pair.name : nil,
                base: ChangeLocation((pair.base ?? places.0).location),
                revision: ChangeLocation((pair.revision ?? places.1).location),
                wire: Self.refusesMore(pair.name, isNew: isNew, demands) && isInherited ? .breaking : nil)
        }
    }

    private static func words(_ name: String, isNew: Bool, _ demands: (base: Demand, revision: Demand)) -> String {
        if name == Alternative.none {
            return isNew ? "may be called without authorization" : "can no longer be called without authorization"
        }
        if isNew {
            let isFirst = demands.base.isNothing && !demands.revision.allowsNothing
            return isFirst ? "has to be authorized now, by `\(name)`" : "may be authorized by `\(name)`"
        }
        return demands.revision.isNothing
            ? "no longer has to be authorized by `\(name)`" : "can no longer be authorized by `\(name)`"
    }

    /// Whether what was sent without authorization is refused because of this: one more way is none, the first is.
    private static func refusesMore(
        _ name: String, isNew: Bool, _ demands: (base: Demand, revision: Demand)
    ) -> Bool {
        guard demands.base.allowsNothing, !demands.revision.allowsNothing else { return false }
        return isNew ? demands.base.isNothing : name == Alternative.none
    }

    private static func alternatives(_ list: Spot?) -> [(String, Spot)] {
        (list?.elements ?? []).map { (Alternative(spot: $0).name, $0) }
    }

    private mutating func compareScopes(_ base: Spot, _ revision: Spot, isGlobal: Bool, subject: String) {
        for scheme in base.entries {
            guard let now = revision[scheme.name] else { continue }
            compareKind(scheme.name, .array, base, revision, subject: subject)
            for scope in SpotPairing.byName(Self.words(scheme.spot), Self.words(now)) {
                guard scope.base == nil || scope.revision == nil else { continue }
                let rule: Rule =
                    scope.base == nil
                    ? (isGlobal ? .globalSecurityScopeAdded : .securityScopeAdded)
                    : (isGlobal ? .globalSecurityScopeRemoved : .securityScopeRemoved)
                let words = scope.base == nil ? "demands" : "no longer demands"
                reportSecurity(
                    rule, isGlobal, subject, "\(subject) \(words) the scope `\(scope.name)` of `\(scheme.name)`",
                    was: scope.base?.string, now: scope.revision?.string,
                    base: ChangeLocation((scope.base ?? scheme.spot).location, in: base.location),
                    revision: ChangeLocation((scope.revision ?? now).location, in: revision.location))
            }
        }
    }

    /// What holds for a whole document is repeated by each of its pages.
    private mutating func reportSecurity(
        _ rule: Rule, _ isGlobal: Bool, _ subject: String, _ message: String, was: String?, now: String?,
        base: ChangeLocation?, revision: ChangeLocation?, wire: ChangeLevel? = nil
    ) {
        if isGlobal {
            reportOnce(
                rule, subject: subject, message, was: was, now: now, base: base, revision: revision, wire: wire)
        } else {
            report(
                rule, .request, subject: subject, message, was: was, now: now, base: base, revision: revision,
                wire: wire)
        }
    }

    // MARK: Schemes

    mutating func compareSecuritySchemes(_ base: Spot, _ revision: Spot, name: String) {
        let outer = current
        begin(nil)
        visits[current].parents = schemeVisits[name] ?? []
        defer { current = outer }
        guard let was = self.base.follow(base)?.spot, let now = self.revision.follow(revision)?.spot else {
            return compareUses(base, revision, subject: "security scheme `\(name)`")
        }
        let subject = "security scheme `\(name)`"
        prose("description", was, now, of: subject)
        for field in ["type", "name", "in", "scheme"] {
            compareScheme(field, was, now, .securitySchemeChanged, subject)
        }
        compareScheme("openIdConnectUrl", was, now, .securitySchemeURLChanged, subject)
        compareFlows(was, now, subject)
        compareOtherFields(
            was, now, except: ["description", "type", "name", "in", "scheme", "openIdConnectUrl", "flows"],
            subject: subject)
    }

    private mutating func compareScheme(
        _ field: String, _ base: Spot, _ revision: Spot, _ rule: Rule, _ subject: String
    ) {
        let was = base[field]?.node.shownText
        let now = revision[field]?.node.shownText
        guard was != now else { return }
        reportOnce(
            rule, subject: subject, "`\(field)` of \(subject) is \(now.map { "`\($0)`" } ?? "gone")", was: was,
            now: now, base: ChangeLocation((base[field] ?? base).location, in: base.location),
            revision: ChangeLocation((revision[field] ?? revision).location, in: revision.location))
    }

    /// OAuth Flows (§4.7.28 and §4.7.29).
    private mutating func compareFlows(_ base: Spot, _ revision: Spot, _ subject: String) {
        guard let was = base["flows"], let now = revision["flows"] else {
            return compareField("flows", base, revision, subject: subject)
        }
        let names = Set(was.entries.map(\.name)).intersection(now.entries.map(\.name))
        compareOtherFields(was, now, except: names, subject: subject)
        for entry in was.entries where names.contains(entry.name) {
            guard let other = now[entry.name] else { continue }
            let flow = "flow `\(entry.name)` of \(subject)"
            compareScheme("authorizationUrl", entry.spot, other, .securitySchemeURLChanged, flow)
            for field in ["tokenUrl", "refreshUrl"] {
                compareScheme(field, entry.spot, other, .securitySchemeTokenURLChanged, flow)
            }
            compareFlowScopes(entry.spot, other, flow)
            compareOtherFields(
                entry.spot, other, except: ["authorizationUrl", "tokenUrl", "refreshUrl", "scopes"], subject: flow)
        }
    }

    private mutating func compareFlowScopes(_ base: Spot, _ revision: Spot, _ subject: String) {
        let scopes = SpotPairing.byName(
            (base["scopes"]?.entries ?? []).map { ($0.name, $0.spot) },
            (revision["scopes"]?.entries ?? []).map { ($0.name, $0.spot) })
        for scope in scopes {
            let was = scope.base?.node.shownText
            let now = scope.revision?.node.shownText
            guard was != now else { continue }
            let rule: Rule =
                was == nil
                ? .securitySchemeScopeAdded : now == nil ? .securitySchemeScopeRemoved : .securitySchemeScopeChanged
            let words = was == nil ? "is new" : now == nil ? "is gone" : "is described otherwise"
            reportOnce(
                rule, subject: subject, "the scope `\(scope.name)` of \(subject) \(words)", was: was, now: now,
                base: ChangeLocation((scope.base ?? base["scopes"] ?? base).name, in: base.location),
                revision: ChangeLocation((scope.revision ?? revision["scopes"] ?? revision).name, in: revision.location)
            )
        }
    }
}
