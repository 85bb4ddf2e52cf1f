import SpecDiagnostics
import SpecDocument
import SpecTree

/// A part of the input that is used as a whole, so that a mistake in it costs everything that uses it.
enum DocumentPart: Hashable {
    /// An operation, without the fields of its path item.
    case operation(OperationKey)
    /// A component of that kind and name, on all pages that have it, because components are merged by name.
    case component(String, String)
    /// Any other value that a reference leads to.
    case value(ReferenceTarget)
}

/// What a part holds.
struct PartContents {
    /// The indexes of the mistakes in it.
    var mistakes: Set<Int> = []
    var uses: Set<DocumentPart> = []
}

/// The parts of an input, with the mistakes in each and the parts that it uses.
struct DocumentParts {
    private let documents: [PageDocument]
    private let references: ReferenceFinder
    private let mistakes: MistakePlaces
    private(set) var contents: [DocumentPart: PartContents] = [:]
    /// An operation as the documents have it.
    struct Operation {
        let key: OperationKey
        let operationID: String?
        let tags: [String]
        let location: SourceLocation

        /// The names by which kurus.json can mean it.
        var names: [String] {
            [key.text] + (operationID.map { [$0] } ?? [])
        }

        func isNamed(_ name: String) -> Bool {
            names.contains(name)
        }
    }

    /// The operations in the order of the input.
    private(set) var operations: [Operation] = []
    private var open: [DocumentPart] = []

    /// Divides the documents.
    ///
    /// - Parameter errors: The mistakes; an index of them is their position here.
    init(of documents: [PageDocument], addresses: [String: String], _ errors: [Diagnostic]) {
        self.documents = documents
        references = ReferenceFinder(documents, addresses: addresses)
        mistakes = MistakePlaces(errors)
        for scope in documents.indices {
            addComponents(in: scope)
            addOperations(in: scope)
        }
        addSubtypes()
        while let part = open.popLast() {
            guard case .value(let target) = part, let node = references.node(at: target) else { continue }
            add(node, to: part, in: target.scope)
        }
    }

    private mutating func addComponents(in scope: Int) {
        for kind in documents[scope].root["components"]?.members ?? [] {
            for member in kind.value.members ?? [] {
                let part = DocumentPart.component(kind.name, member.name)
                contents[part, default: PartContents()].mistakes.formUnion(mistakes.indexes(at: member.location))
                add(member.value, to: part, in: scope)
            }
        }
    }

    private mutating func addOperations(in scope: Int) {
        for path in documents[scope].root["paths"]?.members ?? [] {
            var methods: Set<String> = []
            for home in references.pathItems(path.value, in: scope) {
                for member in home.node.members ?? []
                where PathItem.methods.contains(member.name) && methods.insert(member.name).inserted {
                    let key = OperationKey(path: path.name, method: member.name)
                    let tags = member.value["tags"]?.elements?.compactMap(\.string)
                    operations.append(
                        Operation(
                            key: key, operationID: member.value["operationId"]?.string, tags: tags ?? [],
                            location: member.location))
                    add(member, key, of: path, home.node, scope, home.scope)
                }
            }
        }
    }

    private mutating func add(
        _ member: JSONMember, _ key: OperationKey, of path: JSONMember, _ item: JSONNode, _ scope: Int, _ home: Int
    ) {
        let part = DocumentPart.operation(key)
        let fields = member.value.members ?? []
        let names = Set(fields.map(\.name))
        var found = mistakes.indexes(at: path.location).union(mistakes.indexes(at: item.location))
        found.formUnion(mistakes.indexes(at: member.location))
        found.formUnion(mistakes.indexes(at: member.value.location))
        contents[part, default: PartContents()].mistakes.formUnion(found)
        // Nothing is generated for callbacks, so nothing in them can cost the operation.
        for field in fields where field.name != "callbacks" {
            contents[part, default: PartContents()].mistakes.formUnion(mistakes.indexes(at: field.location))
            add(field.value, to: part, in: home)
        }
        for field in item.members ?? [] where ["parameters", "servers", "$ref"].contains(field.name) {
            add(field.value, to: part, in: home)
        }
        let root = documents[scope].root
        if !names.contains("servers"), item["servers"] == nil, let servers = root["servers"] {
            add(servers, to: part, in: scope)
        }
        if let security = member.value["security"] ?? root["security"] {
            add(security, to: part, in: scope)
            addSchemes(of: security, to: part)
        }
    }

    /// Returns the indexes of the mistakes in a document outside of all parts: in its title or its tags, for example.
    func mistakesOutside() -> Set<Int> {
        var found: Set<Int> = []
        var nodes = documents.map(\.root)
        while let next = nodes.popLast() {
            found.formUnion(mistakes.indexes(at: next.location))
            nodes += next.elements ?? []
            for member in next.members ?? [] {
                found.formUnion(mistakes.indexes(at: member.location))
                nodes.append(member.value)
            }
        }
        return contents.values.reduce(into: found) { $0.subtract($1.mistakes) }
    }

    /// A security requirement names its schemes without `$ref` (§4.7.30).
    private mutating func addSchemes(of security: JSONNode, to part: DocumentPart) {
        for scheme in (security.elements ?? []).flatMap({ $0.members ?? [] }) {
            contents[part, default: PartContents()].uses.insert(.component("securitySchemes", scheme.name))
        }
    }

    /// Adds the mistakes in a value, and its references, to a part.
    private mutating func add(_ node: JSONNode, to part: DocumentPart, in scope: Int) {
        var own = contents[part] ?? PartContents()
        var nodes = [node]
        while let next = nodes.popLast() {
            own.mistakes.formUnion(mistakes.indexes(at: next.location))
            if let elements = next.elements { nodes += elements }
            for member in next.members ?? [] {
                own.mistakes.formUnion(mistakes.indexes(at: member.location))
                if member.name == "$ref", let text = member.value.string, let used = self.part(text, in: scope) {
                    own.uses.insert(used)
                    if contents[used] == nil {
                        contents[used] = PartContents()
                        open.append(used)
                    }
                }
                nodes.append(member.value)
            }
        }
        contents[part] = own
    }

    private func part(_ reference: String, in scope: Int) -> DocumentPart? {
        guard case .success(let target) = references.target(of: reference, in: scope) else { return nil }
        let tokens = target.pointer.tokens
        return tokens.count == 3 && tokens[0] == "components" ? .component(tokens[1], tokens[2]) : .value(target)
    }

    /// A schema with a discriminator is read as one of the schemas that inherit from it (§4.7.25).
    private mutating func addSubtypes() {
        var parents: [String: Set<String>] = [:]
        var bases: Set<String> = []
        for (scope, document) in documents.enumerated() {
            for schema in document.root["components"]?["schemas"]?.members ?? [] {
                if schema.value["discriminator"] != nil { bases.insert(schema.name) }
                // Since 3.1, a `$ref` beside other keywords is a part of the schema like those of `allOf`.
                let inherited = (schema.value["allOf"]?.elements ?? []) + [schema.value]
                for case .component("schemas", let parent)? in inherited.map({
                    $0["$ref"]?.string.flatMap { part($0, in: scope) }
                }) {
                    parents[schema.name, default: []].insert(parent)
                }
            }
        }
        for (name, direct) in parents {
            var seen = direct
            var next = Array(direct)
            while let ancestor = next.popLast() {
                if bases.contains(ancestor) {
                    contents[.component("schemas", ancestor)]?.uses.insert(.component("schemas", name))
                }
                next += (parents[ancestor] ?? []).filter { seen.insert($0).inserted }
            }
        }
    }
}

/// The locations of mistakes, to find those of a value.
private struct MistakePlaces {
    private var places: [SourceLocation: [Int]] = [:]
    /// The offsets alone: most values have none of them, and comparing whole locations costs more.
    private var offsets: Set<Int> = []

    init(_ errors: [Diagnostic]) {
        for (index, error) in errors.enumerated() {
            guard let location = error.location else { continue }
            places[location, default: []].append(index)
            offsets.insert(location.offset)
        }
    }

    func indexes(at location: SourceLocation) -> Set<Int> {
        offsets.contains(location.offset) ? Set(places[location] ?? []) : []
    }
}
