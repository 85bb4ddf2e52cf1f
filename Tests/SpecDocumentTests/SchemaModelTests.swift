import SpecDiagnostics
import SpecDocument
import SpecTree
import Testing

struct SchemaModelTests {
    let document: OpenAPIDocument

    init() throws {
        document = try CompleteDocument.decoded()
    }

    private func schema(_ name: String) throws -> Schema {
        try Sample.object(document.components.schemas[name])
    }

    private func property(_ name: String) throws -> Schema {
        try Sample.object(schema("Payout").properties[name])
    }

    @Test func readsObject() throws {
        let payout = try schema("Payout")
        #expect(payout.title == "Payout")
        #expect(payout.description == "A payout.")
        #expect(payout.types.map(\.value) == ["object"])
        #expect(payout.required.map(\.value) == ["id"])
        #expect(payout.minProperties == 1)
        #expect(payout.maxProperties == 9)
        #expect(payout.properties.entries.map(\.name) == ["id", "state", "amount", "items"])
        guard case .allowed(false) = payout.additionalProperties else { throw Sample.Mismatch() }
        #expect(payout.externalDocs?.url == "https://example.com/payout")
        #expect(!payout.readOnly && !payout.writeOnly && !payout.deprecated && !payout.sensitive)
        #expect(!payout.isNullable && !payout.uniqueItems)
    }

    @Test func readsString() throws {
        let id = try property("id")
        #expect(id.format?.value == "uuid")
        #expect(id.minLength == 2)
        #expect(id.maxLength == 36)
        #expect(id.pattern == "^[0-9a-f]+$")
        #expect(id.readOnly && id.sensitive)
        #expect(id.additionalProperties == nil)
    }

    @Test func readsEnumeration() throws {
        let state = try property("state")
        #expect(state.types.map(\.value) == ["string", "null"])
        #expect(state.valueTypes.map(\.value) == ["string"])
        #expect(state.isNullable)
        #expect(state.enumValues?.map(\.string) == ["new", "paid"])
        #expect(state.defaultValue?.string == "new")
        #expect(state.examples.map(\.string) == ["paid"])
        #expect(state.deprecated && state.writeOnly)
        #expect(state.deprecatedValues == ["new"])
    }

    @Test func numberKeepsTheTextOfItsLimits() throws {
        let amount = try property("amount")
        #expect(amount.multipleOf == "0.01")
        #expect(amount.minimum == nil)
        #expect(amount.exclusiveMinimum == "0.10")
        #expect(amount.maximum == "1e6")
        #expect(amount.exclusiveMaximum == nil)
    }

    @Test func readsArray() throws {
        let items = try property("items")
        #expect(try Sample.reference(items.items).target == "#/components/schemas/Item")
        #expect(items.minItems == 1)
        #expect(items.maxItems == 500)
        #expect(items.uniqueItems)
        let xml = try #require(items.xml)
        #expect(xml.name == "items")
        #expect(xml.namespace == "https://example.com/xml")
        #expect(xml.prefix == "p")
        #expect(xml.attribute && xml.wrapped)
    }

    @Test func readsComposition() throws {
        let item = try schema("Item")
        #expect(item.allOf.count == 1)
        #expect(item.oneOf.count == 2)
        #expect(try Sample.reference(item.oneOf[1]).target == "#/components/schemas/Map")
        #expect(item.anyOf.count == 1)
        #expect(try Sample.object(item.not).types.map(\.value) == ["string"])
        #expect(item.discriminator?.propertyName.value == "kind")
        #expect(item.discriminator?.mapping["map"] == "#/components/schemas/Map")
    }

    @Test func readsMap() throws {
        guard case .schema(let values) = try schema("Map").additionalProperties else { throw Sample.Mismatch() }
        #expect(try Sample.object(values).types.map(\.value) == ["integer"])
    }

    @Test func referenceKeepsItsSiblings() throws {
        let alias = try Sample.reference(document.components.schemas["Alias"])
        #expect(alias.target == "#/components/schemas/Map")
        #expect(alias.targetLocation.offset == alias.location.offset + "{\n        \"$ref\": ".utf8.count)
        #expect(alias.summary == "Short")
        #expect(alias.description == "Another name.")
        #expect(alias.title == "Alias")
        #expect(alias.deprecated && alias.readOnly && alias.writeOnly && alias.nullable && alias.sensitive)
    }

    @Test func bareReferenceHasNothingElse() throws {
        let reference = try Sample.reference(
            Sample.document(.schema, ##"{"$ref": "#/components/schemas/T"}"##).components.schemas["S"])
        #expect(reference.description == nil && reference.title == nil && reference.summary == nil)
        #expect(!reference.deprecated && !reference.readOnly && !reference.writeOnly)
        #expect(!reference.nullable && !reference.sensitive)
    }

    @Test func keepsTheOrderOfSchemas() throws {
        let schema = try Sample.schema(
            #"""
            {"allOf": [{"title": "1"}, {"title": "2"}, {"allOf": [{"title": "3"}, {"title": "4"}]}],
             "properties": {"b": {"title": "5"}, "a": {"title": "6"}}}
            """#)
        let nested = try Sample.object(schema.allOf[2])
        let titles = try (schema.allOf.prefix(2) + nested.allOf).map { try Sample.object($0).title }
        #expect(titles == ["1", "2", "3", "4"])
        #expect(schema.properties.entries.map(\.name) == ["b", "a"])
        #expect(try schema.properties.entries.map { try Sample.object($0.value).title } == ["5", "6"])
    }

    @Test func propertyMayBeNamedLikeAReference() throws {
        let schema = try Sample.schema(#"{"properties": {"$ref": {"type": "string"}, "x-a": {"type": "integer"}}}"#)
        #expect(try Sample.object(schema.properties["$ref"]).types.map(\.value) == ["string"])
        #expect(try Sample.object(schema.properties["x-a"]).types.map(\.value) == ["integer"])
    }

    @Test func examplesAndDefaultsAreAnyValue() throws {
        let schema = try Sample.schema(##"{"example": {"$ref": "#/nowhere"}, "default": null}"##)
        #expect(schema.examples.first?.members?.first?.name == "$ref")
        guard case .null = schema.defaultValue?.content else { throw Sample.Mismatch() }
    }

    @Test func nullableWithoutTypeIsKept() throws {
        let schema = try Sample.schema(#"{"nullable": true, "enum": ["a", null]}"#)
        #expect(schema.isNullable)
        #expect(schema.valueTypes.isEmpty)
        #expect(schema.enumValues?.count == 2)
    }

    @Test func unknownWordsOfTypeAndFormatAreKept() throws {
        let schema = try Sample.schema(#"{"type": "money", "format": "lira"}"#)
        #expect(schema.types.map(\.value) == ["money"])
        #expect(schema.format?.value == "lira")
    }
}
