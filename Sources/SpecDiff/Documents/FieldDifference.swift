import SpecDiagnostics
import SpecTree

/// The smallest difference within a value without a rule.
struct FieldDifference {
    /// Its path, such as `xml.name` or `x-codes[2].text`; empty for the value itself.
    let path: String
    /// The values that differ; nil where one is missing.
    let was: JSONNode?
    let now: JSONNode?
    /// Their locations; for a missing value, that of the object or array that lacks it.
    let base: SourceLocation?
    let revision: SourceLocation?
}

extension FieldDifference {
    /// All differences between two values, in the order of the document, members in any order; a member or an
    /// element that one side lacks is one difference.
    ///
    /// - Parameter known: Members of the values themselves that are left out.
    static func all(_ base: JSONNode?, _ revision: JSONNode?, except known: Set<String> = []) -> [Self] {
        var search = FieldDifferenceSearch()
        search.compare(base, revision, except: known)
        return search.found
    }
}

/// Searches two values without recursion: documents may nest deeply.
private struct FieldDifferenceSearch {
    private struct Pair {
        let path: String
        let was: JSONNode?
        let now: JSONNode?
        let base: SourceLocation?
        let revision: SourceLocation?
    }

    private(set) var found: [FieldDifference] = []
    private var open: [Pair] = []

    mutating func compare(_ base: JSONNode?, _ revision: JSONNode?, except known: Set<String>) {
        let pair = Pair(path: "", was: base, now: revision, base: base?.location, revision: revision?.location)
        guard let was = base?.members ?? (base == nil ? [] : nil),
            let now = revision?.members ?? (revision == nil ? [] : nil)
        else { return finish(pair) }
        openMembers(was, now, of: pair, except: known)
        while let next = open.popLast() { look(at: next) }
    }

    private mutating func finish(_ pair: Pair) {
        open = [pair]
        while let next = open.popLast() { look(at: next) }
    }

    private mutating func look(at pair: Pair) {
        switch (pair.was?.content, pair.now?.content) {
        case (.object(let was), .object(let now)): openMembers(was, now, of: pair, except: [])
        case (.array(let was), .array(let now)): openElements(was, now, of: pair)
        default:
            if let was = pair.was, let now = pair.now, was.hasSameContent(as: now) { return }
            found.append(
                FieldDifference(
                    path: pair.path, was: pair.was, now: pair.now, base: pair.base, revision: pair.revision))
        }
    }

    private mutating func openMembers(
        _ was: [JSONMember], _ now: [JSONMember], of pair: Pair, except known: Set<String>
    ) {
        let nowByName = Dictionary(now.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        let wasNames = Set(was.map(\.name))
        var pairs: [Pair] = []
        for member in was where !known.contains(member.name) {
            pairs.append(Self.member(member.name, member, nowByName[member.name], of: pair))
        }
        for member in now where !known.contains(member.name) && !wasNames.contains(member.name) {
            pairs.append(Self.member(member.name, nil, member, of: pair))
        }
        open += pairs.reversed()
    }

    private static func member(_ name: String, _ was: JSONMember?, _ now: JSONMember?, of pair: Pair) -> Pair {
        let isOnBoth = was != nil && now != nil
        return Pair(
            path: pair.path.isEmpty ? name : "\(pair.path).\(name)", was: was?.value, now: now?.value,
            base: (isOnBoth ? was?.value.location : was?.location) ?? pair.base,
            revision: (isOnBoth ? now?.value.location : now?.location) ?? pair.revision)
    }

    private mutating func openElements(_ was: [JSONNode], _ now: [JSONNode], of pair: Pair) {
        for index in (0..<max(was.count, now.count)).reversed() {
            let element = (was: index < was.count ? was[index] : nil, now: index < now.count ? now[index] : nil)
            open.append(
                Pair(
                    path: "\(pair.path)[\(index)]", was: element.was, now: element.now,
                    base: element.was?.location ?? pair.base, revision: element.now?.location ?? pair.revision))
        }
    }
}
