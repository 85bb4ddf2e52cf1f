import Testing
@testable import SpecDiff

struct RandomSchemaTests {
    static let uses: [SchemaUse] = [.requestBody, .responseBody, .requestParameter, .responseHeader]

    /// Every edit is reported, and mirrored in the other direction; nothing differs from itself.
    @Test(arguments: uses)
    func reportsEveryEditInBothDirections(_ use: SchemaUse) throws {
        let firstSeed = UInt64.random(in: 0...UInt64.max / 2)
        for seed in firstSeed..<firstSeed + 150 {
            var random = RandomSchema(seed: seed)
            let schema = random.schema()
            let base = schema.written
            let revision = random.edited(schema).written
            let forth = try ComparedSchemas(base, revision, use)
            let back = try ComparedSchemas(revision, base, use)
            let itself = try ComparedSchemas(base, base, use)
            #expect(itself.changes.isEmpty && itself.prose.isEmpty, "seed \(seed)")
            #expect(!(forth.changes.isEmpty && forth.prose.isEmpty), "seed \(seed): \(base) → \(revision)")
            let unmirrored = MirroredChanges.unmirrored(forth.changes, back.changes)
            #expect(unmirrored.isEmpty, "seed \(seed): \(base) → \(revision)")
            #expect(forth.prose.count == back.prose.count, "seed \(seed)")
        }
    }
}
