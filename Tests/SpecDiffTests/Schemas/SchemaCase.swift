import Testing
@testable import SpecDiff

/// Two schemas, and the changes from the first to the second and back.
struct SchemaCase: CustomTestStringConvertible {
    let testDescription: String
    let use: SchemaUse
    let base: String
    let revision: String
    /// Rules and levels, sorted.
    let there: [String]
    let back: [String]

    /// - Parameter back: The changes in the other direction; by default the same.
    init(
        _ name: String, _ use: SchemaUse, _ base: String, _ revision: String, _ there: [String],
        back: [String]? = nil
    ) {
        testDescription = name
        self.use = use
        self.base = base
        self.revision = revision
        self.there = there
        self.back = back ?? there
    }

    static let components = #"""
        {"Card": {"type": "object", "properties": {"card": {"type": "string"}}},
         "Bank": {"type": "object", "properties": {"iban": {"type": "string"}}},
         "Cash": {"type": "object", "properties": {"note": {"type": "string"}}},
         "Empty": {"type": "object"}, "Secret": {"writeOnly": true}}
        """#

    /// Expects the changes in both directions, that they mirror each other, and that neither schema differs
    /// from itself.
    func expect() throws {
        let forth = try ComparedSchemas(base, revision, use, components: Self.components)
        let home = try ComparedSchemas(revision, base, use, components: Self.components)
        #expect(forth.verdicts == there)
        #expect(home.verdicts == back)
        #expect(MirroredChanges.unmirrored(forth.changes, home.changes).isEmpty)
        for schema in [base, revision] {
            #expect(try ComparedSchemas(schema, schema, use, components: Self.components).verdicts.isEmpty)
        }
    }
}
