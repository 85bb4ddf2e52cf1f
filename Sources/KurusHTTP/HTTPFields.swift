/// The fields of a request or response, in the order in which they were added.
///
/// A name may occur more than once; `subscript(_:)` joins the values with ", " (RFC 9110 §5.3), which `Set-Cookie` does
/// not survive: read that with `values(of:)`. Descriptions and mirrors leave out the values, because they hold
/// credentials.
public struct HTTPFields: Hashable, Sendable {
    private var fields: [Field]

    private struct Field: Hashable, Sendable {
        let name: HTTPFieldName
        let value: String
    }

    /// Whether a field or the content could not be written, so that the message must not be sent.
    package var isIncomplete = false

    /// No fields.
    public init() {
        fields = []
    }

    /// Fields in the given order; equal names stay separate.
    public init(_ fields: some Sequence<(name: HTTPFieldName, value: String)>) {
        self.fields = fields.map { Field(name: $0.name, value: $0.value) }
    }

    /// Appends a field, even if its name occurs already.
    public mutating func append(_ name: HTTPFieldName, _ value: String) {
        fields.append(Field(name: name, value: value))
    }

    /// Returns every value of the name, in order.
    public func values(of name: HTTPFieldName) -> [String] {
        fields.filter { $0.name == name }.map(\.value)
    }

    /// Whether a field has the name, even with an empty value.
    public func contains(_ name: HTTPFieldName) -> Bool {
        fields.contains { $0.name == name }
    }

    /// Removes every field of the name.
    public mutating func remove(_ name: HTTPFieldName) {
        fields.removeAll { $0.name == name }
    }

    /// The combined value of a name (RFC 9110 §5.3); nil when no field has it. Setting replaces the first field of that
    /// name in place and removes the others; setting nil removes all.
    public subscript(_ name: HTTPFieldName) -> String? {
        get {
            let values = values(of: name)
            return values.isEmpty ? nil : values.joined(separator: ", ")
        }
        set {
            let index = fields.firstIndex { $0.name == name } ?? fields.endIndex
            remove(name)
            if let newValue {
                fields.insert(Field(name: name, value: newValue), at: index)
            }
        }
    }

    /// Returns the combined value of a name from a document; nil when no field has it, or none can.
    package func value(named name: String) -> String? {
        HTTPFieldName(name).flatMap { self[$0] }
    }
}

extension HTTPFields: RandomAccessCollection {
    public var startIndex: Int { fields.startIndex }
    public var endIndex: Int { fields.endIndex }

    /// The field at a position, its name spelled as it was added.
    public subscript(_ position: Int) -> (name: HTTPFieldName, value: String) {
        (fields[position].name, fields[position].value)
    }
}

extension HTTPFields: ExpressibleByDictionaryLiteral {
    /// Fields in the order of the literal; a name may be written twice.
    public init(dictionaryLiteral elements: (HTTPFieldName, String)...) {
        self.init(elements.map { (name: $0.0, value: $0.1) })
    }
}

extension HTTPFields: MaskedText {
    /// The names, without values.
    public var description: String {
        "[\(fields.map(\.name.text).joined(separator: ", "))]"
    }

    public var customMirror: Mirror { Mirror(self, unlabeledChildren: fields.map(\.name.text)) }
}
