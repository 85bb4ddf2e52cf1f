import SourceText
import SpecDiagnostics
import SpecDocument
import SpecTree

/// The schemas outside of `components` that are declared like components: those that lead back to themselves, which no
/// copy could end, and those of files that are no OpenAPI documents, which several operations share.
struct SchemaHomes {
    private let documents: [SourceDocument]
    /// The names by target. A name that components use is never taken.
    private(set) var names: [ReferenceTarget: String] = [:]
    private var taken: Set<String>

    init(_ documents: [SourceDocument]) {
        self.documents = documents
        taken = Set(documents.flatMap { ($0.page.root["components"]?["schemas"]?.members ?? []).map(\.name) })
    }

    /// Names the schemas; returns whether one of them is new.
    mutating func add(_ targets: [ReferenceTarget]) -> Bool {
        var isNew = false
        for target in targets where names[target] == nil {
            names[target] = freeName(for: target)
            isNew = true
        }
        return isNew
    }

    private mutating func freeName(for target: ReferenceTarget) -> String {
        let name = name(for: target)
        var free = name
        var number = 2
        while !taken.insert(free).inserted {
            free = "\(name)\(number)"
            number += 1
        }
        return free
    }

    /// Returns the name that the document gives the schema: the one under which a map of schemas has it, its title, the
    /// file's, or else the last name on the way to it.
    private func name(for target: ReferenceTarget) -> String {
        let tokens = target.pointer.tokens
        let maps: Set = ["schemas", "definitions", "$defs"]
        if tokens.count >= 2, maps.contains(tokens[tokens.count - 2]) { return tokens[tokens.count - 1] }
        let page = documents[target.scope].page
        if let title = page.root.node(at: target.pointer)?["title"]?.string, title.contains(where: \.isLetter) {
            return title
        }
        guard !tokens.isEmpty else {
            let file = page.file.path.split(separator: "/").last ?? "Schema"
            return String(file.split(separator: ".").first ?? file)
        }
        if let property = tokens.indices.last(where: { $0 > 0 && tokens[$0 - 1] == "properties" }) {
            return tokens[property]
        }
        let operation = page.root.node(at: JSONPointer(Array(tokens.prefix(3))))
        let words =
            tokens.first == "paths"
            ? [operation?["operationId"]?.string ?? tokens.prefix(2).joined(separator: " ")] : []
        return
            (words
            + (tokens.contains("requestBody")
                ? ["request"] : tokens.contains("responses") ? ["response"] : tokens.suffix(1)))
            .joined(separator: " ")
    }

    /// The names by the location of the schema, for its own place in the document.
    func locations(_ references: ReferenceFinder) -> [SourceLocation: String] {
        var locations: [SourceLocation: String] = [:]
        for (target, name) in names {
            if let location = references.node(at: target)?.location { locations[location] = name }
        }
        return locations
    }

    /// Puts the schemas beside the components.
    func declare(
        in components: inout MergedComponents, _ references: ReferenceFinder, _ diagnostics: inout Diagnostics
    ) {
        for (target, name) in names.sorted(by: { $0.value < $1.value }) {
            guard let node = references.node(at: target),
                let schema = ReferenceOr<Schema>.decode(
                    node, in: documents[target.scope].document.specification, diagnostics: &diagnostics)
            else { continue }
            components.schemaNames.append(name)
            components.schemas[name] = MergedComponents.Entry(
                name: name, location: node.location, scope: target.scope, value: schema)
        }
    }
}
