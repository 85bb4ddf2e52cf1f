package import SpecDocument

/// The maps of the Components Object (OpenAPI 3.0.3, §4.7.7) whose entries a reference can name.
package enum ComponentKind: String, CaseIterable {
    case schemas, responses, parameters, examples, requestBodies, headers, securitySchemes, links, callbacks

    /// The kind that a reference to an entry of this document names: `#/components/schemas/Amount`.
    package init?(ofReference reference: String) {
        let names = reference.split(separator: "/")
        guard names.count == 4, names[1] == "components" else { return nil }
        self.init(rawValue: String(names[2]))
    }

    /// The kind of an entry.
    package var objectKind: ObjectKind {
        switch self {
        case .schemas: .schema
        case .responses: .response
        case .parameters: .parameter
        case .examples: .example
        case .requestBodies: .requestBody
        case .headers: .header
        case .securitySchemes: .securityScheme
        case .links: .link
        case .callbacks: .callback
        }
    }
}
