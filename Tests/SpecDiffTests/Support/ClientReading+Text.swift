import ClientGenerator
import SourceText
import SpecAPI
import SpecDiagnostics
import SpecDiff
import SpecPipeline

extension ClientReading {
    /// A side of documents, by the names of their files.
    static func pages(_ texts: [(name: String, text: String)]) -> ClientReading {
        let pages = texts.map {
            ClientPipeline.PageText(file: SourceFile(path: $0.name, bytes: Array($0.text.utf8)), mayBeProse: true)
        }
        let pipeline = ClientPipeline(
            pages: pages, overlays: [], resolveOptions: ResolveOptions(),
            clientOptions: ClientOptions(module: "TestAPI", source: "test", access: .public, emit: [.types, .client]),
            place: .path("test"))
        return pipeline.read(.comparing)
    }

    static func document(_ text: String) -> ClientReading {
        pages([("document.json", text)])
    }

    /// A document around one operation, `POST /things/{id}`, whose members are given; and other members of the root.
    static func operation(_ members: String, root: String = "") -> ClientReading {
        document(
            """
            {"openapi": "3.0.3", "info": {"title": "Things", "version": "1"}, \(root.isEmpty ? "" : root + ",")
             "paths": {"/things/{id}": {"post": {
              \(members)
             }}}}
            """)
    }
}

extension APIComparison {
    /// The differences of two sides on a fixed day.
    static func of(_ base: ClientReading, _ revision: ClientReading) -> APIComparison {
        APIComparison(from: base, to: revision, options: DiffOptions(today: "2026-11-21"))
    }

    /// `rule wire`, sorted, without changes of Swift alone.
    var wireRules: [String] {
        changes.filter { $0.rule != "swift-declaration-changed" }.map { "\($0.rule) \($0.wire.word)" }.sorted()
    }
}
