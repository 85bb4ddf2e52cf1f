/// The fields of a request or response, in the order in which they were added.
///
/// Names are compared without regard to case (RFC 9110 §5.1). A name may occur more than once; `subscript(_:)` joins
/// the values with ", " (RFC 9110 §5.3), which `Set-Cookie` does not survive: read that with `values(of:)`.
/// Printed and reflected without values, because they hold credentials.
public struct HTTPFields: Hashable, Sendable {
    private var fields: [Field]

    private struct Field: Hashable, Sendable {
        let name: String
        let lowercased: String
        let value: String

        static func == (left: Self, right: Self) -> Bool {
            left.lowercased == right.lowercased && left.value == right.value
        }

        func hash(into hasher: inout Hasher) {
            hasher.combine(lowercased)
            hasher.combine(value)
        }
    }

    /// No fields.
    public init() {
        fields = []
    }

    /// Fields in the given order; equal names stay separate.
    public init(_ fields: some Sequence<(name: String, value: String)>) {
        self.init()
        for field in fields {
            append(field.name, field.value)
        }
    }

    /// Adds a field after the ones that are there, whatever its name.
    public mutating func append(_ name: String, _ value: String) {
        fields.append(Field(name: name, lowercased: Self.lowercased(name), value: value))
    }

    /// Every value of the name, in order; empty when there is none.
    public func values(of name: String) -> [String] {
        let lowercased = Self.lowercased(name)
        return fields.filter { $0.lowercased == lowercased }.map(\.value)
    }

    /// Whether a field of that name is there, be its value empty.
    public func contains(_ name: String) -> Bool {
        let lowercased = Self.lowercased(name)
        return fields.contains { $0.lowercased == lowercased }
    }

    /// Removes every field of the name.
    public mutating func remove(_ name: String) {
        let lowercased = Self.lowercased(name)
        fields.removeAll { $0.lowercased == lowercased }
    }

    /// The combined value of a name (RFC 9110 §5.3), nil when there is none. Setting replaces the first field of that
    /// name in its place and removes the others; setting nil removes all.
    public subscript(_ name: String) -> String? {
        get {
            let values = values(of: name)
            return values.isEmpty ? nil : values.joined(separator: ", ")
        }
        set {
            let lowercased = Self.lowercased(name)
            let place = fields.firstIndex { $0.lowercased == lowercased } ?? fields.endIndex
            fields.removeAll { $0.lowercased == lowercased }
            if let newValue {
                fields.insert(Field(name: name, lowercased: lowercased, value: newValue), at: place)
            }
        }
    }

    /// Only ASCII letters have a case in a field name: it is a token (RFC 9110 §5.6.2).
    private static func lowercased(_ name: String) -> String {
        String(decoding: name.utf8.map { 0x41...0x5A ~= $0 ? $0 + 0x20 : $0 }, as: UTF8.self)
    }
}

extension HTTPFields: RandomAccessCollection {
    public var startIndex: Int { fields.startIndex }
    public var endIndex: Int { fields.endIndex }

    /// The field at a position, its name spelled as it was added.
    public subscript(_ position: Int) -> (name: String, value: String) {
        (fields[position].name, fields[position].value)
    }
}

extension HTTPFields: ExpressibleByDictionaryLiteral {
    /// Fields in the order of the literal; a name may be written twice.
    public init(dictionaryLiteral elements: (String, String)...) {
        self.init(elements.map { (name: $0.0, value: $0.1) })
    }
}

extension HTTPFields: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The names, without values.
    public var description: String {
        "[\(fields.map(\.name).joined(separator: ", "))]"
    }

    public var debugDescription: String { description }

    public var customMirror: Mirror { Mirror(self, unlabeledChildren: fields.map(\.name)) }
}
