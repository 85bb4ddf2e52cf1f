import SpecAPI
import SpecDiagnostics
import SpecDocument
import SpecTree

// The document around the operations (OpenAPI 3.0.3, §4.7.1).
extension DocumentComparison {
    /// Compares everything of both sides.
    mutating func compareDocuments() {
        let pairs = DocumentPairs(from: documents.base, to: documents.revision)
        let operations = compareOperations(pairs)
        finishSchemas()
        for (position, roots) in pairs.all.enumerated() {
            let visits = operations.inheriting[position, default: []]
            let pair = NodePair(
                roots.base, roots.revision, "the document", begin(nil, reachedFrom: visits))
            compareRoots(pair)
            compareGlobalSecurity(pair, isInherited: !visits.isEmpty)
        }
        compareComponents(begin(nil), operations.schemes)
        finishSchemas()
    }

    private mutating func compareRoots(_ pair: NodePair) {
        for field in ["servers", "security", "tags"] { compareKind(field, .array, pair) }
        for field in ["info", "paths", "components"] { compareKind(field, .object, pair) }
        if let info = pair.entry(pair.field("info"), "`info`") {
            compareInfo(info)
        } else {
            compareField("info", pair)
        }
        compareServers(pair, of: "the API")
        compareTags(pair)
        compareOtherFields(pair, except: ComparedFields.of(.document))
        compareMap("paths", pair) { $0.hasPrefix("/") }
        compareMap("components", pair) { ComponentKind(rawValue: $0) != nil }
    }

    /// Compares the other members of a map whose entries are compared elsewhere, and whether there is a map at all: its
    /// entries are reported one by one, so that only a missing map without entries is a difference of its own.
    private mutating func compareMap(_ field: String, _ pair: NodePair, isEntry: (String) -> Bool) {
        if let map = pair.entry(pair.field(field), "`\(field)`") {
            let entries = (map.base.entries + map.revision.entries).map(\.name).filter(isEntry)
            compareOtherFields(map, except: Set(entries))
        } else if let only = pair.base[field] ?? pair.revision[field],
            !only.entries.contains(where: { !$0.value.entries.isEmpty })
        {
            compareField(field, pair)
        }
    }

    private mutating func compareInfo(_ info: NodePair) {
        compareProse(["title", "summary", "description"], info.base, info.revision, of: "the API")
        compareOtherFields(info, except: ComparedFields.of(.info))
        let version = info.field("version")
        if let base = version.base, let revision = version.revision, base.hasSameContent(as: revision) { return }
        guard version.base != nil || version.revision != nil else { return }
        reportOnce(
            .versionChanged, subject: "the API", info.context, "the version changed",
            was: version.base?.shownText, now: version.revision?.shownText,
            at: info.valueLocations(of: version))
    }

    /// The descriptions of tags; an operation's own tags are compared with the operation.
    private mutating func compareTags(_ pair: NodePair) {
        let lists = pair.field("tags")
        for tag in NamedPair.elements(lists.base, lists.revision, by: { $0["name"]?.string ?? "" }) {
            let subject = "tag `\(tag.name)`"
            compareProse(["description"], tag.base, tag.revision, of: subject)
            if let both = pair.entry(tag, subject) {
                compareOtherFields(both, except: ComparedFields.of(.tag))
            } else if let only = tag.base ?? tag.revision {
                reportOnce(
                    tag.isNew ? .fieldAdded : .fieldRemoved, subject: subject, pair.context,
                    "\(subject) \(tag.isNew ? "is declared" : "is no longer declared")", was: tag.was, now: tag.now,
                    at: (
                        ChangeLocation((tag.base ?? lists.base ?? only).location),
                        ChangeLocation((tag.revision ?? lists.revision ?? only).location)
                    ))
            }
        }
    }

    // MARK: Servers (§4.7.5 and §4.7.6)

    /// Compares the servers of a document, a path or an operation.
    mutating func compareServers(_ pair: NodePair, of owner: String) {
        let lists = pair.field("servers")
        let around = pair.with(lists.base ?? pair.base, lists.revision ?? pair.revision, owner)
        // By normalised URLs: `https://API.example/` is the server `https://api.example`.
        let address = { (server: DocumentNode) in ServerAddress.normalized(server["url"]?.string ?? "") }
        for server in NamedPair.elements(lists.base, lists.revision, by: address) {
            let subject = "server `\(server.name)` of \(owner)"
            if let both = pair.entry(server, subject) {
                compareServer(both)
            } else {
                reportOnce(
                    server.isNew ? .serverAdded : .serverRemoved, subject: subject, pair.context,
                    "\(subject) is \(server.isNew ? "new" : "gone")", was: server.was, now: server.now,
                    at: around.valueLocations(of: server))
            }
        }
        compareServerOrder(around, by: address)
    }

    private mutating func compareServer(_ pair: NodePair) {
        compareProse(["description"], pair)
        for variable in pair.entries(of: "variables") {
            if let was = variable.base, let now = variable.revision, was.isSameVariable(as: now) { continue }
            reportOnce(
                .serverChanged, subject: pair.subject, pair.context,
                "the variable `\(variable.name)` of \(pair.subject) changed", was: variable.base?.shownText,
                now: variable.revision?.shownText,
                at: pair.locations((variable.base ?? pair.base).name, (variable.revision ?? pair.revision).name))
        }
        compareOtherFields(pair, except: ComparedFields.of(.server))
    }

    /// A client that chooses no server uses the first.
    private mutating func compareServerOrder(_ lists: NodePair, by address: (DocumentNode) -> String) {
        let was = lists.base.elements
        let now = lists.revision.elements
        let addresses = (base: was.map(address), revision: now.map(address))
        guard addresses.base != addresses.revision, addresses.base.sorted() == addresses.revision.sorted(),
            let first = was.first, let second = now.first
        else { return }
        reportOnce(
            .serverOrderChanged, subject: lists.subject, lists.context,
            "the servers of \(lists.subject) have another order", was: addresses.base.joined(separator: ", "),
            now: addresses.revision.joined(separator: ", "), at: lists.locations(first.location, second.location))
    }
}

extension DocumentNode {
    /// Whether both describe a variable alike (§4.7.6): the order of its values means nothing.
    fileprivate func isSameVariable(as other: DocumentNode) -> Bool {
        let names = Set((entries + other.entries).map(\.name)).subtracting(["enum"])
        let isSame = names.allSatisfy { name in
            guard let own = self[name], let others = other[name] else { return false }
            return own.hasSameContent(as: others)
        }
        return isSame && Set(values) == Set(other.values) && (self["enum"] == nil) == (other["enum"] == nil)
    }

    private var values: [String] { (self["enum"]?.elements ?? []).map(\.shownText) }
}
