package import SourceText
package import SpecDiagnostics
package import SpecTree

/// An Overlay Object (Overlay 1.0.0, §4.4.1): amendments to a provider's documents.
package struct Overlay: Sendable {
    package var location: SourceLocation
    package var title: String
    package var version: String
    /// Read but not used: an overlay runs on all documents of the input that names it.
    package var extends: Located<String>?
    package var actions: [Action]

    /// An Action Object (Overlay 1.0.0, §4.4.3).
    package struct Action: Sendable {
        package var location: SourceLocation
        package var target: JSONPath
        /// The location of the target's text.
        package var targetLocation: SourceLocation
        package var description: String?
        package var change: Change
    }

    package enum Change: Sendable {
        case remove
        case update(JSONNode)
    }
}

extension Overlay {
    /// Reads an overlay file; nil when it is not JSON or not an overlay. Actions that cannot be read are errors and
    /// left out.
    package static func read(_ file: SourceFile, diagnostics: inout Diagnostics) -> Overlay? {
        guard let node = JSONNode.read(file, diagnostics: &diagnostics) else { return nil }
        return decode(node, diagnostics: &diagnostics)
    }

    /// Decodes an Overlay Object (Overlay 1.0.0, §4.4.1).
    package static func decode(_ node: JSONNode, diagnostics: inout Diagnostics) -> Overlay? {
        FieldReader.read(node, of: "an overlay", &diagnostics) { fields in
            fields.allowExtensions()
            let overlayVersion = fields.string("overlay", isRequired: true, mayBeBlank: true)
            let info = fields.node("info", isRequired: true)
            let extends = fields.string("extends", mayBeBlank: true)
            let actions = fields.elements("actions", isRequired: true, isNeverEmpty: true)
            checkVersion(overlayVersion, &fields.diagnostics)
            let (title, version) = info.flatMap { decodeInfo($0, &fields.diagnostics) } ?? ("", "")
            return Overlay(
                location: node.location, title: title, version: version, extends: extends,
                actions: (actions ?? []).compactMap { decodeAction($0, &fields.diagnostics) })
        }
    }

    /// Checks the version; its patch number does not matter (Overlay 1.0.0, §4.1).
    private static func checkVersion(_ version: Located<String>?, _ diagnostics: inout Diagnostics) {
        guard let version else { return }
        let numbers = version.value.split(separator: ".", omittingEmptySubsequences: false)
        let isPatch = numbers.last.map { !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } } ?? false
        guard numbers.count != 3 || numbers.prefix(2) != ["1", "0"] || !isPatch else { return }
        diagnostics.error(
            .unsupportedVersion, "Overlay version `\(version.value)` is not supported; kurus reads 1.0.x",
            at: version.location)
    }

    private static func decodeInfo(_ node: JSONNode, _ diagnostics: inout Diagnostics) -> (String, String)? {
        FieldReader.read(node, of: "`info`", &diagnostics) { fields in
            fields.allowExtensions()
            let title = fields.string("title", isRequired: true, mayBeBlank: true)
            let version = fields.string("version", isRequired: true, mayBeBlank: true)
            return (title?.value ?? "", version?.value ?? "")
        }
    }

    private static func decodeAction(_ node: JSONNode, _ diagnostics: inout Diagnostics) -> Action? {
        FieldReader.read(node, of: "an action", &diagnostics) { fields in
            fields.allowExtensions()
            let target = fields.string("target", isRequired: true, mayBeBlank: true)
            let description = fields.string("description", mayBeBlank: true)
            let update = fields.node("update")
            let remove = fields.boolean("remove") ?? false
            let path = target.flatMap { decodePath($0, in: node["target"], &fields.diagnostics) }
            guard let change = change(update, remove: remove, of: node, &fields.diagnostics), let target, let path
            else { return nil }
            return Action(
                location: node.location, target: path, targetLocation: target.location,
                description: description?.value, change: change)
        }
    }

    private static func change(
        _ update: JSONNode?, remove: Bool, of action: JSONNode, _ diagnostics: inout Diagnostics
    ) -> Change? {
        if remove {
            if let update {
                diagnostics.warning(
                    .invalidValue, "`update` has no effect beside `remove: true`; leave one of them out",
                    at: update.location)
            }
            return .remove
        }
        guard let update else {
            diagnostics.error(
                .missingField, "an action needs `update`, or `remove: true`; this one does nothing", at: action.location
            )
            return nil
        }
        return .update(update)
    }

    private static func decodePath(
        _ target: Located<String>, in node: JSONNode?, _ diagnostics: inout Diagnostics
    ) -> JSONPath? {
        do throws(JSONPathError) {
            return try JSONPath(target.value)
        } catch {
            diagnostics.error(.jsonPath, error.message, at: node?.location(inString: error.offset) ?? target.location)
            return nil
        }
    }
}
