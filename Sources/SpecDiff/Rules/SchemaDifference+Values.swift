// Which values are allowed or assumed: `enum`, `const`, `default`, `pattern`.
extension SchemaDifference {
    static let values: [Self] = [
        enumValueAdded, enumValueRemoved, becameEnum, becameNotEnum, constAdded, constRemoved, constChanged,
        defaultAdded, defaultRemoved, defaultChanged, patternAdded, patternRemoved, patternChanged,
    ]

    static let (enumValueAdded, enumValueRemoved) = mirrored(
        Self(
            "enum-value-added", .widens,
            "another value of an enumeration; enumerations are open here, so a response may say one (oasdiff warns)"
        ).with { $0.response = .info },
        Self("enum-value-removed", .narrows, "a value of an enumeration is gone"), concern: .values)
    static let (becameEnum, becameNotEnum) = mirrored(
        Self("became-enum", .narrows, "the values are listed now"),
        Self("became-not-enum", .widens, "the values are no longer listed").with { $0.response = .warning },
        concern: .type)
    static let (constAdded, constRemoved) = mirrored(
        Self("const-added", .narrows, "`const`: one value is allowed"),
        Self("const-removed", .widens, "no `const` any more: other values are allowed"))
    static let constChanged = Self("const-changed", .replaces, "`const`: another value is the only one")
    static let defaultAdded = `default`("added", mirror: "removed", "a default, where there was none")
    static let defaultRemoved = `default`("removed", mirror: "added", "no default any more")
    static let defaultChanged = `default`("changed", mirror: "changed", "another default")
    static let (patternAdded, patternRemoved) = mirrored(
        Self("pattern-added", .narrows, "a pattern, where there was none"),
        Self("pattern-removed", .widens, "no pattern any more"), concern: .unseen)
    static let patternChanged = Self("pattern-changed", .unknown, concern: .unseen, "another pattern")

    private static func `default`(_ word: String, mirror: String, _ summary: String) -> Self {
        Self("default-value-\(word)", .tells, mirror: "default-value-\(mirror)", summary).with {
            $0.levels[.requestParameter] = .breaking
            $0.variants = .requiredParameter
        }
    }
}
