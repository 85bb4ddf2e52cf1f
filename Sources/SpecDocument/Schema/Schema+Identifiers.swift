import SpecDiagnostics
import SpecTree

// The keywords of JSON Schema Core 2020-12, §8, that name schemas and dialects. `SchemaIdentifiers` has turned the
// references to such names into pointers.
extension Schema {
    mutating func readIdentifiers(_ decoder: inout ObjectDecoder<Field>) {
        _ = decoder.dialect(.dialect)
        _ = decoder.address(.identifier)
        _ = decoder.read(.anchor, as: String.self)
        _ = decoder.read(.dynamicAnchor, as: String.self)
        _ = decoder.named(.vocabulary, of: Bool.self)
        dynamicReference = decoder.read(.dynamicReference)
    }

    /// Checks keywords that are not followed; those with schemas are checked with all others.
    func checkUnfollowed(_ decoder: inout ObjectDecoder<Field>) {
        _ = decoder.count(.maxContains)
        _ = decoder.count(.minContains)
        for member in decoder.members(.dependentRequired) ?? [] {
            let place = ValuePlace.entry(member.name, of: Field.dependentRequired.rawValue, in: Field.objectName)
            guard let names = member.value.elements else {
                decoder.decoding.wrongType(place, member.value, allowed: "an array")
                continue
            }
            for name in names { _ = String.decode(name, at: place, decoder.decoding) }
        }
    }
}

extension ObjectDecoder {
    /// The dialects that are followed: that of OpenAPI 3.1 (§4.8.24.7) and 3.2, and JSON Schema 2020-12.
    private static var followedDialects: [String] {
        ["https://spec.openapis.org/oas/3.1/dialect/", "https://spec.openapis.org/oas/3.2/dialect/"]
            + ["https://json-schema.org/draft/2020-12/schema"]
    }

    /// Reads the address of a dialect; another one than those that are followed is a warning.
    mutating func dialect(_ field: Field) -> Located<String>? {
        guard let dialect: Located<String> = read(field) else { return nil }
        if !Self.followedDialects.contains(where: dialect.value.hasPrefix) {
            decoding.notFollowed(
                "the dialect `\(dialect.value)` is not followed: schemas are read by JSON Schema 2020-12",
                at: dialect.location)
        }
        return dialect
    }
}
