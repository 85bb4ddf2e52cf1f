import ClientGenerator
package import SourceText
import SpecAPI
package import SpecDiagnostics
import SpecTree

extension Configuration {
    package static let fileName = "kurus.json"

    /// Returns the kurus.json files that match a pattern; reports an error when none does.
    package static func paths(
        matching pattern: String, _ files: any FileTree, diagnostics: inout Diagnostics
    ) -> [String] {
        do throws(Glob.FolderFailure) {
            let paths = try Glob(pattern).files(in: files)
            if paths.isEmpty {
                diagnostics.error(.noMatchingFile, "no \(pattern) below the working directory", at: nil)
            }
            return paths
        } catch {
            diagnostics.error(
                .unreadableFile, "the folder cannot be read: \(error.reason)", in: files.shown(error.folder))
            return []
        }
    }

    /// Returns the kurus.json at a path of the command line: the file itself or the one in a folder; nil if absent.
    package static func path(describing operand: String, _ files: any FileTree) -> String? {
        let path = PathText.normalized(operand)
        if PathText.lastName(of: path) == fileName { return files.kind(of: path) == .file ? path : nil }
        let inside = PathText.joined(path, fileName)
        return files.kind(of: inside) == .file ? inside : nil
    }

    /// Reads the kurus.json at a path; nil, with an error, when it cannot be read or is not JSON.
    package static func read(_ path: String, _ files: any FileTree, diagnostics: inout Diagnostics) -> Configuration? {
        let file = InputFile(path: path, location: nil, isNamed: true)
        return files.read(file, diagnostics: &diagnostics).flatMap { read($0, at: path, diagnostics: &diagnostics) }
    }

    /// Reads a kurus.json: a client, or an object whose only field `clients` lists several. Nil when it is not JSON;
    /// unusable clients are errors and left out.
    ///
    /// - Parameter path: The path in its tree, to which its own paths are relative.
    package static func read(_ file: SourceFile, at path: String, diagnostics: inout Diagnostics) -> Configuration? {
        guard !file.bytes.isEmpty else {
            diagnostics.error(
                .emptyFile, "the file is empty; an object with the fields of a client was expected", in: file.path)
            return nil
        }
        guard let node = JSONNode.read(JSONText(file: file), diagnostics: &diagnostics) else { return nil }
        guard node.member(named: "clients") != nil else {
            let client = Client.decode(node, named: "kurus.json", &diagnostics)
            return Configuration(path: path, clients: client.map { [$0] } ?? [])
        }
        let nodes = FieldReader.read(node, of: "kurus.json", &diagnostics) { fields in
            fields.elements("clients", of: "objects", isNeverEmpty: true)
        }
        return Configuration(
            path: path, clients: (nodes ?? []).compactMap { Client.decode($0, named: "a client", &diagnostics) })
    }
}

extension Configuration.Client {
    /// Reads a client; nil, with at least one error, when it is unusable.
    static func decode(_ node: JSONNode, named name: String, _ diagnostics: inout Diagnostics) -> Self? {
        var found = Diagnostics()
        let client = FieldReader.read(node, of: node.members == nil ? name : "a client", owner: "kurus.json", &found) {
            decode(&$0, at: node.location)
        }
        diagnostics.append(found)
        return found.all.isEmpty ? client : nil
    }

    private static func decode(_ fields: inout FieldReader, at location: SourceLocation) -> Self? {
        let module = moduleName(fields.string("module", isRequired: true), &fields)
        let inputs = fields.strings("inputs", isRequired: true, isNeverEmpty: true) ?? []
        let lintInputs = fields.strings("lintInputs") ?? []
        let overlays = fields.strings("overlays") ?? []
        let filter = fields.node("filter").flatMap { apiFilter($0, &fields) }
        let leaveOut = fields.strings("leaveOut") ?? []
        let output = fields.string("output")
        let access = fields.string("access").flatMap { fields.choice($0, of: "`access`", AccessLevel.self) }
        let emit = parts(&fields)
        let typesModule = moduleName(fields.string("typesModule"), &fields)
        checkTypes(emit, typesModule, &fields, at: location)
        let types = fields.map("types")
        let components = fields.map("components")
        let serverNames = fields.map("serverNames")
        let servers = fields.map("servers").compactMap { entry in
            fields.choice(entry.value, of: "`\(entry.name)` of `servers`", PageServers.Use.self).map {
                PageServers(page: entry.name, use: $0, location: entry.value.location)
            }
        }
        let sources = fields.map("sources")
        let cutFrom = fields.string("cutFrom")
        let scalars = types.compactMap { entry in
            fields.choice(entry.value, of: "the type of `\(entry.name)`", ScalarType.self).map { (entry.name, $0) }
        }
        guard let module else { return nil }
        return Self(
            location: location, module: module, inputs: inputs, lintInputs: lintInputs, overlays: overlays,
            filter: filter, leaveOut: leaveOut, output: output, access: access ?? .public, emit: emit,
            typesModule: typesModule?.value, types: Dictionary(scalars) { first, _ in first },
            components: Dictionary(components.map { ($0.name, $0.value.value) }) { first, _ in first },
            serverNames: Dictionary(serverNames.map { ($0.name, $0.value.value) }) { first, _ in first },
            servers: servers,
            locations: Dictionary((types + components + serverNames).map { ($0.name, $0.value.location) }) { first, _ in
                first
            },
            sources: sources.map { ($0.name, $0.value) },
            cutFrom: cutFrom?.value)
    }

    private static func apiFilter(_ node: JSONNode, _ fields: inout FieldReader) -> APIFilter? {
        FieldReader.read(node, of: "`filter`", &fields.diagnostics) { (fields: inout FieldReader) -> APIFilter? in
            let filter = APIFilter(
                paths: fields.strings("paths") ?? [], tags: fields.strings("tags") ?? [],
                operations: fields.strings("operations") ?? [], schemas: fields.strings("schemas") ?? [])
            if filter.isEmpty {
                fields.error(
                    .missingField, "`filter` needs an entry in `paths`, `tags`, `operations` or `schemas`",
                    at: fields.location)
            }
            return filter
        }
    }

    private static func parts(_ fields: inout FieldReader) -> [ClientPart] {
        guard let words = fields.strings("emit", isNeverEmpty: true) else { return [.types, .client] }
        return words.compactMap { fields.choice($0, of: "an element of `emit`", ClientPart.self) }
    }

    /// Checks that types are either generated or imported.
    private static func checkTypes(
        _ emit: [ClientPart], _ typesModule: Located<String>?, _ fields: inout FieldReader,
        at location: SourceLocation
    ) {
        if let typesModule, emit.contains(.types) {
            fields.error(
                .invalidValue, "`typesModule` has no effect where `emit` has `types`; remove one of them",
                at: typesModule.location)
        } else if typesModule == nil, !emit.isEmpty, !emit.contains(.types) {
            fields.error(
                .missingField, "a client whose `emit` lacks `types` needs the field `typesModule`", at: location)
        }
    }

    private static func moduleName(
        _ name: Located<String>?, _ fields: inout FieldReader
    ) -> Located<String>? {
        guard let name else { return nil }
        guard ModuleName.isValid(name.value) else {
            fields.error(.invalidValue, "`\(name.value)` \(ModuleName.requirement)", at: name.location)
            return nil
        }
        return name
    }
}
