package import SpecDiagnostics
package import SpecTree

/// An OpenAPI Object (OpenAPI 3.0.3, §4.7.1): the root of a document.
package struct OpenAPIDocument: Sendable {
    package var location: SourceLocation
    /// The version of OpenAPI, from `openapi`.
    package var version: Located<String>
    package var info: DocumentInfo
    /// Empty when there are none: the specification's default, one server `/`, is left to who resolves them.
    package var servers: [Server]
    package var paths: NamedValues<PathItem>
    package var components: Components
    package var security: [SecurityRequirement]
    package var tags: [Tag]
    package var externalDocs: ExternalDocumentation?

    /// Reads a document and reports all that is wrong with it; nil when it is of another version, or no object, and so
    /// nothing in it can be trusted.
    package static func decode(_ node: JSONNode, diagnostics: inout Diagnostics) -> OpenAPIDocument? {
        let decoding = DocumentDecoding()
        let document =
            DocumentVersion.isRead(node, decoding) ? decode(node, at: .document, decoding) : nil
        decoding.report(on: node.location.file, to: &diagnostics)
        return document
    }
}

extension OpenAPIDocument: DocumentObject {
    enum Field: String, ObjectField {
        static let objectName = "OpenAPI Object"
        case openapi, info, servers, paths, components, security, tags, externalDocs
    }

    init?(from decoder: inout ObjectDecoder<Field>) {
        location = decoder.location
        info = decoder.require(.info) ?? DocumentInfo(location: decoder.location, title: "", version: "")
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
