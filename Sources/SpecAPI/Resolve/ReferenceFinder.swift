package import SourceText
import SpecDiagnostics
package import SpecTree

/// Finds the targets of references in the documents of one input.
package struct ReferenceFinder: Sendable {
    private let documents: [PageDocument]
    /// The documents by the path of their file; a page may hold several.
    private let scopes: [String: [Int]]
    /// The components by names such as `schemas/Amount`, and the paths, for each document. Searching the members each
    /// time would take time that grows with the square of a document.
    private let components: [[String: JSONNode]]
    private let paths: [[String: JSONNode]]
    /// The paths of files by the address that they are published at.
    private let addresses: [String: String]
    /// The names of schemas outside of `components` that are declared like components.
    private(set) var homes: [ReferenceTarget: String] = [:]

    init(_ documents: [SourceDocument], addresses: [String: String], homes: [ReferenceTarget: String] = [:]) {
        self.init(documents.map(\.page), addresses: addresses)
        self.homes = homes
    }

    package init(_ documents: [PageDocument], addresses: [String: String] = [:]) {
        self.documents = documents
        self.addresses = addresses
        scopes = Dictionary(grouping: documents.indices) { documents[$0].file.path }
        components = documents.map { document in
            let kinds = document.root["components"]?.members ?? []
            return Self.index(
                kinds.flatMap { kind in (kind.value.members ?? []).map { ("\(kind.name)/\($0.name)", $0.value) } })
        }
        paths = documents.map { document in
            Self.index((document.root["paths"]?.members ?? []).map { ($0.name, $0.value) })
        }
    }

    private static func index(_ nodes: [(String, JSONNode)]) -> [String: JSONNode] {
        Dictionary(nodes, uniquingKeysWith: { first, _ in first })
    }

    /// Returns the value at the target; nil where nothing exists there.
    package func node(at target: ReferenceTarget) -> JSONNode? {
        let tokens = target.pointer.tokens
        if tokens.count >= 3, tokens[0] == "components" {
            let rest = JSONPointer(Array(tokens.dropFirst(3)))
            return components[target.scope]["\(tokens[1])/\(tokens[2])"]?.node(at: rest)
        }
        if tokens.count >= 2, tokens[0] == "paths" {
            return paths[target.scope][tokens[1]]?.node(at: JSONPointer(Array(tokens.dropFirst(2))))
        }
        return documents[target.scope].root.node(at: target.pointer)
    }

    /// Returns the target of a reference in document `scope`.
    package func target(of text: String, in scope: Int) -> Result<ReferenceTarget, ReferenceFailure> {
        let parts = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard let path = JSONPointer.percentDecoded(parts[0]),
            let pointer = JSONPointer(fragment: parts.count > 1 ? parts[1] : "")
        else { return .failure(.malformed) }
        var candidates = [scope]
        if !path.isEmpty {
            let local = addresses[parts[0]]
            guard local != nil || !path.contains("://") else { return .failure(.address) }
            let resolved = local ?? Self.resolvedPath(path, relativeTo: documents[scope].file.path)
            guard let found = scopes[resolved] else {
                let nearest = DidYouMean.suggestion(for: resolved, in: documents.map(\.file.path))
                return .failure(.unknownFile(resolved, nearest: nearest))
            }
            candidates = found
        }
        let targets = candidates.map { ReferenceTarget(scope: $0, pointer: pointer) }
        if let target = targets.first(where: { node(at: $0) != nil }) { return .success(target) }
        if let target = targets.lazy.compactMap(\.moved).first(where: { node(at: $0) != nil }) {
            return .success(target)
        }
        return .failure(.dangling(DeadEnd(of: pointer, in: documents[candidates[0]].root)))
    }

    /// Returns the name under which the schema at the target is declared; nil where it is declared by its use.
    func schemaName(at target: ReferenceTarget) -> String? {
        target.component(.schemas) ?? homes[target]
    }

    /// Whether the target is in a file that is no OpenAPI document, but has values for others to refer to.
    func isInFragment(_ target: ReferenceTarget) -> Bool {
        documents[target.scope].isFragment
    }

    /// Whether a schema is possible at the target: false for the fields of the specification that hold other things.
    func mayBeSchema(_ target: ReferenceTarget) -> Bool {
        isInFragment(target) || target.mayBeSchema
    }

    func mayBePathItem(_ target: ReferenceTarget) -> Bool {
        isInFragment(target) || target.mayBePathItem
    }

    /// Returns whether a reference of another file leads to the file.
    package func leads(to file: SourceFile) -> Bool {
        documents.indices.contains { scope in
            guard documents[scope].file != file else { return false }
            var nodes = [documents[scope].root]
            while let next = nodes.popLast() {
                nodes += next.elements ?? []
                for member in next.members ?? [] {
                    if member.name == "$ref", let text = member.value.string, !text.hasPrefix("#"),
                        case .success(let target) = target(of: text, in: scope), documents[target.scope].file == file
                    {
                        return true
                    }
                    nodes.append(member.value)
                }
            }
            return false
        }
    }

    /// Returns a path item, and those that its `$ref` leads to (OpenAPI 3.0.3, §4.7.9), each with its document.
    func pathItems(_ item: JSONNode, in scope: Int) -> [(node: JSONNode, scope: Int)] {
        var items = [(node: item, scope: scope)]
        var seen: Set<ReferenceTarget> = []
        while let last = items.last, let text = last.node["$ref"]?.string,
            case .success(let target) = target(of: text, in: last.scope), seen.insert(target).inserted,
            let node = node(at: target)
        {
            items.append((node, target.scope))
        }
        return items
    }

    /// Resolves relative paths of files (RFC 3986 §5.2.4).
    private static func resolvedPath(_ path: String, relativeTo base: String) -> String {
        var segments =
            path.hasPrefix("/") ? [] : base.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        for segment in path.split(separator: "/", omittingEmptySubsequences: false) {
            switch segment {
            case ".": continue
            case "..":
                if segments.isEmpty || segments.last == ".." {
                    segments.append(segment)
                } else {
                    segments.removeLast()
                }
            default: segments.append(segment)
            }
        }
        return segments.joined(separator: "/")
    }
}

/// The location at which a pointer leaves the document.
package struct DeadEnd: Sendable {
    /// The part of the pointer that exists.
    let known: JSONPointer
    /// The token that leads nowhere.
    let missing: String
    /// The value at the end of the known part.
    let found: JSONNode
    let nearest: String?

    init(of pointer: JSONPointer, in root: JSONNode) {
        var node = root
        var count = 0
        while count < pointer.tokens.count,
            let next = node.node(at: JSONPointer([pointer.tokens[count]]))
        {
            node = next
            count += 1
        }
        known = JSONPointer(Array(pointer.tokens.prefix(count)))
        missing = count < pointer.tokens.count ? pointer.tokens[count] : ""
        found = node
        nearest = DidYouMean.suggestion(for: missing, in: (node.members ?? []).lazy.map(\.name))
    }

    var sentence: String {
        let place = known.tokens.isEmpty ? "the document" : "`#\(known)`"
        switch found.content {
        case .object: return "\(place) has no `\(missing)`" + (nearest.map { "; did you mean `\($0)`?" } ?? "")
        case .array(let elements): return "\(place) has \(elements.count) elements, and no `\(missing)`"
        default: return "\(place) is \(found.kindName), and has no `\(missing)`"
        }
    }
}

/// The reason why a reference leads nowhere.
package enum ReferenceFailure: Error {
    case address
    case malformed
    case unknownFile(String, nearest: String?)
    case dangling(DeadEnd)

    var id: DiagnosticID {
        switch self {
        case .address: .unsupportedReference
        case .malformed, .unknownFile, .dangling: .danglingReference
        }
    }

    func message(_ target: String) -> String {
        switch self {
        case .address:
            "`\(target)` is a URL, and Kurus reads only the files of its input: save the document beside this one, and "
                + "name its file and this URL in `sources` of kurus.json, or refer to its path"
        case .malformed: "`\(target)` is not a JSON pointer; a reference looks like `#/components/schemas/Name`"
        case .unknownFile(let path, let nearest):
            "`\(target)` leads to \(path), which is not a document of this input"
                + (nearest.map { "; did you mean \($0)?" } ?? "; add it to the inputs")
        case .dangling(let deadEnd): "`\(target)` leads to nothing: \(deadEnd.sentence)"
        }
    }
}

/// The target of a `$ref` (RFC 3986 §4.1; JSON pointers of RFC 6901 in the fragment).
package struct ReferenceTarget: Hashable, Sendable {
    /// The index of the document in the input.
    package var scope: Int
    package var pointer: JSONPointer

    fileprivate var mayBeSchema: Bool {
        switch pointer.tokens.first {
        case "components"?: pointer.tokens.contains("schema") || pointer.tokens.dropFirst().first == "schemas"
        case "paths"?: pointer.tokens.contains("schema")
        case "openapi"?, "info"?, "servers"?, "security"?, "tags"?, "externalDocs"?, nil: false
        default: true
        }
    }

    /// Whether a path item is possible at the target: a path, or a value in an extension.
    fileprivate var mayBePathItem: Bool {
        switch pointer.tokens.first {
        case "paths"?: pointer.tokens.count == 2
        case "components"?: pointer.tokens.dropFirst().first == "pathItems"
        case let name?: name.hasPrefix("x-")
        case nil: false
        }
    }

    /// The component that is meant by a pointer without `components`, as Swagger 2.0 writes it: `#/definitions/Amount`; nil
    /// for any other pointer.
    fileprivate var moved: ReferenceTarget? {
        let kinds = [
            "definitions": ComponentKind.schemas, "schemas": .schemas, "parameters": .parameters,
            "responses": .responses,
        ]
        guard pointer.tokens.count == 2, let kind = kinds[pointer.tokens[0]] else { return nil }
        return ReferenceTarget(scope: scope, pointer: JSONPointer(["components", kind.rawValue, pointer.tokens[1]]))
    }

    /// Returns the component's name, if the pointer names a component of that kind.
    func component(_ kind: ComponentKind) -> String? {
        let tokens = pointer.tokens
        return tokens.count == 3 && tokens[0] == "components" && tokens[1] == kind.rawValue ? tokens[2] : nil
    }
}
