import SpecDiff
import Testing

/// The rules that real APIs need most: the ids and levels of oasdiff that occur in 339 revisions of twelve real APIs, most
/// frequent first.
@Suite struct FrequentRuleTests {
    struct Frequent: Sendable, CustomTestStringConvertible {
        let id: String
        let level: ChangeLevel

        var testDescription: String { id }
    }

    /// Rules that Kurus judges differently, with the reasons.
    static let deviations: [String: (level: ChangeLevel, reason: String)] = [
        "response-property-enum-value-added": (
            .info, "enumerations are open: an unknown value survives, and a new case only warns in Swift"
        )
    ]

    static let frequent: [Frequent] = [
        Frequent(id: "response-optional-property-added", level: .info),
        Frequent(id: "new-optional-request-property", level: .info),
        Frequent(id: "response-property-enum-value-added", level: .warning),
        Frequent(id: "request-property-enum-value-added", level: .info),
        Frequent(id: "endpoint-added", level: .info),
        Frequent(id: "api-schema-removed", level: .info),
        Frequent(id: "response-optional-property-removed", level: .warning),
        Frequent(id: "response-required-property-added", level: .info),
        Frequent(id: "response-property-enum-value-removed", level: .info),
        Frequent(id: "request-property-removed", level: .warning),
        Frequent(id: "response-property-one-of-added", level: .breaking),
        Frequent(id: "request-property-became-optional", level: .info),
        Frequent(id: "api-path-removed-without-deprecation", level: .breaking),
        Frequent(id: "response-property-deprecated", level: .info),
        Frequent(id: "request-property-enum-value-removed", level: .breaking),
        Frequent(id: "response-property-became-required", level: .info),
        Frequent(id: "response-property-became-nullable", level: .breaking),
        Frequent(id: "request-parameter-enum-value-added", level: .info),
        Frequent(id: "response-property-became-optional", level: .breaking),
        Frequent(id: "response-property-type-changed", level: .breaking),
        Frequent(id: "response-property-type-specialized", level: .info),
        Frequent(id: "request-property-deprecated", level: .info),
        Frequent(id: "request-property-min-length-increased", level: .breaking),
        Frequent(id: "request-property-became-nullable", level: .info),
        Frequent(id: "response-required-property-removed", level: .breaking),
        Frequent(id: "request-property-became-required", level: .breaking),
        Frequent(id: "new-optional-request-parameter", level: .info),
        Frequent(id: "response-non-success-status-added", level: .info),
        Frequent(id: "response-success-status-added", level: .info),
        Frequent(id: "response-success-status-removed", level: .breaking),
        Frequent(id: "response-body-all-of-removed", level: .info),
        Frequent(id: "response-property-all-of-added", level: .info),
        Frequent(id: "request-property-type-changed", level: .breaking),
        Frequent(id: "response-property-one-of-removed", level: .info),
        Frequent(id: "request-property-max-length-set", level: .warning),
        Frequent(id: "request-property-type-generalized", level: .info),
        Frequent(id: "response-property-all-of-removed", level: .info),
        Frequent(id: "response-property-became-not-nullable", level: .info),
        Frequent(id: "new-required-request-property", level: .breaking),
        Frequent(id: "endpoint-deprecated", level: .info),
        Frequent(id: "request-property-max-length-increased", level: .info),
        Frequent(id: "request-property-all-of-added-annotation-only", level: .info),
        Frequent(id: "request-property-one-of-added", level: .info),
        Frequent(id: "response-body-all-of-added", level: .info),
        Frequent(id: "request-property-became-enum", level: .breaking),
        Frequent(id: "request-property-max-increased", level: .info),
        Frequent(id: "request-property-all-of-removed", level: .warning),
        Frequent(id: "request-property-all-of-removed-annotation-only", level: .info),
        Frequent(id: "response-property-max-length-unset", level: .breaking),
        Frequent(id: "response-property-max-length-increased", level: .breaking),
        Frequent(id: "api-tag-added", level: .info),
        Frequent(id: "api-tag-removed", level: .info),
        Frequent(id: "request-property-min-length-decreased", level: .info),
        Frequent(id: "response-body-type-specialized", level: .info),
        Frequent(id: "request-parameter-removed", level: .warning),
        Frequent(id: "request-parameter-enum-value-removed", level: .breaking),
        Frequent(id: "response-body-type-changed", level: .breaking),
        Frequent(id: "response-property-reactivated", level: .info),
        Frequent(id: "request-property-default-value-changed", level: .info),
        Frequent(id: "request-property-all-of-added", level: .breaking),
        Frequent(id: "response-media-type-added", level: .info),
        Frequent(id: "request-property-one-of-removed", level: .breaking),
        Frequent(id: "response-body-one-of-removed", level: .info),
        Frequent(id: "request-parameter-property-enum-value-added", level: .info),
        Frequent(id: "response-property-min-length-decreased", level: .breaking),
        Frequent(id: "request-property-discriminator-added", level: .info),
        Frequent(id: "response-property-discriminator-added", level: .info),
        Frequent(id: "request-optional-property-became-not-read-only", level: .info),
        Frequent(id: "response-optional-property-became-not-read-only", level: .info),
        Frequent(id: "request-property-any-of-added", level: .info),
        Frequent(id: "response-property-any-of-added", level: .info),
        Frequent(id: "response-property-all-of-added-annotation-only", level: .info),
        Frequent(id: "api-security-removed", level: .info),
        Frequent(id: "response-property-min-decreased", level: .breaking),
        Frequent(id: "request-property-became-not-nullable", level: .breaking),
        Frequent(id: "response-optional-write-only-property-added", level: .info),
        Frequent(id: "request-parameter-became-nullable", level: .info),
        Frequent(id: "api-path-removed-with-deprecation", level: .info),
        Frequent(id: "request-parameter-default-value-added", level: .breaking),
        Frequent(id: "request-parameter-type-changed", level: .breaking),
        Frequent(id: "request-property-reactivated", level: .info),
        Frequent(id: "request-property-max-decreased", level: .breaking),
        Frequent(id: "request-property-max-set", level: .warning),
        Frequent(id: "request-property-default-value-removed", level: .info),
        Frequent(id: "response-media-type-removed", level: .breaking),
        Frequent(id: "response-property-list-of-types-narrowed", level: .info),
        Frequent(id: "request-body-any-of-added", level: .info),
        Frequent(id: "request-body-one-of-added", level: .info),
        Frequent(id: "response-body-one-of-added", level: .breaking),
        Frequent(id: "request-body-added-optional", level: .info),
        Frequent(id: "response-non-success-status-removed", level: .info),
        Frequent(id: "request-parameter-property-enum-value-removed", level: .breaking),
        Frequent(id: "api-operation-id-removed", level: .info),
        Frequent(id: "api-security-added", level: .info),
        Frequent(id: "api-security-component-added", level: .info),
        Frequent(id: "response-header-added", level: .info),
        Frequent(id: "request-property-default-value-added", level: .info),
        Frequent(id: "response-body-discriminator-mapping-changed", level: .info),
        Frequent(id: "request-parameter-max-length-increased", level: .info),
        Frequent(id: "request-read-only-property-enum-value-removed", level: .info),
        Frequent(id: "request-optional-property-became-read-only", level: .info),
        Frequent(id: "response-optional-property-became-read-only", level: .info),
        Frequent(id: "request-body-all-of-added", level: .breaking),
        Frequent(id: "request-body-all-of-removed", level: .warning),
        Frequent(id: "request-parameter-became-optional", level: .info),
        Frequent(id: "request-parameter-min-length-decreased", level: .info),
        Frequent(id: "request-parameter-pattern-removed", level: .info),
        Frequent(id: "request-parameter-max-length-set", level: .warning),
        Frequent(id: "request-parameter-max-set", level: .warning),
        Frequent(id: "request-parameter-min-length-increased", level: .breaking),
        Frequent(id: "request-parameter-min-set", level: .warning),
        Frequent(id: "request-parameter-pattern-added", level: .breaking),
        Frequent(id: "request-property-min-items-increased", level: .breaking),
        Frequent(id: "request-property-pattern-added", level: .breaking),
        Frequent(id: "response-property-pattern-added", level: .info),
        Frequent(id: "api-removed-without-deprecation", level: .breaking),
    ]

    @Test(arguments: frequent) func hasTheIDAndLevelThatTheFieldKnows(_ frequent: Frequent) throws {
        let rule = try #require(Rule.byID[frequent.id])
        #expect(rule.wire == Self.deviations[frequent.id]?.level ?? frequent.level)
    }
}
