import SpecDiagnostics
import SpecDocument
import SpecTree

// `components` (OpenAPI 3.0.3, §4.7.7), as far as no operation uses them.
extension DocumentComparison {
    /// - Parameter schemeVisits: The visits of the operations that demand a security scheme, by its name.
    mutating func compareComponents(_ context: ComparisonContext, _ schemeVisits: [String: [VisitGraph.Visit]]) {
        let was = documents.base.components
        let now = documents.revision.components
        for kind in Set(was.keys).union(now.keys).sorted() {
            for component in NamedPair.all(was[kind] ?? [], now[kind] ?? []) {
                guard let base = component.base, let revision = component.revision else {
                    reportOneSided(kind, component, context)
                    continue
                }
                if kind == "securitySchemes" {
                    let context = begin(nil, reachedFrom: schemeVisits[component.name] ?? [])
                    compareSecuritySchemes(
                        NodePair(base, revision, "security scheme `\(component.name)`", context))
                } else if !hasVisited(base: base, revision: revision) {
                    compareComponents(kind, component, NodePair(base, revision, "`\(kind)/\(component.name)`", context))
                }
            }
        }
    }

    private mutating func reportOneSided(_ kind: String, _ component: NamedPair, _ context: ComparisonContext) {
        guard let node = component.base ?? component.revision,
            !hasVisited(base: component.base, revision: component.revision)
        else { return }
        let subject = "`\(kind)/\(component.name)`"
        let isNew = component.isNew
        let rule: Rule =
            switch kind {
            case "schemas": isNew ? .schemaAdded : .schemaRemoved
            case "securitySchemes": isNew ? .securitySchemeAdded : .securitySchemeRemoved
            default: isNew ? .componentAdded : .componentRemoved
            }
        let own = ChangeLocation(node.name, in: node.location)
        let other = (isNew ? documents.base : documents.revision).roots.first.map {
            ChangeLocation(($0["components"]?[kind] ?? $0["components"] ?? $0).name)
        }
        report(
            rule, subject: subject, context, "\(subject) is \(isNew ? "new" : "gone")", was: component.was,
            now: component.now, at: isNew ? (other, own) : (own, other))
    }

    private mutating func compareComponents(_ kind: String, _ component: NamedPair, _ pair: NodePair) {
        switch kind {
        case "schemas":
            compareLater(
                component, .component,
                SchemaSubject(
                    root: "`\(component.name)`", base: pair.base.location, revision: pair.revision.location),
                pair.context)
        case "examples":
            compareProse(ObjectKind.example.grammar.fields(in: .v31), pair)
            compareOtherFields(pair, except: ComparedFields.of(.example))
        default: compareOtherFields(pair, except: [])
        }
    }
}
