import Testing
@testable import SpecDiff

struct SchemaRuleTests {
    @Test func givesEveryRuleItsOwnID() {
        let twice = Dictionary(grouping: Rule.all, by: \.id).filter { $0.value.count > 1 }
        #expect(twice.keys.sorted().isEmpty)
    }

    /// Several rules may have one mirror: a property that is gone was required, or not. But the mirror's own mirror leads
    /// back to it.
    @Test func mirrorsMirrorsBack() {
        let odd = Rule.schemas.filter { rule in
            guard let back = Rule.byID[rule.mirror]?.mirror else { return true }
            return back != rule.id && Rule.byID[back]?.mirror != rule.mirror
        }
        #expect(odd.map(\.id).isEmpty)
    }

    /// Ids and levels of oasdiff, as seen in revisions of real APIs.
    @Test(arguments: [
        ("request-property-became-required", ChangeLevel.breaking), ("request-property-max-length-set", .warning),
        ("request-parameter-min-set", .warning), ("request-parameter-pattern-added", .breaking),
        ("request-parameter-default-value-added", .breaking), ("request-property-default-value-changed", .info),
        ("response-property-enum-value-removed", .info), ("response-property-one-of-added", .breaking),
        ("response-property-any-of-added", .info), ("request-body-all-of-removed", .warning),
        ("response-body-all-of-removed", .info), ("response-property-became-nullable", .breaking),
        ("response-property-max-length-unset", .breaking), ("request-read-only-property-enum-value-removed", .info),
        ("response-optional-property-removed", .warning), ("response-required-property-removed", .breaking),
        ("request-optional-property-became-read-only", .info), ("new-required-request-property", .breaking),
        ("response-body-discriminator-mapping-changed", .info), ("response-property-list-of-types-narrowed", .info),
        ("request-parameter-property-enum-value-removed", .breaking), ("request-property-type-generalized", .info),
        // Our own decision: enumerations are open.
        ("response-property-enum-value-added", .info),
    ])
    func levelsAreOasdiffs(id: String, level: ChangeLevel) throws {
        let rule = try #require(Rule.byID[id])
        #expect(rule.wire == level)
    }
}
