import SpecDiagnostics
import SpecDocument
import SpecTree

// Security requirements and schemes (OpenAPI 3.0.3, §4.7.27 and §4.7.30).
extension DocumentComparison {
    /// The security requirements of an operation, or of all operations without their own.
    private struct Requirements {
        let pair: NodePair
        let lists: NamedPair
        let isGlobal: Bool
        /// Whether operations of both sides have them.
        let isInherited: Bool
        /// The names of the alternatives of both sides.
        let base: Demand
        let revision: Demand

        init(_ pair: NodePair, _ lists: NamedPair, isGlobal: Bool, isInherited: Bool) {
            self.pair = pair
            self.lists = lists
            self.isGlobal = isGlobal
            self.isInherited = isInherited
            base = Demand(lists.base)
            revision = Demand(lists.revision)
        }

        /// Whether requests without authorization are refused because of an alternative. Only adding the first
        /// requirement rejects them; further alternatives do not.
        func rejectsMore(_ alternative: NamedPair) -> Bool {
            guard isInherited, base.allowsAnonymous, !revision.allowsAnonymous else { return false }
            return alternative.isNew ? base.names.isEmpty : alternative.name == Demand.anonymous
        }

        func words(_ alternative: NamedPair) -> String {
            let name = alternative.name
            if name == Demand.anonymous {
                return alternative.isNew
                    ? "may be called without authorization" : "can no longer be called without authorization"
            }
            if alternative.isNew {
                let isFirst = base.names.isEmpty && !revision.allowsAnonymous
                return isFirst ? "has to be authorized now, by `\(name)`" : "may be authorized by `\(name)`"
            }
            return revision.names.isEmpty
                ? "no longer has to be authorized by `\(name)`" : "can no longer be authorized by `\(name)`"
        }
    }

    /// The alternatives of one side, by name.
    private struct Demand {
        static let anonymous = "none"

        let names: Set<String>

        init(_ list: DocumentNode?) { names = Set((list?.elements ?? []).map(Self.name)) }

        /// The schemes that an alternative needs together, sorted; `none` where it needs no scheme.
        static func name(of alternative: DocumentNode) -> String {
            let names = alternative.entries.map(\.name).sorted()
            if alternative.json.members == nil { return alternative.shownText }
            return names.isEmpty ? anonymous : names.joined(separator: " + ")
        }

        var allowsAnonymous: Bool { names.isEmpty || names.contains(Self.anonymous) }
    }

    /// The effective requirements of an operation.
    private func effectiveSecurity(of operation: NodePair) -> NamedPair {
        let (base, revision) = (operation.base, operation.revision)
        return NamedPair(
            name: "security", base: base["security"] ?? documents.base.roots[base.document]["security"],
            revision: revision["security"] ?? documents.revision.roots[revision.document]["security"])
    }

    /// The schemes that an operation demands, on either side.
    func schemeNames(of operation: NodePair) -> Set<String> {
        let lists = effectiveSecurity(of: operation)
        return Set(
            [lists.base, lists.revision].flatMap { $0?.elements ?? [] }.flatMap { $0.entries.map(\.name) })
    }

    mutating func compareSecurity(of operation: NodePair) {
        let lists = effectiveSecurity(of: operation)
        compare(Requirements(operation, lists, isGlobal: false, isInherited: true))
    }

    /// - Parameter isInherited: Whether operations of both sides have the document's requirements.
    mutating func compareGlobalSecurity(_ document: NodePair, isInherited: Bool) {
        let pair = document.with(document.base, document.revision, "every operation without its own `security`")
        compare(Requirements(pair, pair.field("security"), isGlobal: true, isInherited: isInherited))
    }

    private mutating func compare(_ requirements: Requirements) {
        let (pair, lists) = (requirements.pair, requirements.lists)
        for alternative in NamedPair.elements(lists.base, lists.revision, by: Demand.name) {
            if let both = pair.entry(alternative, pair.subject) {
                compareScopes(both, requirements)
                continue
            }
            let rules: (global: Rule, own: Rule) =
                alternative.isNew
                ? (.globalSecurityAdded, .securityAdded) : (.globalSecurityRemoved, .securityRemoved)
            report(
                rules, requirements, "\(pair.subject) \(requirements.words(alternative))", was: alternative.was,
                now: alternative.now,
                at: pair.valueLocations(of: alternative, in: lists),
                wire: requirements.rejectsMore(alternative) ? .breaking : nil)
        }
    }

    private mutating func compareScopes(_ pair: NodePair, _ requirements: Requirements) {
        for scheme in pair.base.entries {
            guard let now = pair.revision[scheme.name] else { continue }
            compareKind(scheme.name, .array, pair)
            for scope in NamedPair.elements(scheme.value, now, by: \.shownText)
            where scope.base == nil || scope.revision == nil {
                let rules: (global: Rule, own: Rule) =
                    scope.isNew
                    ? (.globalSecurityScopeAdded, .securityScopeAdded)
                    : (.globalSecurityScopeRemoved, .securityScopeRemoved)
                let words = scope.isNew ? "demands" : "no longer demands"
                report(
                    rules, requirements, "\(pair.subject) \(words) the scope `\(scope.name)` of `\(scheme.name)`",
                    was: scope.base?.string, now: scope.revision?.string,
                    at: pair.locations((scope.base ?? scheme.value).location, (scope.revision ?? now).location))
            }
        }
    }

    /// Reports a change; each page of an API repeats the requirements of its document.
    private mutating func report(
        _ rules: (global: Rule, own: Rule), _ requirements: Requirements, _ message: String, was: String?,
        now: String?, at locations: ChangeLocations, wire: ChangeLevel? = nil
    ) {
        let pair = requirements.pair
        if requirements.isGlobal {
            reportOnce(
                rules.global, subject: pair.subject, pair.context, message, was: was, now: now, at: locations,
                wire: wire)
        } else {
            report(rules.own, .request, of: pair, message, was: was, now: now, at: locations, wire: wire)
        }
    }

    // MARK: Schemes

    mutating func compareSecuritySchemes(_ uses: NodePair) {
        guard let was = documents.base.resolve(uses.base)?.node,
            let now = documents.revision.resolve(uses.revision)?.node
        else { return compareReferences(uses) }
        let scheme = uses.with(was, now, uses.subject)
        compareProse(["description"], scheme)
        for field in ["type", "name", "in", "scheme"] { compareSchemeField(field, scheme, .securitySchemeChanged) }
        compareSchemeField("openIdConnectUrl", scheme, .securitySchemeURLChanged)
        compareFlows(scheme)
        compareOtherFields(scheme, except: ComparedFields.of(.securityScheme))
    }

    private mutating func compareSchemeField(_ field: String, _ pair: NodePair, _ rule: Rule) {
        let was = pair.base[field]?.shownText
        let now = pair.revision[field]?.shownText
        guard was != now else { return }
        reportOnce(
            rule, subject: pair.subject, pair.context,
            "`\(field)` of \(pair.subject) is \(now.map { "`\($0)`" } ?? "gone")", was: was, now: now,
            at: pair.locations(of: field))
    }

    /// OAuth Flows (§4.7.28 and §4.7.29).
    private mutating func compareFlows(_ scheme: NodePair) {
        guard let flows = scheme.entry(scheme.field("flows"), scheme.subject) else {
            return compareField("flows", scheme)
        }
        let names = Set(flows.base.entries.map(\.name)).intersection(flows.revision.entries.map(\.name))
        compareOtherFields(flows, except: names)
        for entry in NamedPair.entries(flows.base, flows.revision) {
            guard let flow = flows.entry(entry, "flow `\(entry.name)` of \(scheme.subject)") else { continue }
            compareSchemeField("authorizationUrl", flow, .securitySchemeURLChanged)
            for field in ["tokenUrl", "refreshUrl"] {
                compareSchemeField(field, flow, .securitySchemeTokenURLChanged)
            }
            compareFlowScopes(flow)
            compareOtherFields(flow, except: ComparedFields.of(.oauthFlow))
        }
    }

    private mutating func compareFlowScopes(_ flow: NodePair) {
        let scopes = flow.field("scopes")
        for scope in flow.entries(of: "scopes") {
            let was = scope.base?.shownText
            let now = scope.revision?.shownText
            guard was != now else { continue }
            let rule: Rule =
                was == nil
                ? .securitySchemeScopeAdded : now == nil ? .securitySchemeScopeRemoved : .securitySchemeScopeChanged
            let words = was == nil ? "is new" : now == nil ? "is gone" : "is described differently"
            reportOnce(
                rule, subject: flow.subject, flow.context, "the scope `\(scope.name)` of \(flow.subject) \(words)",
                was: was, now: now,
                at: flow.locations(
                    (scope.base ?? scopes.base ?? flow.base).name,
                    (scope.revision ?? scopes.revision ?? flow.revision).name))
        }
    }
}
