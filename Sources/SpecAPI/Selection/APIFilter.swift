import SourceText
package import SpecDiagnostics
import SpecDocument
package import SpecTree

/// The operations and schemas that a client is made of (`filter` of kurus.json).
///
/// The documents' other operations, and the components that nothing needs then, are taken out of the documents before they
/// are read: mistakes in them are no mistakes, and a comparison does not see them.
package struct APIFilter: Sendable {
    /// Patterns of paths: `*` matches any characters of a segment, `**` any number of segments.
    package var paths: [Located<String>]
    package var tags: [Located<String>]
    /// Operations, each as `POST /v1/files` or by its operationId.
    package var operations: [Located<String>]
    /// Schemas of `components` that are kept besides those that the operations need.
    package var schemas: [Located<String>]

    package init(
        paths: [Located<String>] = [], tags: [Located<String>] = [], operations: [Located<String>] = [],
        schemas: [Located<String>] = []
    ) {
        self.paths = paths
        self.tags = tags
        self.operations = operations
        self.schemas = schemas
    }

    package var isEmpty: Bool {
        [paths, tags, operations, schemas].allSatisfy(\.isEmpty)
    }

    /// Takes everything else out of the documents; an entry that matches nothing is an error.
    ///
    /// - Returns: The operations that stay in the documents only because a reference leads into them.
    package func apply(
        to documents: inout [PageDocument], addresses: [String: String], diagnostics: inout Diagnostics
    ) -> Set<OperationKey> {
        let parts = DocumentParts(of: documents, addresses: addresses, [])
        var wanted: Set<DocumentPart> = []
        for (name, entries, matches) in matchers {
            for entry in entries {
                let found = parts.operations.filter { matches(entry.value, $0) }
                wanted.formUnion(found.map { .operation($0.key) })
                if found.isEmpty { report(entry, in: name, parts, &diagnostics) }
            }
        }
        for entry in schemas {
            let part = DocumentPart.component("schemas", entry.value)
            if parts.contents[part] == nil { report(entry, in: "schemas", parts, &diagnostics) }
            wanted.insert(part)
        }
        let needed = parts.closure(of: wanted) { Array(parts.contents[$0]?.uses ?? []) }
        var extracts = documents
        for scope in documents.indices {
            extracts[scope].root = DocumentExtract(scope: scope, needed: needed).root(of: documents[scope].root)
        }
        documents = extracts
        return Set(DocumentParts(of: documents, addresses: addresses, []).operations.map(\.key))
            .filter { !wanted.contains(.operation($0)) }
    }

    private typealias Matcher = (String, DocumentParts.Operation) -> Bool

    private var matchers: [(name: String, entries: [Located<String>], matches: Matcher)] {
        [
            ("paths", paths, { PathPattern($0).matches($1.key.path) }),
            ("tags", tags, { $1.tags.contains($0) }),
            ("operations", operations, { $1.isNamed($0) }),
        ]
    }

    private func report(
        _ entry: Located<String>, in name: String, _ parts: DocumentParts, _ diagnostics: inout Diagnostics
    ) {
        let known: [String] =
            switch name {
            case "paths": parts.operations.map(\.key.path)
            case "tags": parts.operations.flatMap(\.tags)
            case "schemas": parts.contents.keys.compactMap(\.schemaName).sorted()
            default: parts.operations.flatMap(\.names)
            }
        let nearest = DidYouMean.suggestion(for: entry.value, in: known).map { "did you mean `\($0)`?" }
        diagnostics.error(
            .unusedOption,
            "`\(name)` of `filter`: nothing in the documents is `\(entry.value)`; \(nearest ?? "remove the entry")",
            at: entry.location)
    }
}

/// The part of a document that is needed.
private struct DocumentExtract {
    let scope: Int
    let needed: Set<DocumentPart>

    func root(of root: JSONNode) -> JSONNode {
        root.mapMembers { member in
            switch member.name {
            case "paths": member.value.mapMembers(path)
            case "components": member.value.mapMembers(components)
            default: member.value
            }
        }
    }

    private func path(_ path: JSONMember) -> JSONNode? {
        if isLedInto(["paths", path.name]) { return path.value }
        let kept = path.value.mapMembers { member in
            let key = OperationKey(path: path.name, method: member.name)
            return PathItem.methods.contains(member.name) && !needed.contains(.operation(key)) ? nil : member.value
        }
        let isUsed = needed.contains { if case .operation(let key) = $0 { key.path == path.name } else { false } }
        return isUsed ? kept : nil
    }

    private func components(_ kind: JSONMember) -> JSONNode? {
        kind.value.mapMembers { member in
            needed.contains(.component(kind.name, member.name)) || isLedInto(["components", kind.name, member.name])
                ? member.value : nil
        }
    }

    /// Returns whether a needed value is inside the value at the pointer.
    private func isLedInto(_ pointer: [String]) -> Bool {
        needed.contains { part in
            guard case .value(let target) = part else { return false }
            return target.scope == scope && target.pointer.tokens.starts(with: pointer)
        }
    }
}

extension JSONNode {
    /// Returns the object with other values of its members, less those without one; any other value as it is.
    fileprivate func mapMembers(_ value: (JSONMember) -> JSONNode?) -> JSONNode {
        guard let members else { return self }
        let mapped = members.compactMap { member in
            value(member).map { JSONMember(member.name, at: member.location, $0) }
        }
        return JSONNode(.object(mapped), at: location)
    }
}

/// A pattern for paths: `/v1/payouts/**`.
struct PathPattern {
    private let segments: [Substring]

    init(_ text: String) {
        segments = text.split(separator: "/")
    }

    func matches(_ path: String) -> Bool {
        Self.matches(segments[...], path.split(separator: "/")[...])
    }

    private static func matches(_ pattern: ArraySlice<Substring>, _ path: ArraySlice<Substring>) -> Bool {
        guard let first = pattern.first else { return path.isEmpty }
        let rest = pattern.dropFirst()
        if first == "**" {
            // Two in a row match the same as one, but would take exponential time.
            if rest.first == "**" { return matches(rest, path) }
            return (path.startIndex...path.endIndex).contains { matches(rest, path[$0...]) }
        }
        guard let segment = path.first, NamePattern(String(first)).matches(String(segment)) else { return false }
        return matches(rest, path.dropFirst())
    }
}
