/// Where a parameter stands in a request (OpenAPI 3.0.3, §4.7.12.1).
package enum ParameterLocation: String, CaseIterable, Sendable {
    case query, header, path, cookie
}
