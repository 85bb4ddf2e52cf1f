package import SpecDiagnostics
import SpecTree

/// A Discriminator Object (OpenAPI 3.0.3, §4.7.25).
package struct Discriminator: Sendable {
    package var location: SourceLocation
    package var propertyName: Located<String>
    /// The schema names or references by value of the property.
    package var mapping: NamedValues<String>
}

extension Discriminator: DocumentObject {
    enum Field: String, ObjectField {
        static let objectName = "Discriminator Object"
        case propertyName, mapping, defaultMapping

        var versions: VersionRange { self == .defaultMapping ? .since32 : .all }

        var consequence: String? {
            self == .defaultMapping ? "a value without a mapping is kept as it was received" : nil
        }
    }

    init?(from decoder: inout ObjectDecoder<Field>) {
        location = decoder.location
        mapping = decoder.mapping()
        guard let propertyName: Located<String> = decoder.require(.propertyName) else { return nil }
        self.propertyName = propertyName
    }
}

extension ObjectDecoder<Discriminator.Field> {
    /// Reads the schemas by value. A Reference Object in place of a name is a warning, because only one thing can be meant.
    fileprivate mutating func mapping() -> NamedValues<String> {
        let members = (members(.mapping) ?? []).map { member in
            guard let reference = member.value[Reference.Field.target.rawValue], reference.isString else {
                return member
            }
            decoding.warn(
                "`\(member.name)` in `mapping` of the Discriminator Object is an object, and must be a string; its `$ref` is "
                    + "read", at: member.value.location)
            return JSONMember(member.name, at: member.location, reference)
        }
        return decodeEntries(of: members, .mapping)
    }
}

/// An XML Object (OpenAPI 3.0.3, §4.7.26), which is checked but not used by a JSON client.
package struct XMLObject: Sendable {
    package var location: SourceLocation
    package var name: String?
    package var namespace: String?
    package var prefix: String?
    package var attribute: Bool
    package var wrapped: Bool
}

extension XMLObject: DocumentObject {
    enum Field: String, ObjectField {
        static let objectName = "XML Object"
        case name, namespace, prefix, attribute, wrapped, nodeType

        var versions: VersionRange { self == .nodeType ? .since32 : .all }
        var treatment: FieldTreatment { consequence == nil ? .read : .warned }
        var consequence: String? { self == .nodeType ? "XML is neither read nor written" : nil }
    }

    init(from decoder: inout ObjectDecoder<Field>) {
        location = decoder.location
        name = decoder.read(.name)
        namespace = decoder.address(.namespace)
        prefix = decoder.read(.prefix)
        attribute = decoder.read(.attribute) ?? false
        wrapped = decoder.read(.wrapped) ?? false
    }
}
