import Foundation
import SourceText
import SpecAPI
import SpecDiagnostics
import SpecPipeline
import SpecTestSupport
import Testing

@testable import ClientGenerator

@Suite struct ReservedTypeNamesTests {
    @Test func givesSchemasOfSuchNamesAnEnding() throws {
        let names = ReservedTypeNames.all.sorted()
        let schemas = names.map { #""\#($0)": {"type": "object", "properties": {"a": {"type": "string"}}}"# }
        let text = #"""
            {"openapi": "3.0.3", "info": {"title": "T", "version": "1"}, "paths": {},
             "components": {"schemas": {\#(schemas.joined(separator: ", "))}}}
            """#
        let pipeline = ClientPipeline(
            pages: [ClientPipeline.PageText(file: SourceFile("input.json", text), mayBeProse: false)], overlays: [],
            resolveOptions: ResolveOptions(), clientOptions: ClientOptions(module: "TestAPI", source: "input.json"),
            place: .none)
        let reading = pipeline.read(.generating)
        let source = try #require(reading.client()).files.map(\.text).joined()
        #expect(reading.clientDiagnostics.text.isEmpty)
        for name in names {
            #expect(source.contains("struct \(name)Model: JSONModel"))
            #expect(!source.contains("struct \(name): "))
        }
    }

    /// A schema named like a type of the runtime would hide it from the generated source.
    @Test(arguments: ["KurusJSON", "KurusHTTP", "KurusRuntime", "KurusServer", "KurusTransport"])
    func knowsAllPublicTypes(_ module: String) throws {
        let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Sources/\(module)")
        let files = try #require(FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
        var declared: Set<String> = [module]
        for case let file as URL in files where file.pathExtension == "swift" {
            declared.formUnion(Self.publicTypes(try String(contentsOf: file, encoding: .utf8)))
        }
        #expect(declared.count > 1)
        #expect(declared.subtracting(ReservedTypeNames.all).sorted() == [])
    }

    /// The names of public types declared at the start of a line, attributes and modifiers before them.
    private static func publicTypes(_ source: String) -> [String] {
        let declaration =
            /^(?:@\w+(?:\([^)]*\))? |\w+ )*?public (?:\w+ )*?(?:struct|enum|protocol|class|actor|typealias) (\w+)/
        return source.split(separator: "\n").compactMap { line in
            line.firstMatch(of: declaration).map { String($0.1) }
        }
    }
}
