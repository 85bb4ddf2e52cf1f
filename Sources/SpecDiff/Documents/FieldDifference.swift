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

    /// All differences between two values, in the order of the document, members in any order; a member or an
    /// element that one side lacks is one difference. Nesting costs no stack.
    ///
    /// - Parameter known: Members of the values themselves that are left out.
    static func all(_ base: JSONNode, _ revision: JSONNode, except known: Set<String> = []) -> [Self] {
        let whole = Self(path: "", was: base, now: revision, base: base.location, revision: revision.location)
        var found: [Self] = []
        var open = (whole.parts(except: known) ?? [whole]).reversed() as [Self]
        while let next = open.popLast() {
            if let parts = next.parts() {
                open += parts.reversed()
            } else if let was = next.was, let now = next.now, was.hasSameContent(as: now) {
                continue
            } else {
                found.append(next)
            }
        }
        return found
    }

    /// The pairs of members or elements of two objects or arrays; nil for other values.
    private func parts(except known: Set<String> = []) -> [Self]? {
        switch (was?.content, now?.content) {
        case (.object(let was), .object(let now)):
            let nowByName = Dictionary(now.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
            let wasNames = Set(was.map(\.name))
            let common = was.map { member($0, nowByName[$0.name]) }
            let added = now.filter { !wasNames.contains($0.name) }.map { member(nil, $0) }
            return (common + added).filter { !known.contains($0.name) }.map(\.part)
        case (.array(let was), .array(let now)):
            return (0..<max(was.count, now.count)).map { index in
                let (old, new) = (index < was.count ? was[index] : nil, index < now.count ? now[index] : nil)
                return Self(
                    path: "\(path)[\(index)]", was: old, now: new, base: old?.location ?? base,
                    revision: new?.location ?? revision)
            }
        default: return nil
        }
    }

    private func member(_ was: JSONMember?, _ now: JSONMember?) -> (name: String, part: Self) {
        let name = was?.name ?? now?.name ?? ""
        let isOnBoth = was != nil && now != nil
        let part = Self(
            path: path.isEmpty ? name : "\(path).\(name)", was: was?.value, now: now?.value,
            base: (isOnBoth ? was?.value.location : was?.location) ?? base,
            revision: (isOnBoth ? now?.value.location : now?.location) ?? revision)
        return (name, part)
    }
}
