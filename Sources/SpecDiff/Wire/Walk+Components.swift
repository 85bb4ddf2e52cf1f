import SpecAPI
import SpecDiagnostics
import SpecTree

// `components` (OpenAPI 3.0.3, §4.7.7): what operations use was compared with them, this is the rest.
extension Walk {
    mutating func compareComponents() {
        let was = base.components()
        let now = revision.components()
        let kinds = was.keys + now.keys.filter { was[$0] == nil }
        for kind in kinds.sorted() {
            compareComponents(kind, was[kind] ?? [], now[kind] ?? [])
        }
    }

    private mutating func compareComponents(_ kind: String, _ base: [(String, Spot)], _ revision: [(String, Spot)]) {
        for pair in SpotPairing.byName(base, revision) {
            switch (pair.base, pair.revision) {
            case (let was?, let now?): compareComponents(kind, pair.name, was, now)
            case (let gone?, nil):
                guard !visitedPlaces.base.contains(gone.location) else { continue }
                reportOneSided(kind, pair.name, gone, isNew: false)
            case (nil, let new?):
                guard !visitedPlaces.revision.contains(new.location) else { continue }
                reportOneSided(kind, pair.name, new, isNew: true)
            case (nil, nil): continue
            }
        }
    }

    private mutating func reportOneSided(_ kind: String, _ name: String, _ spot: Spot, isNew: Bool) {
        let subject = "`\(kind)/\(name)`"
        let rule: Rule =
            switch kind {
            case "schemas": isNew ? .schemaAdded : .schemaRemoved
            case "securitySchemes": isNew ? .securitySchemeAdded : .securitySchemeRemoved
            default: isNew ? .componentAdded : .componentRemoved
            }
        let other = (isNew ? base : revision).roots.first.map { $0["components"]?[kind] ?? $0["components"] ?? $0 }
        let place = ChangeLocation(spot.name, in: spot.location)
        let otherPlace = other.map { ChangeLocation($0.name) }
        report(
            rule, subject: subject, "\(subject) is \(isNew ? "new" : "gone")", was: isNew ? nil : name,
            now: isNew ? name : nil, base: isNew ? otherPlace : place, revision: isNew ? place : otherPlace)
    }

    private mutating func compareComponents(_ kind: String, _ name: String, _ base: Spot, _ revision: Spot) {
        let isVisited = visitedPlaces.base.contains(base.location) && visitedPlaces.revision.contains(revision.location)
        guard kind == "securitySchemes" || !isVisited else { return }
        switch kind {
        case "schemas":
            schema(
                base, revision, .component,
                SchemaSubject(root: "`\(name)`", base: base.location, revision: revision.location))
        case "securitySchemes": compareSecuritySchemes(base, revision, name: name)
        case "examples":
            let fields = ["summary", "description", "value", "externalValue"]
            for field in fields { prose(field, base, revision, of: "`\(kind)/\(name)`") }
            compareOtherFields(base, revision, except: Set(fields), subject: "`\(kind)/\(name)`")
        default: compareOtherFields(base, revision, except: [], subject: "`\(kind)/\(name)`")
        }
    }
}

extension WalkSide {
    /// The components of all documents, by their kinds; of copies that say the same, the first.
    func components() -> [String: [(String, Spot)]] {
        var result: [String: [(String, Spot)]] = [:]
        for root in roots {
            for kind in root["components"]?.entries ?? [] where ComponentKind(rawValue: kind.name) != nil {
                for entry in kind.spot.entries where !isCopy(entry.spot) {
                    result[kind.name, default: []].append((entry.name, entry.spot))
                }
            }
        }
        return result
    }
}
