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
    /// Fields that the specification names by pattern: `/{path}`.
    package let patterns: [String]
    private let members: [Member]
    private let contents: [String: Content]
    private let patterned: Content

    private struct Member {
        let name: String
        let treatment: FieldTreatment
        let versions: VersionRange
        /// The versions in which Kurus reads the field in addition to the specification's.
        let additions: Set<SpecificationVersion>
    }

    /// Fields with text for people, which have no effect on requests and responses.
    package static let proseFields: Set<String> = [
        "description", "summary", "title", "example", "examples", "externalDocs",
    ]

    init<Field: ObjectField>(
        _ type: Field.Type, _ contents: [Field: Content] = [:], patterned: Content = .value
    ) {
        name = type.objectName
        patterns = type.patterns
        members = type.allCases.map { field in
            Member(
                name: field.rawValue, treatment: field.treatment, versions: field.versions,
                additions: Set(SpecificationVersion.allCases.filter { type.additions(to: $0).contains(field) }))
        }
        self.contents = Dictionary(uniqueKeysWithValues: contents.map { ($0.rawValue, $1) })
        self.patterned = patterned
    }

    /// Makes an object whose field names the document chooses.
    init(_ name: String, pattern: String, _ content: Content) {
        self.name = name
        patterns = [pattern]
        members = []
        contents = [:]
        patterned = content
    }

    /// The fields of all versions, extensions of Kurus included.
    package var allFields: [String] {
        members.map(\.name)
    }

    /// Returns the fields of the specification, in its order.
    package func fields(in version: SpecificationVersion) -> [String] {
        members.filter { $0.versions.contains(version) && !$0.additions.contains(version) }.map(\.name)
    }

    /// Returns the fields that Kurus reads in addition to the specification's.
    package func additions(to version: SpecificationVersion) -> [String] {
        members.filter { $0.additions.contains(version) }.map(\.name)
    }

    /// Returns the use that is made of a field; a field named by pattern is followed.
    package func treatment(of field: String) -> FieldTreatment {
        members.first { $0.name == field }?.treatment ?? .generated
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
    /// Names that the document chooses, as the specification writes them: `/{path}`.
    static var patterns: [String] { get }

    /// Returns the fields that a version of OpenAPI does not give this object.
    static func additions(to version: SpecificationVersion) -> [Self]

    /// The versions that have the field.
    var versions: VersionRange { get }
    var treatment: FieldTreatment { get }
    /// The end of a warning about a field that is not followed: "nothing is generated for it". Nil where the field is
    /// followed, or where a later stage warns.
    var consequence: String? { get }
}

extension ObjectField {
    static var patterns: [String] { [] }

    static func additions(to version: SpecificationVersion) -> [Self] {
        allCases.filter { $0.rawValue.hasPrefix(KurusExtension.prefix) }
    }

    var versions: VersionRange { .all }
    var treatment: FieldTreatment { consequence == nil ? .generated : .warned }
    var consequence: String? { nil }
}
