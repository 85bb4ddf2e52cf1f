import ClientGenerator
import Foundation
import KurusJSON
import SourceText
import SpecAPI
import SpecDiagnostics
import SpecDiff
import SpecPages
import SpecPipeline
import SpecTree

/// A document whose copies are compared with it.
struct MutatedDocument {
    let name: String
    let root: JSONValue
    /// The document with its sets in order, by `DocumentStructure`.
    let normal: JSONValue
    let places: [[String]]
    let side: ClientReading
    let index: PlaceIndex

    /// Nil when the bytes are not a JSON object.
    init?(name: String, bytes: [UInt8]) {
        guard let root = try? JSONReader.read(JSONValue.self, from: bytes), case .object = root else { return nil }
        self.name = name
        self.root = root
        normal = DocumentStructure.normal(root)
        places = root.places()
        side = Self.side(of: root, named: "base.json")
        index = PlaceIndex(side.documents)
    }

    func componentNames(_ kind: String) -> [String] {
        guard case .object(let components)? = root.value(at: ["components", kind][...]) else { return [] }
        return components.members.map(\.name)
    }

    /// The reading of a document for a diff.
    static func side(of root: JSONValue, named name: String) -> ClientReading {
        let file = SourceFile(path: name, bytes: JSONWriter.bytes(of: root) + [0x0A])
        return ClientPipeline(
            pages: [ClientPipeline.PageText(file: file, mayBeProse: false)], overlays: [],
            resolveOptions: ResolveOptions(),
            clientOptions: ClientOptions(module: "MutantAPI", source: "mutants", emit: Set(ClientPart.allCases)),
            place: .none
        ).read(.comparing)
    }

    /// The documents of files, and of the files below folders: those named `.json`, and the blocks of pages.
    static func all(in paths: [String]) -> [MutatedDocument] {
        paths.flatMap(files).flatMap { path in
            let bytes = FileManager.default.contents(atPath: path).map { [UInt8]($0) } ?? []
            guard !path.hasSuffix(".json") else {
                return [MutatedDocument(name: path, bytes: bytes)].compactMap(\.self)
            }
            return FencedCode.blocks(in: SourceFile(path: path, bytes: bytes)).filter(\.isDocument)
                .compactMap { MutatedDocument(name: path, bytes: $0.text.bytes) }
        }.filter { $0.root["openapi"] != nil }
    }

    private static func files(_ path: String) -> [String] {
        guard let below = FileManager.default.enumerator(atPath: path) else { return [path] }
        let names = below.compactMap { $0 as? String }.filter { $0.hasSuffix(".json") || $0.hasSuffix(".md") }
        return names.isEmpty ? [path] : names.sorted().map { "\(path)/\($0)" }
    }
}
