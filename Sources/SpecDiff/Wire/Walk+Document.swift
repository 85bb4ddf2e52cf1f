import SpecAPI
import SpecDiagnostics
import SpecTree

// The document around the operations (OpenAPI 3.0.3, §4.7.1).
extension Walk {
    private static let rootFields: Set<String> = ["info", "servers", "paths", "components", "security", "tags"]

    /// Compares everything of both sides.
    mutating func run() {
        let pairs = DocumentPairs(from: base, to: revision)
        let heirs = compareOperations(pairs)
        finishSchemas()
        for (position, pair) in pairs.all.enumerated() {
            begin(nil)
            compareDocuments(pair.base, pair.revision)
            visits[current].parents = heirs[position, default: []]
            compareSecurity(
                pair.base["security"], pair.revision["security"], isGlobal: true,
                isInherited: heirs[position] != nil,
                subject: "every operation without its own `security`", around: (pair.base, pair.revision))
        }
        begin(nil)
        compareComponents()
        finishSchemas()
    }

    private mutating func compareDocuments(_ base: Spot, _ revision: Spot) {
        for field in ["servers", "security", "tags"] {
            compareKind(field, .array, base, revision, subject: "the document")
        }
        for field in ["info", "paths", "components"] {
            compareKind(field, .object, base, revision, subject: "the document")
        }
        if base["info"] == nil || revision["info"] == nil {
            compareField("info", base, revision, subject: "the document")
        }
        compareInfo(base["info"], revision["info"])
        compareServers(base["servers"], revision["servers"], of: "the API", around: (base, revision))
        compareTags(base["tags"], revision["tags"])
        compareOtherFields(base, revision, except: Self.rootFields, subject: "the document")
        compareFrames(base, revision)
    }

    /// What stands among the paths and components and is none; and whether there is a place for them.
    private mutating func compareFrames(_ base: Spot, _ revision: Spot) {
        for (field, isEntry) in [("paths", Self.isPath), ("components", Self.isComponentKind)] {
            guard let was = base[field], let now = revision[field] else {
                compareEmptyFrames(field, base, revision)
                continue
            }
            let entries = (was.entries + now.entries).map(\.name).filter(isEntry)
            compareOtherFields(was, now, except: Set(entries), subject: "`\(field)`")
        }
    }

    private static func isPath(_ name: String) -> Bool { name.hasPrefix("/") }

    private static func isComponentKind(_ name: String) -> Bool { ComponentKind(rawValue: name) != nil }

    /// What only one side has is said entry by entry; of a frame without entries, nothing else would be.
    private mutating func compareEmptyFrames(_ field: String, _ base: Spot, _ revision: Spot) {
        guard let only = base[field] ?? revision[field], !only.entries.contains(where: { !$0.spot.entries.isEmpty })
        else { return }
        compareField(field, base, revision, subject: "the document")
    }

    private mutating func compareInfo(_ base: Spot?, _ revision: Spot?) {
        guard let base, let revision else { return }
        for field in ["title", "description"] { prose(field, base, revision, of: "the API") }
        compareOtherFields(base, revision, except: ["title", "description", "version"], subject: "`info`")
        let was = base["version"]
        let now = revision["version"]
        guard was?.node.shownText != now?.node.shownText else { return }
        reportOnce(
            .versionChanged, subject: "the API", "the version is another one", was: was?.node.shownText,
            now: now?.node.shownText, base: ChangeLocation(was?.location ?? base.location),
            revision: ChangeLocation(now?.location ?? revision.location))
    }

    /// The tags' own descriptions; which operation has which tag is the operation's.
    private mutating func compareTags(_ base: Spot?, _ revision: Spot?) {
        let tags = SpotPairing.byName(
            (base?.elements ?? []).map { ($0["name"]?.string ?? "", $0) },
            (revision?.elements ?? []).map { ($0["name"]?.string ?? "", $0) })
        for tag in tags {
            let subject = "tag `\(tag.name)`"
            prose("description", tag.base, tag.revision, of: subject)
            if let was = tag.base, let now = tag.revision {
                compareOtherFields(was, now, except: ["name", "description"], subject: subject)
            } else if let place = tag.base ?? tag.revision {
                reportOnce(
                    tag.base == nil ? .fieldAdded : .fieldRemoved, subject: subject,
                    "\(subject) \(tag.base == nil ? "is declared" : "is no longer declared")",
                    was: tag.base.map { _ in tag.name }, now: tag.revision.map { _ in tag.name },
                    base: ChangeLocation(tag.base?.location ?? base?.location ?? place.location),
                    revision: ChangeLocation(tag.revision?.location ?? revision?.location ?? place.location))
            }
        }
    }
}
