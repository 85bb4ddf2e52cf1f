import SpecDiagnostics
import SpecTree

/// A value of a document that can be read regardless of the object that holds it.
protocol DocumentValue: Sendable {
    /// Reads the value; nil, with an error, when it is not one of this type.
    static func decode(_ node: JSONNode, at place: ValuePlace, _ decoding: DocumentDecoding) -> Self?
    /// Reads the value, or a reference to one.
    static func decodeOrReference(
        _ node: JSONNode, at place: ValuePlace, _ decoding: DocumentDecoding
    ) -> ReferenceOr<Self>?
}

extension DocumentValue {
    static func decodeOrReference(
        _ node: JSONNode, at place: ValuePlace, _ decoding: DocumentDecoding
    ) -> ReferenceOr<Self>? {
        if node.member(named: Reference.Field.target.rawValue) != nil {
            return Reference.decode(node, at: place, decoding).map(ReferenceOr.reference)
        }
        return decode(node, at: place, decoding).map(ReferenceOr.object)
    }
}

/// An object of the specification with fixed fields.
protocol DocumentObject: DocumentValue {
    associatedtype Field: ObjectField

    /// Reads the fields; nil, with an error, when an indispensable field is missing.
    init?(from decoder: inout ObjectDecoder<Field>)
}

extension DocumentObject {
    static func decode(_ node: JSONNode, at place: ValuePlace, _ decoding: DocumentDecoding) -> Self? {
        if Field(rawValue: Reference.Field.target.rawValue) == nil,
            let target = decoding.substitute(for: node, at: place)
        {
            return decoding.nested(node) { decode(target, at: place, decoding) }
        }
        if node.isNull {
            decoding.warn("\(place) is null, which is read as an empty object", at: node.location)
        } else if node.members == nil {
            decoding.wrongType(place, node, allowed: "an object")
            return nil
        }
        return decoding.nested(node) {
            let members = node.members ?? []
            var decoder = ObjectDecoder<Field>(members, at: node.location, decoding)
            let object = Self(from: &decoder)
            decoder.finish()
            return object
        }
    }
}

extension String: DocumentValue {
    static func decode(_ node: JSONNode, at place: ValuePlace, _ decoding: DocumentDecoding) -> String? {
        switch node.content {
        case .string(let text): return text
        case .number(let text):
            // YAML reads `version: 1.0` as a number.
            decoding.warn("\(place) is a number, which is read as the string `\(text)`", at: node.location)
            return text
        default:
            decoding.wrongType(place, node, allowed: "a string")
            return nil
        }
    }
}

extension Bool: DocumentValue {
    static func decode(_ node: JSONNode, at place: ValuePlace, _ decoding: DocumentDecoding) -> Bool? {
        switch node.content {
        case .boolean(let value): return value
        case .string(let text) where ["true", "false"].contains(text.plainWord):
            decoding.warn("\(place) is a string, which is read as the boolean \(text.plainWord)", at: node.location)
            return text.plainWord == "true"
        default:
            decoding.wrongType(place, node, allowed: "a boolean")
            return nil
        }
    }
}

extension Located: DocumentValue where Value: DocumentValue {
    static func decode(_ node: JSONNode, at place: ValuePlace, _ decoding: DocumentDecoding) -> Located? {
        Value.decode(node, at: place, decoding).map { Located($0, at: node.location) }
    }
}

extension JSONNode: DocumentValue {
    static func decode(_ node: JSONNode, at place: ValuePlace, _ decoding: DocumentDecoding) -> JSONNode? {
        node
    }
}

extension ReferenceOr: DocumentValue where Object: DocumentValue {
    static func decode(_ node: JSONNode, at place: ValuePlace, _ decoding: DocumentDecoding) -> ReferenceOr? {
        Object.decodeOrReference(node, at: place, decoding)
    }
}
