import SpecDiagnostics
import SpecTree

/// Reads one object field by field, and reports the fields that were never asked for.
struct ObjectDecoder<Field: ObjectField> {
    private struct Entry {
        let field: Field
        let member: JSONMember
        var isRead = false
    }

    let location: SourceLocation
    let decoding: DocumentDecoding
    /// The members that are not fields, in the document's order.
    private(set) var others: [JSONMember] = []
    private var entries: [Entry] = []

    init(_ members: [JSONMember], at location: SourceLocation, _ decoding: DocumentDecoding) {
        self.location = location
        self.decoding = decoding
        for member in members {
            if let field = Field(rawValue: member.name) {
                entries.append(Entry(field: field, member: member))
            } else {
                others.append(member)
            }
        }
    }

    /// The fields that are present, in the document's order.
    var presentFields: [Field] {
        entries.map(\.field)
    }

    /// Returns the field's member, and marks it as asked for; nil when it is absent.
    mutating func member(_ field: Field) -> JSONMember? {
        guard let index = entries.firstIndex(where: { $0.field == field }) else { return nil }
        entries[index].isRead = true
        return entries[index].member
    }

    /// Returns the field's member; nil, with a warning, when it is null, as YAML reads a field without a value.
    mutating func memberWithValue(_ field: Field) -> JSONMember? {
        guard let member = member(field) else { return nil }
        guard case .null = member.value.content else { return member }
        decoding.warn("\(place(of: field)) is null, which is read as if it were absent", at: member.value.location)
        return nil
    }

    /// Returns whether the field has a value; reports an error when it is absent or null.
    mutating func hasRequired(_ field: Field) -> Bool {
        guard let member = member(field) else {
            decoding.missing(field.rawValue, in: Field.objectName, at: location)
            return false
        }
        guard case .null = member.value.content else { return true }
        decoding.error(.missingField, "\(place(of: field)) is null, and is required", at: member.value.location)
        return false
    }

    /// Warns that a required field is absent that the document can be used without.
    mutating func warnMissing(_ field: Field) {
        decoding.warn("the \(Field.objectName) has no `\(field.rawValue)`, which is required", at: location)
    }

    /// Warns, at the field's value, about a breach that leaves the document usable.
    mutating func warn(_ field: Field, _ message: String) {
        decoding.warn(message, at: member(field)?.value.location ?? location)
    }

    func place(of field: Field) -> ValuePlace {
        .field(field.rawValue, of: Field.objectName)
    }

    /// Reports members that are not fields, fields of another version, and fields that are not followed.
    func finish() {
        for member in others { reportUnknown(member) }
        for entry in entries {
            if let consequence = entry.field.consequence {
                reportNotFollowed(entry.field, consequence, entry.member)
            } else if !entry.isRead {
                reportUnknown(entry.member)
            } else {
                reportVersion(of: entry.field, entry.member)
            }
        }
    }

    /// Reports fields of another version.
    func reportVersions() {
        for entry in entries { reportVersion(of: entry.field, entry.member) }
    }
}

extension ObjectDecoder {
    /// Reads the field's value; nil when it is absent or, with an error, of a wrong type.
    mutating func read<Value: DocumentValue>(_ field: Field, as type: Value.Type = Value.self) -> Value? {
        guard let member = memberWithValue(field) else { return nil }
        // Text for people has no effect on requests and responses, and so costs nothing.
        if Value.self == String.self, ObjectGrammar.proseFields.contains(field.rawValue), !member.value.isString {
            warn(field, "\(place(of: field)) must be a string, and is \(member.value.kindName); it is ignored")
            return nil
        }
        return Value.decode(member.value, at: place(of: field), decoding)
    }

    /// Reads the field's value; its absence is an error.
    mutating func require<Value: DocumentValue>(_ field: Field, as type: Value.Type = Value.self) -> Value? {
        hasRequired(field) ? read(field) : nil
    }

    /// Returns any JSON value, including null.
    mutating func node(_ field: Field) -> JSONNode? {
        member(field)?.value
    }

    /// Reads an array; nil when it is absent. Elements of a wrong type are errors, and left out.
    mutating func list<Element: DocumentValue>(_ field: Field, of type: Element.Type = Element.self) -> [Element]? {
        nodes(field)?.compactMap { node in
            Element.decode(node, at: .element(of: field.rawValue, in: Field.objectName), decoding)
        }
    }

    /// Returns the elements of an array, not decoded; nil when it is absent or not an array.
    mutating func nodes(_ field: Field) -> [JSONNode]? {
        guard let member = memberWithValue(field) else { return nil }
        if member.value.elements == nil {
            decoding.wrongType(place(of: field), member.value, allowed: "an array")
        }
        return member.value.elements
    }

    /// Reads the entries of a map in the document's order; empty when it is absent.
    mutating func named<Value: DocumentValue>(_ field: Field, of type: Value.Type = Value.self) -> NamedValues<Value> {
        decodeEntries(of: members(field) ?? [], field)
    }

    /// Reads the entries of a map; its absence is an error.
    mutating func requireNamed<Value: DocumentValue>(
        _ field: Field, of type: Value.Type = Value.self
    ) -> NamedValues<Value> {
        hasRequired(field) ? named(field) : NamedValues()
    }

    /// Returns the members of a map, not decoded; nil when it is absent or not an object.
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

extension ObjectDecoder {
    /// Reads a number as written, with all its digits.
    mutating func number(_ field: Field) -> String? {
        guard let member = memberWithValue(field) else { return nil }
        switch member.value.content {
        case .number(let lexeme): return lexeme
        case .string(let text) where text.isJSONNumber:
            warn(field, "\(place(of: field)) is a string, which is read as the number \(text)")
            return text
        default:
            decoding.wrongType(place(of: field), member.value, allowed: "a number")
            return nil
        }
    }

    /// Reads a count (JSON Schema Wright 00, §5.3: an integer of at least 0). Anything else is only a warning, and left
    /// out, because these limits end up in comments.
    mutating func count(_ field: Field) -> Int? {
        guard let lexeme = number(field) else { return nil }
        if let count = Int(lexeme), count >= 0 { return count }
        warn(field, "\(place(of: field)) is \(lexeme), and must be an integer from 0 to \(Int.max); it is ignored")
        return nil
    }

    /// Reads one of a few words; another one is an error that lists them.
    mutating func word<Word: RawRepresentable<String>>(_ field: Field, of allowed: [Word]) -> Located<Word>? {
        guard let text: Located<String> = read(field) else { return nil }
        if let word = Word(rawValue: text.value), allowed.contains(where: { $0.rawValue == text.value }) {
            return Located(word, at: text.location)
        }
        let words = allowed.map(\.rawValue)
        if let meant = allowed.first(where: { $0.rawValue.plainWord == text.value.plainWord }) {
            decoding.warn(
                "\(place(of: field)) is `\(text.value)`, which is read as `\(meant.rawValue)`", at: text.location)
            return Located(meant, at: text.location)
        }
        decoding.error(
            .invalidValue, "\(place(of: field)) is `\(text.value)`" + AllowedWords(words).hint(for: text.value),
            at: text.location)
        return nil
    }

    /// Reads one of a few words; its absence is an error.
    mutating func requireWord<Word: RawRepresentable<String>>(_ field: Field, of allowed: [Word]) -> Word? {
        hasRequired(field) ? word(field, of: allowed)?.value : nil
    }

    /// Reads a URL (RFC 3986, §4.1: a URI reference); anything else is a warning.
    mutating func address(_ field: Field) -> String? {
        guard let text: Located<String> = read(field) else { return nil }
        if !URIReference.isValid(text.value) {
            decoding.warn("\(place(of: field)) is not a URL", at: text.location)
        }
        return text.value
    }

    /// Reads a URL; its absence is an error.
    mutating func requireAddress(_ field: Field) -> String? {
        hasRequired(field) ? address(field) : nil
    }
}
