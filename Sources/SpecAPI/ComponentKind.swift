/// The maps of the Components Object (OpenAPI 3.0.3, §4.7.7) whose entries a reference can name.
package enum ComponentKind: String, CaseIterable {
    case schemas
    case responses
    case parameters
    case examples
    case requestBodies
    case headers
    case securitySchemes
    case links
    case callbacks
}
