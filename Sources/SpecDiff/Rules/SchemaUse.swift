/// The use of a schema, which decides the rule and the direction of its values.
enum SchemaUse: String, Hashable, CaseIterable {
    case requestParameter = "request-parameter"
    /// Inside the schema of a parameter.
    case requestParameterProperty = "request-parameter-property"
    case requestBody = "request-body"
    /// Inside the schema of a body.
    case requestProperty = "request-property"
    case responseHeader = "response-header"
    /// Inside the schema of a header.
    case responseHeaderProperty = "response-header-property"
    case responseBody = "response-body"
    case responseProperty = "response-property"
    /// In `components`, and used by no operation.
    case component = "api-schema"

    /// The use of schemas inside: properties, elements, alternatives.
    var inner: Self {
        switch self {
        case .requestParameter, .requestParameterProperty: .requestParameterProperty
        case .requestBody, .requestProperty: .requestProperty
        case .responseHeader, .responseHeaderProperty: .responseHeaderProperty
        case .responseBody, .responseProperty: .responseProperty
        case .component: .component
        }
    }

    var direction: Change.Direction? {
        switch self {
        case .requestParameter, .requestParameterProperty, .requestBody, .requestProperty: .request
        case .responseHeader, .responseHeaderProperty, .responseBody, .responseProperty: .response
        case .component: nil
        }
    }
}
