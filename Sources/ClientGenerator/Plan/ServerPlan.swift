import SpecAPI
import SpecDiagnostics

/// A server as a constant of the client, or as a function of its variables.
struct ServerPlan {
    struct Variable {
        var name: Identifier
        var location: SourceLocation
        var defaultValue: String?
        var documentation: String?
    }

    /// A part of the URL: text, or the value of a variable.
    enum Part {
        case text(String)
        case variable(Int)
    }

    var name: Identifier
    var location: SourceLocation
    var url: String
    var documentation: String
    var variables: [Variable]
    var parts: [Part]

    /// Plans the client's servers, then those that callers of some operations name.
    static func plans(_ api: API) -> [Self] {
        let servers = api.servers + api.namedServers
        let plans = zip(servers, names(servers)).map { plan($0, name: $1) }
        return plans.enumerated().map { index, plan in
            var plan = plan
            if index >= api.servers.count { plan.documentation += " · for calls that name a server" }
            return plan
        }
    }

    /// Names servers as kurus.json does, else by host, else by position. Never by their description, because a change
    /// of prose must not change the client.
    private static func names(_ servers: [APIServerDescription]) -> [Identifier] {
        var taken: Set<String> = []
        return servers.enumerated().map { index, server in
            let first = name(of: server)
            var name = first
            var number = index + 1
            while !taken.insert(name.name).inserted {
                name = Identifier(checked: "\(first.name)\(number)")
                number += 1
            }
            return name
        }
    }

    private static func name(of server: APIServerDescription) -> Identifier {
        if let name = server.name { return identifier(name) }
        let rest = server.url.split(separator: "://", maxSplits: 1).last.map(String.init) ?? server.url
        let host = rest.prefix { $0 != "/" && $0 != ":" }
        return identifier(host.isEmpty ? "server" : String(host))
    }

    private static func identifier(_ text: String) -> Identifier {
        Identifier(checked: safe(Namer.lowerCamel(Namer.words(text))))
    }

    /// Avoids names such as `init`, which would be misread after the client's name.
    private static func safe(_ name: String) -> String {
        ["init", "self", "Self", "Type", "Protocol"].contains(name) ? name + "Server" : name
    }

    private static func plan(_ server: APIServerDescription, name: Identifier) -> Self {
        var parts: [Part] = []
        var rest = server.url[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let variable = String(rest[rest.index(after: open)..<close])
            parts.append(.text(String(rest[..<open])))
            if let index = server.variables.firstIndex(where: { $0.name == variable }) {
                parts.append(.variable(index))
            }
            rest = rest[rest.index(after: close)...]
        }
        parts.append(.text(String(rest)))
        let description = server.description.map { " · " + DocumentationText.oneLine($0) } ?? ""
        return Self(
            name: name, location: server.location, url: server.url, documentation: server.url + description,
            variables: variables(of: server), parts: parts)
    }

    private static func variables(of server: APIServerDescription) -> [Variable] {
        let names = NameScope.names(
            of: server.variables.map { NameScope.Entry(text: $0.name, location: $0.location) }, as: .member,
            types: ReservedTypeNames.all)
        return zip(server.variables, names).map { variable, name in
            let allowed =
                variable.allowedValues.isEmpty ? nil : "One of \(variable.allowedValues.joined(separator: ", "))."
            let text = [variable.description, allowed].compactMap(\.self).joined(separator: " ")
            return Variable(
                name: name, location: variable.location, defaultValue: variable.defaultValue,
                documentation: text.isEmpty ? nil : text)
        }
    }

    /// The expression that makes the URL.
    var expression: SwiftCode {
        let pieces: [SwiftCode] = parts.compactMap { part in
            switch part {
            case .text(let text): text.isEmpty ? nil : "\(StringLiteral(text))"
            case .variable(let index): "\(variables[index].name)"
            }
        }
        return pieces.isEmpty ? "\"\"" : pieces.joined(separator: " + ")
    }
}
