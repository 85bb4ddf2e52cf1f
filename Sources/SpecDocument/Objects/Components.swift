package import SpecDiagnostics
import SpecTree

/// A Components Object (OpenAPI 3.0.3, §4.7.7).
package struct Components: Sendable {
    package var location: SourceLocation
    package var schemas: NamedValues<ReferenceOr<Schema>>
    package var responses: NamedValues<ReferenceOr<Response>>
    package var parameters: NamedValues<ReferenceOr<Parameter>>
    package var examples: NamedValues<ReferenceOr<Example>>
    package var requestBodies: NamedValues<ReferenceOr<RequestBody>>
    package var headers: NamedValues<ReferenceOr<Header>>
    package var securitySchemes: NamedValues<ReferenceOr<SecurityScheme>>
    package var links: NamedValues<ReferenceOr<Link>>
    package var callbacks: NamedValues<ReferenceOr<Callback>>
    package var pathItems: NamedValues<PathItem>

    package init(at location: SourceLocation) {
        self.location = location
        schemas = NamedValues()
        responses = NamedValues()
        parameters = NamedValues()
        examples = NamedValues()
        requestBodies = NamedValues()
        headers = NamedValues()
        securitySchemes = NamedValues()
        links = NamedValues()
        callbacks = NamedValues()
        pathItems = NamedValues()
    }
}

extension Components: DocumentObject {
    enum Field: String, ObjectField {
        static let objectName = "Components Object"
        case schemas, responses, parameters, examples, requestBodies, headers, securitySchemes, links, callbacks
        case pathItems, mediaTypes

        var versions: VersionRange {
            switch self {
            case .pathItems: .since31
            case .mediaTypes: .since32
            default: .all
            }
        }

        var treatment: FieldTreatment {
            switch self {
            case .examples, .securitySchemes, .links, .callbacks: .read
            case .mediaTypes: .warned
            default: .generated
            }
        }

        var consequence: String? {
            self == .mediaTypes ? "describe the media types where they are used" : nil
        }
    }

    init(from decoder: inout ObjectDecoder<Field>) {
        location = decoder.location
        schemas = decoder.components(.schemas)
        responses = decoder.components(.responses)
        parameters = decoder.components(.parameters)
        examples = decoder.components(.examples)
        requestBodies = decoder.components(.requestBodies)
        headers = decoder.components(.headers)
        securitySchemes = decoder.components(.securitySchemes)
        links = decoder.components(.links)
        callbacks = decoder.components(.callbacks)
        pathItems = decoder.components(.pathItems)
    }
}

extension ObjectDecoder<Components.Field> {
    /// Reads the components of one kind; names match `^[a-zA-Z0-9\.\-_]+$` (§4.7.7.1).
    fileprivate mutating func components<Value: DocumentValue>(_ field: Field) -> NamedValues<Value> {
        let values: NamedValues<Value> = named(field)
        for entry in values.entries where !isComponentName(entry.name) {
            decoding.warn(
                "the component name `\(entry.name)` has characters other than letters, digits, `.`, `-` and `_`",
                at: entry.location)
        }
        return values
    }

    private func isComponentName(_ name: String) -> Bool {
        !name.isEmpty
            && name.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"):
                    true
                default: false
                }
            }
    }
}
