import SpecAPI
import SpecDiagnostics
import SpecPages
import Testing

extension ResolveOptions {
    /// Reads `types` and `components` as kurus.json has them.
    init(_ file: SourceFile) throws {
        var diagnostics = Diagnostics()
        let node = try #require(JSONNode.read(file, diagnostics: &diagnostics))
        self.init()
        for member in node["types"]?.members ?? [] {
            types[member.name] = try #require(ScalarType(rawValue: member.value.string ?? ""))
        }
        for member in node["components"]?.members ?? [] {
            preferredPages[member.name] = try #require(member.value.string)
        }
    }
}
