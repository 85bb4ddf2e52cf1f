import SpecDiagnostics
import SpecTree

extension ObjectDecoder {
    /// The field's value; nil when it is absent, or of a wrong type, which is an error.
    mutating func read<Value: DocumentValue>(_ field: Field, as type: Value.Type = Value.self) -> Value? {
        guard let member = memberWithValue(field) else { return nil }
        return Value.decode(member.value, at: place(of: field), decoding)
    }

    /// The field's value, whose absence is an error.
    mutating func require<Value: DocumentValue>(_ field: Field, as type: Value.Type = Value.self) -> Value? {
        hasRequired(field) ? read(field) : nil
    }

    /// Any JSON value, null too.
    mutating func node(_ field: Field) -> JSONNode? {
        member(field)?.value
    }

    /// The elements of an array; nil when it is absent. Elements of a wrong type are errors, and left out.
    mutating func list<Element: DocumentValue>(_ field: Field, of type: Element.Type = Element.self) -> [Element]? {
        nodes(field)?.compactMap { node in
            Element.decode(node, at: .element(of: field.rawValue, in: Field.objectName), decoding)
        }
    }

    /// The elements of an array, not decoded yet; nil when it is absent or no array.
    mutating func nodes(_ field: Field) -> [JSONNode]? {
        guard let member = memberWithValue(field) else { return nil }
        if member.value.elements == nil {
            decoding.wrongType(place(of: field), member.value, allowed: "an array")
        }
        return member.value.elements
    }

    /// The entries of a map in the document's order; none when it is absent.
    mutating func named<Value: DocumentValue>(_ field: Field, of type: Value.Type = Value.self) -> NamedValues<Value> {
        decodeEntries(of: members(field) ?? [], field)
    }

    /// The entries of a map whose absence is an error.
    mutating func requireNamed<Value: DocumentValue>(
        _ field: Field, of type: Value.Type = Value.self
    ) -> NamedValues<Value> {
        hasRequired(field) ? named(field) : NamedValues()
    }

    /// The members of a map, not decoded yet; nil when it is absent or no object.
    mutating func members(_ field: Field) -> [JSONMember]? {
        guard let member = memberWithValue(field) else { return nil }
        if member.value.members == nil {
            decoding.wrongType(place(of: field), member.value, allowed: "an object")
        }
        return member.value.members
    }

    func decodeEntries<Value: DocumentValue>(of members: [JSONMember], _ field: Field) -> NamedValues<Value> {
        NamedValues(
            members.compactMap { member in
                let place = ValuePlace.entry(member.name, of: field.rawValue, in: Field.objectName)
                return Value.decode(member.value, at: place, decoding).map {
                    NamedValues.Entry(name: member.name, location: member.location, value: $0)
                }
            })
    }
}
