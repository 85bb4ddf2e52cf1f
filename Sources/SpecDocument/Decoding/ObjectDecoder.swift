import SpecDiagnostics
import SpecTree

/// Reads one object field by field, remembers which fields were asked for, and reports the others.
struct ObjectDecoder<Field: ObjectField> {
    private struct Entry {
        let field: Field
        let member: JSONMember
        var isRead = false
    }

    let location: SourceLocation
    let decoding: DocumentDecoding
    /// Members whose name is no field's, in the document's order.
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

    /// The fields that the object has, in the document's order.
    var presentFields: [Field] {
        entries.map(\.field)
    }

    /// The field's member; nil when the object has none. Counts as asked for.
    mutating func member(_ field: Field) -> JSONMember? {
        guard let index = entries.firstIndex(where: { $0.field == field }) else { return nil }
        entries[index].isRead = true
        return entries[index].member
    }

    /// The field's member, unless it is null, which YAML makes of a field without a value: a warning then.
    mutating func memberWithValue(_ field: Field) -> JSONMember? {
        guard let member = member(field) else { return nil }
        guard case .null = member.value.content else { return member }
        decoding.sloppy("\(place(of: field)) is null, which is read as if it were absent", at: member.value.location)
        return nil
    }

    /// Whether the field has a value; an error when it has not, or is null.
    mutating func hasRequired(_ field: Field) -> Bool {
        guard let member = member(field) else {
            decoding.missing(field.rawValue, in: Field.objectName, at: location)
            return false
        }
        guard case .null = member.value.content else { return true }
        decoding.error(.missingField, "\(place(of: field)) is null, and is required", at: member.value.location)
        return false
    }

    /// A breach that leaves the document usable, at the field's value.
    mutating func sloppy(_ field: Field, _ message: String) {
        decoding.sloppy(message, at: member(field)?.value.location ?? location)
    }

    func place(of field: Field) -> ValuePlace {
        .field(field.rawValue, of: Field.objectName)
    }

    /// Reports members that are no fields, and fields that no decoder asked for.
    func finish() {
        let unread = entries.filter { !$0.isRead }.map(\.member)
        for member in others + unread { reportUnknown(member) }
    }
}
