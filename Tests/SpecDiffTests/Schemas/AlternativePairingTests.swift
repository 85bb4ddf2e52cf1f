import Testing
@testable import SpecDiff

struct AlternativePairingTests {
    @Test func knowsAComponentThatHasAnotherName() throws {
        let comparison = try ComparedSchemas(
            ##"{"oneOf": [{"$ref": "#/components/schemas/Card"}, {"$ref": "#/components/schemas/Bank"}]}"##,
            ##"{"oneOf": [{"$ref": "#/components/schemas/Account"}, {"$ref": "#/components/schemas/Card"}]}"##,
            .responseBody,
            components: #"{"Card": {}, "Bank": {"properties": {"iban": {"type": "string"}}}}"#,
            revisedComponents: #"{"Card": {}, "Account": {"properties": {"iban": {"type": "integer"}}}}"#)
        #expect(comparison.verdicts == ["response-property-type-changed breaking"])
        #expect(comparison.changes.map(\.subject) == ["property `iban` of `Account`"])
    }

    @Test func knowsASchemaThatBecameAComponent() throws {
        let comparison = try ComparedSchemas(
            #"{"anyOf": [{"type": "string"}, {"properties": {"iban": {"type": "string"}}}]}"#,
            ##"{"anyOf": [{"$ref": "#/components/schemas/Bank"}, {"type": "string"}]}"##,
            components: "{}", revisedComponents: #"{"Bank": {"properties": {"iban": {"type": "string"}}}}"#)
        #expect(comparison.verdicts == [])
    }

    /// One alternative in front of many moves them all.
    @Test func findsTheOneThatIsNewAmongMany() throws {
        let many = (0..<100).map { #"{"properties": {"p\#($0)": {"type": "string"}, "kind": {"type": "string"}}}"# }
        let comparison = try ComparedSchemas(
            "{\"oneOf\": [\(many.joined(separator: ","))]}",
            "{\"oneOf\": [\(([#"{"properties": {"new": {}}}"#] + many).joined(separator: ","))]}")
        #expect(comparison.verdicts == ["request-property-one-of-added info"])
        #expect(comparison.changes.first?.now == #"{"properties": {"new": {}}}"#)
    }

    @Test func pairsTheLastOnesOfBothSides() throws {
        let comparison = try ComparedSchemas(
            #"{"allOf": [{"title": "A", "maxLength": 1}, {"minimum": 1}]}"#,
            #"{"allOf": [{"title": "A", "maxLength": 1}, {"minimum": 2}]}"#)
        #expect(comparison.verdicts == ["request-property-min-increased breaking"])
    }
}
