import SourceText
import SpecAPI
import SpecDiagnostics
import SpecTree
import Testing

extension ResolveOptions {
    /// Reads `types`, `components`, `servers` and `serverNames` in the form of kurus.json.
    init(_ file: SourceFile) throws {
        var diagnostics = Diagnostics()
        let node = try #require(JSONNode.read(file, diagnostics: &diagnostics))
        self.init()
        for member in node["types"]?.members ?? [] {
            let type: ScalarType = try #require(ScalarType(rawValue: member.value.string ?? ""))
            types[member.name] = type
            locations[member.name] = member.location
        }
        for member in node["components"]?.members ?? [] {
            let page: String = try #require(member.value.string)
            preferredPages[member.name] = page
            locations[member.name] = member.location
        }
        for member in node["servers"]?.members ?? [] {
            let use: PageServers.Use = try #require(PageServers.Use(rawValue: member.value.string ?? ""))
            pageServers.append(PageServers(page: member.name, use: use, location: member.value.location))
        }
        for member in node["serverNames"]?.members ?? [] {
            let name: String = try #require(member.value.string)
            serverNames[member.name] = name
            locations[member.name] = member.location
        }
    }
}
