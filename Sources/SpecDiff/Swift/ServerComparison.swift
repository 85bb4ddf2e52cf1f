import ClientGenerator
import SpecAPI

/// Compares the servers that a client names.
struct ServerComparison {
    private let pair: TypePair
    private var found: DeclarationFindings

    static func findings(_ pair: TypePair, _ sides: DeclarationSides) -> DeclarationFindings {
        var comparison = ServerComparison(pair: pair, found: DeclarationFindings(sides, pair))
        comparison.compare()
        return comparison.found
    }

    private mutating func compare() {
        let names = NamePairs(servers(pair.base), servers(pair.revision), by: \.name)
        let urls = NamePairs(names.gone, names.added, by: { $0.wire ?? "" })
        for server in urls.gone {
            found.report(
                .breaking, name(server, pair.base), server, nil,
                "the server is gone: code that names it no longer compiles")
        }
        for (was, now) in urls.pairs { found.reportRename(name(was, pair.base), was, now) }
        for server in urls.added {
            found.report(.info, name(server, pair.revision), nil, server, "the server is new")
        }
        for same in names.pairs { compare(same.base, same.revision) }
    }

    private func servers(_ entry: DeclaredTypes.Entry) -> [Declaration] {
        entry.declaration.members.filter { $0.kind == .constant || $0.kind == .function }
    }

    private func name(_ server: Declaration, _ client: DeclaredTypes.Entry) -> String {
        "\(client.path).\(server.fullName)"
    }

    private mutating func compare(_ base: Declaration, _ revision: Declaration) {
        let name = name(base, pair.base)
        let labels = base.parameters.map(\.label)
        if base.kind != revision.kind {
            found.report(
                .breaking, name, base, revision,
                (revision.kind == .function ? "it has to be called now" : "it is a constant now, and no longer called")
                    + ": code that uses it no longer compiles")
        } else if revision.parameters.map(\.label).filter(labels.contains) != labels {
            let given = labels.map { "`\($0)`" }.joined(separator: ", ")
            found.report(
                .breaking, name, base, revision,
                "it takes other arguments now: calls that give \(given) no longer compile")
        } else if let effect = otherAddress(base, revision) {
            found.report(.warning, name, base, revision, "code compiles, and \(effect)")
        }
    }

    private func otherAddress(_ base: Declaration, _ revision: Declaration) -> String? {
        if let was = base.wire, let now = revision.wire, ServerAddress.normalized(was) != ServerAddress.normalized(now)
        {
            return "calls go to `\(now)`, no longer to `\(was)`"
        }
        let isSame = base.parameters.map(\.defaultValue) == revision.parameters.map(\.defaultValue)
        return isSame ? nil : "goes to another address where it leaves arguments out"
    }
}
