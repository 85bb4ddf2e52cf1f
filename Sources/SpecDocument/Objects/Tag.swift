package import SpecDiagnostics
package import SpecTree

/// A Tag Object (OpenAPI 3.0.3, §4.7.22).
package struct Tag: Sendable {
    package var location: SourceLocation
    package var name: Located<String>
    package var description: String?
    package var externalDocs: ExternalDocumentation?

    /// Checks that the names of a document's tags differ (§4.7.1.1).
    static func checkNames(of tags: [Tag], _ decoding: DocumentDecoding) {
        var first: [String: SourceLocation] = [:]
        for tag in tags {
            if let location = first[tag.name.value] {
                decoding.warn(
                    "there are two tags `\(tag.name.value)`", at: tag.name.location,
                    notes: [.init("the first is here", at: location)])
            } else {
                first[tag.name.value] = tag.name.location
            }
        }
    }
}

extension Tag: DocumentObject {
    enum Field: String, ObjectField {
        static let objectName = "Tag Object"
        case name, summary, description, externalDocs, parent, kind

        var versions: VersionRange { consequence == nil ? .all : .since32 }
        var treatment: FieldTreatment { consequence == nil ? .read : .warned }

        var consequence: String? {
            switch self {
            case .summary, .parent, .kind: "nothing is generated for tags"
            default: nil
            }
        }
    }

    init?(from decoder: inout ObjectDecoder<Field>) {
        location = decoder.location
        description = decoder.read(.description)
        externalDocs = decoder.read(.externalDocs)
        if decoder.member(.name) == nil { decoder.warnMissing(.name) }
        guard let name: Located<String> = decoder.read(.name) else { return nil }
        self.name = name
    }
}

/// An External Documentation Object (OpenAPI 3.0.3, §4.7.11).
package struct ExternalDocumentation: Sendable {
    package var location: SourceLocation
    package var description: String?
    package var url: String
}

extension ExternalDocumentation: DocumentObject {
    enum Field: String, ObjectField {
        static let objectName = "External Documentation Object"
        case description, url

        var treatment: FieldTreatment { .read }
    }

    init(from decoder: inout ObjectDecoder<Field>) {
        location = decoder.location
        description = decoder.read(.description)
        if decoder.member(.url) == nil { decoder.warnMissing(.url) }
        url = decoder.address(.url) ?? ""
    }
}

/// An Example Object (OpenAPI 3.0.3, §4.7.19).
package struct Example: Sendable {
    package var location: SourceLocation
    package var summary: String?
    package var description: String?
    package var value: JSONNode?
    package var externalValue: String?
}

extension Example: DocumentObject {
    enum Field: String, ObjectField {
        static let objectName = "Example Object"
        case summary, description, value, externalValue, dataValue, serializedValue

        var versions: VersionRange { consequence == nil ? .all : .since32 }
        var treatment: FieldTreatment { consequence == nil ? .read : .warned }

        var consequence: String? {
            self == .dataValue || self == .serializedValue ? "only `value` is checked" : nil
        }
    }

    init(from decoder: inout ObjectDecoder<Field>) {
        location = decoder.location
        summary = decoder.read(.summary)
        description = decoder.read(.description)
        value = decoder.node(.value)
        externalValue = decoder.address(.externalValue)
        if value != nil, externalValue != nil {
            decoder.decoding.warn(
                "the Example Object has `value` and `externalValue`; only one of them is allowed", at: location)
        }
    }
}
