import SpecAPI
import SpecDiagnostics
import SpecTree

// Servers (OpenAPI 3.0.3, §4.7.5 and §4.7.6).
extension Walk {
    mutating func compareServers(
        _ base: Spot?, _ revision: Spot?, of owner: String, around: (base: Spot, revision: Spot)
    ) {
        let was = Self.servers(base)
        let now = Self.servers(revision)
        let places = (base ?? around.base, revision ?? around.revision)
        for pair in SpotPairing.byName(was, now) {
            let subject = "server `\(pair.name)` of \(owner)"
            guard let before = pair.base, let after = pair.revision else {
                let isNew = pair.base == nil
                reportOnce(
                    isNew ? .serverAdded : .serverRemoved, subject: subject, "\(subject) is \(isNew ? "new" : "gone")",
                    was: isNew ? nil : pair.name, now: isNew ? pair.name : nil,
                    base: ChangeLocation((pair.base ?? places.0).location),
                    revision: ChangeLocation((pair.revision ?? places.1).location))
                continue
            }
            compareServers(before, after, subject: subject)
        }
        compareServerOrder(was, now, of: owner, places)
    }

    /// By their normalised URLs: `https://API.example/` is the server `https://api.example`.
    private static func servers(_ list: Spot?) -> [(String, Spot)] {
        (list?.elements ?? []).map { (ServerAddress.normalized($0["url"]?.string ?? ""), $0) }
    }

    private mutating func compareServers(_ base: Spot, _ revision: Spot, subject: String) {
        prose("description", base, revision, of: subject)
        let variables = SpotPairing.byName(
            (base["variables"]?.entries ?? []).map { ($0.name, $0.spot) },
            (revision["variables"]?.entries ?? []).map { ($0.name, $0.spot) })
        for variable in variables {
            if let was = variable.base, let now = variable.revision, was.isSameVariable(as: now) { continue }
            reportOnce(
                .serverChanged, subject: subject, "the variable `\(variable.name)` of \(subject) is another one",
                was: variable.base?.node.shownText, now: variable.revision?.node.shownText,
                base: ChangeLocation((variable.base ?? base).name, in: base.location),
                revision: ChangeLocation((variable.revision ?? revision).name, in: revision.location))
        }
        compareOtherFields(base, revision, except: ["url", "description", "variables"], subject: subject)
    }

    /// The first server is what a client uses that chooses none.
    private mutating func compareServerOrder(
        _ base: [(String, Spot)], _ revision: [(String, Spot)], of owner: String, _ places: (Spot, Spot)
    ) {
        let was = base.map(\.0)
        let now = revision.map(\.0)
        guard was != now, was.sorted() == now.sorted(), let first = base.first, let second = revision.first else {
            return
        }
        reportOnce(
            .serverOrderChanged, subject: owner, "the servers of \(owner) have another order",
            was: was.joined(separator: ", "), now: now.joined(separator: ", "),
            base: ChangeLocation(first.1.location, in: places.0.location),
            revision: ChangeLocation(second.1.location, in: places.1.location))
    }
}

extension Spot {
    /// Whether both say the same of a variable (§4.7.6): the order of its values says nothing.
    fileprivate func isSameVariable(as other: Spot) -> Bool {
        let names = Set((entries + other.entries).map(\.name)).subtracting(["enum"])
        let isSame = names.allSatisfy { name in
            guard let own = self[name], let others = other[name] else { return false }
            return own.node.hasSameContent(as: others.node)
        }
        return isSame && Set(values) == Set(other.values) && (self["enum"] == nil) == (other["enum"] == nil)
    }

    private var values: [String] { (self["enum"]?.elements ?? []).map(\.node.shownText) }
}
