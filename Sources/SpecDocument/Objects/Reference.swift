package import SpecDiagnostics
package import SpecTree

/// A Reference Object (OpenAPI 3.0.3, §4.7.23), not resolved.
package struct Reference: Sendable {
    package var location: SourceLocation
    /// The text of `$ref`.
    package var target: String
    /// The location of that text.
    package var targetLocation: SourceLocation
    /// A field beside `$ref`: OpenAPI ignores it, but pages describe the use of a schema there.
    package var summary: String?
    package var description: String?
    package var title: String?
    package var deprecated: Bool
    package var readOnly: Bool
    package var writeOnly: Bool
    package var nullable: Bool
    /// `x-kurus-sensitive: true` beside `$ref`.
    package var sensitive: Bool
}

/// An object, or a reference to one.
package indirect enum ReferenceOr<Object: Sendable>: Sendable {
    case reference(Reference)
    case object(Object)
}

/// Named values in the document's order.
package struct NamedValues<Value: Sendable>: Sendable {
    package struct Entry: Sendable {
        package var name: String
        /// The location of the name.
        package var location: SourceLocation
        package var value: Value

        package init(name: String, location: SourceLocation, value: Value) {
            self.name = name
            self.location = location
            self.value = value
        }
    }

    package var entries: [Entry]

    package init(_ entries: [Entry] = []) {
        self.entries = entries
    }

    package subscript(name: String) -> Value? {
        entries.first { $0.name == name }?.value
    }
}

extension Reference: DocumentValue {
    /// The field of the Reference Object, and those that Kurus reads beside it.
    enum Field: String, ObjectField {
        static let objectName = "Reference Object"
        case target = "$ref"
        case summary, description, title, deprecated, readOnly, writeOnly, nullable, example, examples
        case sensitive = "x-kurus-sensitive"

        static func additions(to version: SpecificationVersion) -> [Field] {
            allCases.filter { field in
                switch field {
                case .target: false
                case .summary, .description, .nullable: version == .v30
                default: true
                }
            }
        }

        var versions: VersionRange { self == .nullable ? .until30 : .all }

        var treatment: FieldTreatment {
            switch self {
            case .summary, .example, .examples: .read
            case .description, .title, .deprecated: .documented
            default: .generated
            }
        }
    }

    /// Whether a member beside the `$ref` of a schema only describes the use.
    static func isAnnotation(_ name: String) -> Bool {
        Field(rawValue: name) != nil || name.hasPrefix("x-")
    }

    static func decode(_ node: JSONNode, at place: ValuePlace, _ decoding: DocumentDecoding) -> Reference? {
        var decoder = ObjectDecoder<Field>(node.members ?? [], at: node.location, decoding)
        let reference = Reference(from: &decoder)
        decoder.reportIgnoredSiblings()
        return reference
    }

    private init?(from decoder: inout ObjectDecoder<Field>) {
        location = decoder.location
        summary = decoder.read(.summary)
        description = decoder.read(.description)
        title = decoder.read(.title)
        deprecated = decoder.read(.deprecated) ?? false
        readOnly = decoder.read(.readOnly) ?? false
        writeOnly = decoder.read(.writeOnly) ?? false
        nullable = decoder.read(.nullable) ?? false
        sensitive = decoder.read(.sensitive) ?? false
        guard let target: Located<String> = decoder.require(.target) else { return nil }
        self.target = target.value
        targetLocation = target.location
    }
}

extension ObjectDecoder<Reference.Field> {
    /// Warns about siblings: "Any properties added SHALL be ignored" (OpenAPI 3.0.3, §4.7.23).
    fileprivate func reportIgnoredSiblings() {
        for member in others {
            if member.name.hasPrefix("x-") {
                reportUnknown(member)
            } else {
                decoding.warn("`\(member.name)` beside `$ref` is ignored", at: member.location)
            }
        }
        reportVersions()
    }
}

// The target of a reference outside of `components` has usually been decoded at its location already. These functions
// are for other locations, and so report only errors that are not known yet.

/// An object in whose place a Reference Object is allowed.
package protocol ReferencedObject: Sendable {
    /// Reads an object that a reference leads to, or another reference; nil, with an error, when it is neither.
    static func read(
        targetOfReference node: JSONNode, in version: SpecificationVersion, diagnostics: inout Diagnostics
    ) -> ReferenceOr<Self>?
}

extension Response: ReferencedObject {
    package static func read(
        targetOfReference node: JSONNode, in version: SpecificationVersion, diagnostics: inout Diagnostics
    ) -> ReferenceOr<Self>? {
        ReferenceOr.decodeTarget(node, version, &diagnostics)
    }
}

extension Parameter: ReferencedObject {
    package static func read(
        targetOfReference node: JSONNode, in version: SpecificationVersion, diagnostics: inout Diagnostics
    ) -> ReferenceOr<Self>? {
        ReferenceOr.decodeTarget(node, version, &diagnostics)
    }
}

extension RequestBody: ReferencedObject {
    package static func read(
        targetOfReference node: JSONNode, in version: SpecificationVersion, diagnostics: inout Diagnostics
    ) -> ReferenceOr<Self>? {
        ReferenceOr.decodeTarget(node, version, &diagnostics)
    }
}

extension Header: ReferencedObject {
    package static func read(
        targetOfReference node: JSONNode, in version: SpecificationVersion, diagnostics: inout Diagnostics
    ) -> ReferenceOr<Self>? {
        ReferenceOr.decodeTarget(node, version, &diagnostics)
    }
}

extension SecurityScheme: ReferencedObject {
    package static func read(
        targetOfReference node: JSONNode, in version: SpecificationVersion, diagnostics: inout Diagnostics
    ) -> ReferenceOr<Self>? {
        ReferenceOr.decodeTarget(node, version, &diagnostics)
    }
}

extension ReferenceOr where Object: DocumentValue {
    fileprivate static func decodeTarget(
        _ node: JSONNode, _ version: SpecificationVersion, _ diagnostics: inout Diagnostics
    ) -> Self? {
        let decoding = DocumentDecoding(in: version)
        let object = decode(node, at: .field("$ref", of: "Reference Object"), decoding)
        decoding.reportNewErrors(of: node, to: &diagnostics)
        return object
    }
}

extension ReferenceOr<Schema> {
    /// Reads a schema that a reference leads to; nil, with an error, when it is not one.
    package static func decode(
        _ node: JSONNode, in version: SpecificationVersion, diagnostics: inout Diagnostics
    ) -> Self? {
        let decoding = DocumentDecoding(in: version)
        let schema = SchemaTree.decode(node, at: .field("$ref", of: "Reference Object"), decoding)
        decoding.reportNewErrors(of: node, to: &diagnostics)
        return schema
    }
}

extension PathItem {
    /// Reads a path item that `$ref` leads to (OpenAPI 3.0.3, §4.7.9); nil, with an error, when it is not one.
    package static func decode(
        _ node: JSONNode, in version: SpecificationVersion, diagnostics: inout Diagnostics
    ) -> PathItem? {
        let decoding = DocumentDecoding(in: version)
        let item = decode(node, at: .field("$ref", of: Field.objectName), decoding)
        decoding.reportNewErrors(of: node, to: &diagnostics)
        return item
    }
}

extension DocumentDecoding {
    fileprivate func reportNewErrors(of node: JSONNode, to diagnostics: inout Diagnostics) {
        var found = Diagnostics()
        report(on: node.location.file, to: &found)
        for diagnostic: Diagnostic in found.all where diagnostic.severity == .error {
            let location: SpecDiagnostics.SourceLocation? = diagnostic.location
            let same: [Diagnostic] = diagnostics.all.filter { $0.id == diagnostic.id }
            if !same.contains(where: { $0.location == location }) { diagnostics.append(diagnostic) }
        }
    }
}
