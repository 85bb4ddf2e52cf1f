package import SpecDiagnostics
package import SpecTree

/// An OpenAPI Object (OpenAPI 3.0.3, §4.7.1): the root of a document.
package struct OpenAPIDocument: Sendable {
    package var location: SourceLocation
    /// The version of OpenAPI, from `openapi`.
    package var version: Located<String>
    package var info: DocumentInfo
    /// Empty when the document gives none; resolving applies the specification's default, one server `/`.
    package var servers: [Server]
    package var paths: NamedValues<PathItem>
    package var components: Components
    package var security: [SecurityRequirement]
    package var tags: [Tag]
    package var externalDocs: ExternalDocumentation?

    /// Reads a document and reports everything that is wrong with it; nil when it has another version or is not an
    /// object, because then nothing in it can be trusted.
    package static func decode(_ node: JSONNode, diagnostics: inout Diagnostics) -> OpenAPIDocument? {
        let decoding = DocumentDecoding(of: node)
        let document =
            DocumentVersion.isRead(node, decoding) ? decode(node, at: .document, decoding) : nil
        decoding.report(on: node.location.file, to: &diagnostics)
        return document
    }
}

extension OpenAPIDocument {
    /// Reads a file that is no OpenAPI document, but has values for others to refer to; its components are read like those
    /// of a document.
    package static func decodeFragment(_ node: JSONNode, diagnostics: inout Diagnostics) -> OpenAPIDocument {
        let decoding = DocumentDecoding(of: node)
        let place = ValuePlace.field(Field.components.rawValue, of: Field.objectName)
        let components = node["components"].flatMap { Components.decode($0, at: place, decoding) }
        decoding.report(on: node.location.file, to: &diagnostics)
        return OpenAPIDocument(
            location: node.location, version: Located("", at: node.location),
            info: DocumentInfo(location: node.location, title: "", version: ""), servers: [],
            paths: NamedValues(), components: components ?? Components(at: node.location), security: [], tags: [])
    }
}

extension OpenAPIDocument: DocumentObject {
    enum Field: String, ObjectField {
        static let objectName = "OpenAPI Object"
        case openapi, info, servers, paths, components, security, tags, externalDocs
    }

    init?(from decoder: inout ObjectDecoder<Field>) {
        location = decoder.location
        if decoder.member(.info) == nil { decoder.warnMissing(.info) }
        info = decoder.read(.info) ?? DocumentInfo(location: decoder.location, title: "", version: "")
        servers = decoder.list(.servers) ?? []
        paths = decoder.paths()
        components = decoder.read(.components) ?? Components(at: decoder.location)
        security = decoder.list(.security) ?? []
        tags = decoder.list(.tags) ?? []
        externalDocs = decoder.read(.externalDocs)
        guard let version: Located<String> = decoder.require(.openapi) else { return nil }
        self.version = version
        Tag.checkNames(of: tags, decoder.decoding)
    }
}

/// The versions of OpenAPI that are read: 3.0 with any patch.
private enum DocumentVersion {
    private static let remedy = "Kurus reads 3.0.0 to 3.0.3, and every other 3.0.x"

    /// Returns whether the document has such a version; reports an error when not.
    static func isRead(_ node: JSONNode, _ decoding: DocumentDecoding) -> Bool {
        guard let members = node.members else {
            decoding.wrongType(.document, node, allowed: "an object")
            return false
        }
        if let member = members.first(where: { $0.name == "openapi" }) {
            return isRead(member, decoding)
        }
        if let member = members.first(where: { $0.name == "swagger" }) {
            unsupported("Swagger \(versionText(of: member.value))", member, decoding)
        } else {
            decoding.missing("openapi", in: OpenAPIDocument.Field.objectName, at: node.location)
        }
        return false
    }

    private static func isRead(_ member: JSONMember, _ decoding: DocumentDecoding) -> Bool {
        guard let text = member.value.string else {
            decoding.wrongType(
                .field("openapi", of: OpenAPIDocument.Field.objectName), member.value,
                allowed: "a string such as \"3.0.3\"")
            return false
        }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count >= 2, parts[0] == "3", parts[1] == "0" else {
            unsupported("OpenAPI \(text)", member, decoding)
            return false
        }
        if parts.count != 3 || Int(parts[2]) == nil {
            decoding.warn("`openapi` is `\(text)`, and must be a version such as `3.0.3`", at: member.value.location)
        }
        return true
    }

    private static func versionText(of node: JSONNode) -> String {
        switch node.content {
        case .string(let text), .number(let text): text
        default: "documents"
        }
    }

    private static func unsupported(_ version: String, _ member: JSONMember, _ decoding: DocumentDecoding) {
        decoding.error(.unsupportedVersion, "\(version) cannot be read; \(remedy)", at: member.value.location)
    }
}
