import SpecDiagnostics
import SpecTree

extension Reference: DocumentValue {
    /// The field of the Reference Object, and those that Kurus reads beside it.
    enum Field: String, ObjectField {
        static let objectName = "Reference Object"
        static var additions: [Field] { allCases.filter { $0 != .target } }
        case target = "$ref"
        case summary, description, title, deprecated, readOnly, writeOnly, nullable, example, examples
        case sensitive = "x-kurus-sensitive"
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
    /// "Any properties added SHALL be ignored" (OpenAPI 3.0.3, §4.7.23): said, because who wrote them meant something.
    func reportIgnoredSiblings() {
        for member in others {
            if member.name.hasPrefix("x-") {
                reportUnknown(member)
            } else {
                decoding.sloppy("`\(member.name)` beside `$ref` is ignored", at: member.location)
            }
        }
    }
}
