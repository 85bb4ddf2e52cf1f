package import SpecTree

/// One notation for documents of several versions of OpenAPI, so that they can be compared by their meaning.
package enum SchemaNotation {
    /// Returns documents that describe alike what means the same; every value keeps its location.
    ///
    /// A document of 3.0 is unchanged where all of them are.
    package static func unified(_ documents: [JSONNode]) -> [JSONNode] {
        let versions = documents.map { SpecificationVersion(ofDocument: $0) ?? .v30 }
        guard versions.contains(where: { $0 > .v30 }) else { return documents }
        let areMixed = versions.contains(.v30)
        return zip(documents, versions).map { document, version in
            var document = document
            if version > .v30 { document = document.rewriting(.schema, \.withReferenceInAllOf) }
            guard areMixed else { return document }
            return document.rewriting(.schema, \.inNotationOfAllVersions).rewriting(.mediaType, \.withoutOctetSchema)
                .withoutVersion
        }
    }
}

extension JSONNode {
    private enum Name {
        static let allOf = Schema.Field.allOf.rawValue
        static let reference = Schema.Field.reference.rawValue
    }

    fileprivate func rewriting(_ rewritten: ObjectKind, _ members: KeyPath<JSONNode, [JSONMember]>) -> JSONNode {
        rewritingObjects(.document, ()) { node, kind, _ in
            kind == rewritten ? node[keyPath: members] : node.members ?? []
        }
    }

    /// The document without the text of its version, which means nothing to the API.
    fileprivate var withoutVersion: JSONNode {
        JSONNode(.object((members ?? []).filter { $0.name != "openapi" }), at: location)
    }

    // MARK: 3.1

    /// The members of a schema with a `$ref` beside other keywords as a part of `allOf`, which means the same in 3.1 (JSON
    /// Schema Core 2020-12, §8.2.3.1).
    fileprivate var withReferenceInAllOf: [JSONMember] {
        let members = members ?? []
        guard let reference = members.first(where: { $0.name == Name.reference }),
            !members.allSatisfy({ Reference.isAnnotation($0.name) })
        else { return members }
        let part = JSONNode(.object([reference]), at: location)
        let others = members.filter { $0.name != Name.reference && $0.name != Name.allOf }
        let parts = [part] + (self[Name.allOf]?.elements ?? [])
        return [JSONMember(Name.allOf, at: reference.location, JSONNode(.array(parts), at: reference.location))]
            + others
    }

    // MARK: All versions

    /// The members of a schema with null among the types or alternatives, exclusive limits as numbers, a constant as a list
    /// of one value, `examples`, and the formats of octets.
    fileprivate var inNotationOfAllVersions: [JSONMember] {
        nullableChoice ?? (members ?? []).compactMap(unified)
    }

    /// The members of a schema that is another one or null: of `allOf` or `$ref` beside `nullable` in 3.0, of a choice with
    /// null in 3.1. Nil for other schemas.
    private var nullableChoice: [JSONMember]? {
        let lists = ["allOf", "oneOf", "anyOf", Name.reference].compactMap { member(named: $0) }
        guard lists.count == 1, let list = lists.first, self["type"] == nil else { return nil }
        let elements = list.value.elements ?? [JSONNode(.object([list]), at: location)]
        let values = elements.filter { !$0.isNullSchema }
        let hasNull = list.name.hasSuffix("Of") && list.name != "allOf" && values.count < elements.count
        guard hasNull || isTrue("nullable"), values.count == 1 || list.name == "oneOf" || list.name == "anyOf" else {
            return nil
        }
        let null = JSONNode(
            .object([JSONMember("type", at: location, JSONNode(.string("null"), at: location))]), at: location)
        let name = values.count == 1 ? "oneOf" : list.name
        let choice = JSONMember(name, at: list.location, JSONNode(.array(values + [null]), at: list.location))
        let others = (members ?? []).filter { $0.name != list.name && $0.name != "nullable" }
        return others.compactMap(unified) + [choice]
    }

    private var isNullSchema: Bool {
        members?.count == 1 && (self["type"]?.string == "null" || self["const"]?.isNull == true)
    }

    private func unified(_ member: JSONMember) -> JSONMember? {
        switch Schema.Field(rawValue: member.name) {
        case .nullable where self["type"] != nil: nil
        case .type: renamed(member, member.name, unifiedTypes(member.value))
        case .exclusiveMinimum: exclusiveLimit(member, "minimum")
        case .exclusiveMaximum: exclusiveLimit(member, "maximum")
        case .minimum where isTrue("exclusiveMinimum"), .maximum where isTrue("exclusiveMaximum"): nil
        case .const where self["enum"] == nil: renamed(member, "enum", .array([member.value]))
        case .example: renamed(member, "examples", .array([member.value]))
        case .contentEncoding where member.value.string?.lowercased() == "base64" && self["format"] == nil:
            renamed(member, "format", .string("byte"))
        case .contentMediaType where isOctets: renamed(member, "format", .string("binary"))
        default: member
        }
    }

    private func renamed(_ member: JSONMember, _ name: String, _ content: Content) -> JSONMember {
        JSONMember(name, at: member.location, JSONNode(content, at: member.value.location))
    }

    private func isTrue(_ name: String) -> Bool {
        if case .boolean(true)? = self[name]?.content { true } else { false }
    }

    /// The types in alphabetic order with null at the end; one type as a word.
    private func unifiedTypes(_ value: JSONNode) -> Content {
        let words = value.string.map { [$0] } ?? value.elements?.compactMap(\.string) ?? []
        let isNullable = words.contains("null") || isTrue("nullable")
        let types = Set(words).subtracting(["null"]).sorted() + (isNullable ? ["null"] : [])
        guard types.count != 1 else { return .string(types[0]) }
        return types.isEmpty ? value.content : .array(types.map { JSONNode(.string($0), at: value.location) })
    }

    private func exclusiveLimit(_ member: JSONMember, _ limit: String) -> JSONMember? {
        guard case .boolean(let isExclusive) = member.value.content else { return member }
        guard isExclusive, let limit = self[limit] else { return nil }
        return renamed(member, member.name, limit.content)
    }

    private var isOctets: Bool {
        self["format"] == nil && self["contentEncoding"] == nil
            && self["contentMediaType"]?.string?.hasPrefix("application/octet-stream") == true
    }

    /// The members of a media type without a schema that describes nothing but octets, which 3.1 leaves out (OpenAPI 3.1.1,
    /// §4.8.14.4).
    fileprivate var withoutOctetSchema: [JSONMember] {
        (members ?? []).filter { member in
            guard member.name == "schema" else { return true }
            let isOctets = member.value["format"]?.string == "binary" && member.value.members?.count == 2
            return !(isOctets && member.value["type"]?.string == "string")
        }
    }
}
