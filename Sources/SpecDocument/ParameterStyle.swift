/// How a value is written in a request (OpenAPI 3.0.3, §4.7.12.3, "Style Values").
package enum ParameterStyle: String, CaseIterable, Sendable {
    case matrix, label, form, simple, spaceDelimited, pipeDelimited, deepObject

    /// The styles that the specification's table allows at a place.
    package static func allowed(in place: ParameterLocation) -> [ParameterStyle] {
        switch place {
        case .query: [.form, .spaceDelimited, .pipeDelimited, .deepObject]
        case .header: [.simple]
        case .path: [.simple, .label, .matrix]
        case .cookie: [.form]
        }
    }

    /// The style of a parameter that names none (§4.7.12.2).
    package static func standard(in place: ParameterLocation) -> ParameterStyle {
        switch place {
        case .query, .cookie: .form
        case .header, .path: .simple
        }
    }

    /// The value of `explode` where a document does not say (§4.7.12.2).
    package var explodesByDefault: Bool {
        self == .form
    }
}
