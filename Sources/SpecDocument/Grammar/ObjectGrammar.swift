/// The fields of an object of the specification, and the content of each.
package struct ObjectGrammar: Sendable {
    /// The value that a field holds; where it is an object, a Reference Object may take its place.
    package enum Content: Sendable {
        /// A scalar, or a value without fields of the specification.
        case value
        case object(ObjectKind)
        case list(ObjectKind)
        /// Objects under names that the document chooses.
        case map(ObjectKind)
    }

    /// The object's name in the specification: `Info Object`.
    package let name: String
    /// The fields of the specification, in its order.
    package let fields: [String]
    /// Fields that the specification names by pattern: `/{path}`.
    package let patterns: [String]
    /// Fields that Kurus reads in addition to the specification's.
    package let additions: [String]
    private let contents: [String: Content]
    private let patterned: Content

    /// Fields with text for people, which have no effect on requests and responses.
    package static let proseFields: Set<String> = [
        "description", "summary", "title", "example", "examples", "externalDocs",
    ]

    init<Field: ObjectField>(
        _ type: Field.Type, _ contents: [Field: Content] = [:], patterned: Content = .value
    ) {
        name = type.objectName
        fields = type.allCases.filter { !type.additions.contains($0) }.map(\.rawValue)
        patterns = type.patterns
        additions = type.additions.map(\.rawValue)
        self.contents = Dictionary(uniqueKeysWithValues: contents.map { ($0.rawValue, $1) })
        self.patterned = patterned
    }

    /// Makes an object whose field names the document chooses.
    init(_ name: String, pattern: String, _ content: Content) {
        self.name = name
        fields = []
        patterns = [pattern]
        additions = []
        contents = [:]
        patterned = content
    }

    /// Returns the content of a field; an extension holds a value.
    package func content(of field: String) -> Content {
        contents[field] ?? (field.hasPrefix("x-") ? .value : patterned)
    }
}

/// The fields of one object of the specification. Its decoder, "did you mean" and the table of coverage all use them.
protocol ObjectField: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
    /// The object's name in the specification: `Info Object`.
    static var objectName: String { get }
    /// The fields that OpenAPI 3.0.3 does not give this object.
    static var additions: [Self] { get }
    /// Names that the document chooses, as the specification writes them: `/{path}`.
    static var patterns: [String] { get }
}

extension ObjectField {
    static var additions: [Self] {
        allCases.filter { $0.rawValue.hasPrefix(KurusExtension.prefix) }
    }

    static var patterns: [String] { [] }
}
