import ClientGenerator
import SpecAPI

/// Compares the servers that a client names.
enum ServerConstants {
    static func report(_ pair: ComparedSides.TypePair, to found: inout ComparedSides) {
        let names = NamePairs(servers(pair.base), servers(pair.revision), by: \.name)
        let urls = NamePairs(names.gone, names.added, by: { $0.wire ?? "" })
        for server in urls.gone {
            found.report(
                .breaking, name(server, pair.base), server, nil,
                "the server is gone: code that names it no longer compiles")
        }
        for renamed in urls.pairs {
            found.report(
                .breaking, name(renamed.base, pair.base), renamed.base, renamed.revision,
                "`\(renamed.base.name)` is now `\(renamed.revision.name)`: code has to use the new name")
        }
        for server in urls.added {
            found.report(.info, name(server, pair.revision), nil, server, "the server is new")
        }
        for same in names.pairs { compare(same.base, same.revision, name(same.base, pair.base), &found) }
    }

    private static func servers(_ entry: DeclaredTypes.Entry) -> [Declaration] {
        entry.declaration.members.filter { $0.kind == .constant || $0.kind == .function }
    }

    private static func name(_ server: Declaration, _ client: DeclaredTypes.Entry) -> String {
        "\(client.path).\(server.fullName)"
    }

    private static func compare(
        _ base: Declaration, _ revision: Declaration, _ name: String, _ found: inout ComparedSides
    ) {
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

    private static func otherAddress(_ base: Declaration, _ revision: Declaration) -> String? {
        if let was = base.wire, let now = revision.wire, ServerAddress.normalized(was) != ServerAddress.normalized(now)
        {
            return "calls go to `\(now)`, no longer to `\(was)`"
        }
        let isSame = base.parameters.map(\.defaultValue) == revision.parameters.map(\.defaultValue)
        return isSame ? nil : "goes to another address where it leaves arguments out"
    }
}
