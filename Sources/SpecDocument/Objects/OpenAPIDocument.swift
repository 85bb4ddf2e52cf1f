package import SpecDiagnostics
package import SpecTree

/// An OpenAPI Object (OpenAPI 3.1.1, §4.8.1): the root of a document.
package struct OpenAPIDocument: Sendable {
    package var location: SourceLocation
    /// The text of `openapi`.
    package var version: Located<String>
    /// The version of OpenAPI by which the document is read.
    package var specification: SpecificationVersion
    package var info: DocumentInfo
    /// The dialect of schemas without `$schema`.
    package var jsonSchemaDialect: Located<String>?
    /// Empty when the document gives none; resolving applies the specification's default, one server `/`.
    package var servers: [Server]
    package var paths: NamedValues<PathItem>
    /// The requests that the provider sends to its user, by name.
    package var webhooks: NamedValues<PathItem>
    package var components: Components
    package var security: [SecurityRequirement]
    package var tags: [Tag]
    package var externalDocs: ExternalDocumentation?

    /// Reads a document and reports everything that is wrong with it; nil when it has another version or is not an
    /// object, because then nothing in it can be trusted.
    package static func decode(_ node: JSONNode, diagnostics: inout Diagnostics) -> OpenAPIDocument? {
        let decoding = DocumentDecoding(of: node, in: SpecificationVersion(ofDocument: node) ?? .v30)
        let document =
            DocumentVersion.isRead(node, decoding) ? decode(node, at: .document, decoding) : nil
        decoding.report(on: node.location.file, to: &diagnostics)
        return document
    }
}

extension OpenAPIDocument {
    /// Reads a file that is no OpenAPI document, but has values for others to refer to; its components are read like those
    /// of a document.
    ///
    /// - Parameter version: The version of the documents that refer to it.
    package static func decodeFragment(
        _ node: JSONNode, in version: SpecificationVersion, diagnostics: inout Diagnostics
    ) -> OpenAPIDocument {
        let decoding = DocumentDecoding(of: node, in: version)
        let place = ValuePlace.field(Field.components.rawValue, of: Field.objectName)
        let components = node["components"].flatMap { Components.decode($0, at: place, decoding) }
        decoding.report(on: node.location.file, to: &diagnostics)
        return OpenAPIDocument(
            location: node.location, version: Located("", at: node.location), specification: version,
            info: DocumentInfo(location: node.location, title: "", version: ""), servers: [],
            paths: NamedValues(), webhooks: NamedValues(), components: components ?? Components(at: node.location),
            security: [], tags: [])
    }
}

extension OpenAPIDocument: DocumentObject {
    enum Field: String, ObjectField {
        static let objectName = "OpenAPI Object"
        case openapi
        case selfAddress = "$self"
        case info, jsonSchemaDialect, servers, paths, webhooks, components, security, tags, externalDocs

        var versions: VersionRange {
            switch self {
            case .selfAddress: .since32
            case .jsonSchemaDialect, .webhooks: .since31
            default: .all
            }
        }

        var treatment: FieldTreatment {
            switch self {
            case .selfAddress, .webhooks: .warned
            case .info: .documented
            case .jsonSchemaDialect, .tags, .externalDocs: .read
            default: .generated
            }
        }

        var consequence: String? {
            self == .selfAddress ? "references are relative to the document's file" : nil
        }
    }

    init?(from decoder: inout ObjectDecoder<Field>) {
        location = decoder.location
        specification = decoder.decoding.version
        if decoder.member(.info) == nil { decoder.warnMissing(.info) }
        info = decoder.read(.info) ?? DocumentInfo(location: decoder.location, title: "", version: "")
        jsonSchemaDialect = decoder.dialect(.jsonSchemaDialect)
        servers = decoder.list(.servers) ?? []
        paths = decoder.paths()
        webhooks = decoder.named(.webhooks)
        components = decoder.read(.components) ?? Components(at: decoder.location)
        security = decoder.list(.security) ?? []
        tags = decoder.list(.tags) ?? []
        externalDocs = decoder.read(.externalDocs)
        guard let version: Located<String> = decoder.require(.openapi) else { return nil }
        self.version = version
        Tag.checkNames(of: tags, decoder.decoding)
    }
}

extension SpecificationVersion {
    /// Reads the version from `openapi`; nil when it is missing or not a version that is read.
    package init?(ofDocument node: JSONNode) {
        guard let text = node["openapi"]?.string else { return nil }
        self.init(
            rawValue: text.split(separator: ".", omittingEmptySubsequences: false).prefix(2).joined(separator: "."))
    }
}

/// Checks the version of a document: 3.0, 3.1 and 3.2 with any patch are read.
private enum DocumentVersion {
    /// Returns whether the document has such a version; reports an error when not.
    static func isRead(_ node: JSONNode, _ decoding: DocumentDecoding) -> Bool {
        guard let members = node.members else {
            decoding.wrongType(.document, node, allowed: "an object")
            return false
        }
        if let member = members.first(where: { $0.name == "openapi" }) {
            return isRead(member, SpecificationVersion(ofDocument: node), decoding)
        }
        if let member = members.first(where: { $0.name == "swagger" }) {
            unsupported(
                "Swagger \(versionText(of: member.value)) cannot be read; convert the document to OpenAPI 3, for example"
                    + " with `npx swagger2openapi swagger.json -o openapi.json`", member, decoding)
        } else {
            decoding.missing("openapi", in: OpenAPIDocument.Field.objectName, at: node.location)
        }
        return false
    }

    private static func isRead(
        _ member: JSONMember, _ version: SpecificationVersion?, _ decoding: DocumentDecoding
    ) -> Bool {
        guard let text = member.value.string else {
            decoding.wrongType(
                .field("openapi", of: OpenAPIDocument.Field.objectName), member.value,
                allowed: "a string such as \"3.1.1\"")
            return false
        }
        guard let version else {
            unsupported("OpenAPI \(text) cannot be read; Kurus reads 3.0, 3.1 and 3.2", member, decoding)
            return false
        }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        if parts.count != 3 || Int(parts[2]) == nil {
            decoding.warn(
                "`openapi` is `\(text)`, and must be a version such as `\(version.rawValue).0`",
                at: member.value.location)
        }
        return true
    }

    private static func versionText(of node: JSONNode) -> String {
        switch node.content {
        case .string(let text), .number(let text): text
        default: "documents"
        }
    }

    private static func unsupported(_ message: String, _ member: JSONMember, _ decoding: DocumentDecoding) {
        decoding.error(.unsupportedVersion, message, at: member.value.location)
    }
}
