// Which values are allowed or assumed: `enum`, `const`, `default`, `pattern`.
extension SchemaDifference {
    static let values: [Self] = [
        enumValueAdded, enumValueRemoved, becameEnum, becameNotEnum, constAdded, constRemoved, constChanged,
        defaultAdded, defaultRemoved, defaultChanged, patternAdded, patternRemoved, patternChanged,
    ]

    static let enumValueAdded = Self(
        "enum-value-added", .widens, mirror: "enum-value-removed", concern: .values,
        "another value of an enumeration; enumerations are open here, so a response may say one (oasdiff warns)"
    ).with { $0.response = .info }
    static let enumValueRemoved = Self(
        "enum-value-removed", .narrows, mirror: "enum-value-added", concern: .values,
        "a value of an enumeration is gone")
    static let becameEnum = Self(
        "became-enum", .narrows, mirror: "became-not-enum", concern: .type, "the values are listed now")
    static let becameNotEnum = Self(
        "became-not-enum", .widens, mirror: "became-enum", concern: .type, "the values are no longer listed"
    ).with { $0.response = .warning }
    static let constAdded = Self(
        "const-added", .narrows, mirror: "const-removed", "`const`: one value is allowed")
    static let constRemoved = Self(
        "const-removed", .widens, mirror: "const-added", "no `const` any more: other values are allowed")
    static let constChanged = Self("const-changed", .replaces, "`const`: another value is the only one")
    static let defaultAdded = `default`("added", mirror: "removed", "a default, where there was none")
    static let defaultRemoved = `default`("removed", mirror: "added", "no default any more")
    static let defaultChanged = `default`("changed", mirror: "changed", "another default")
    static let patternAdded = Self(
        "pattern-added", .narrows, mirror: "pattern-removed", concern: .unseen, "a pattern, where there was none")
    static let patternRemoved = Self(
        "pattern-removed", .widens, mirror: "pattern-added", concern: .unseen, "no pattern any more")
    static let patternChanged = Self("pattern-changed", .unknown, concern: .unseen, "another pattern")

    private static func `default`(_ word: String, mirror: String, _ summary: String) -> Self {
        Self("default-value-\(word)", .tells, mirror: "default-value-\(mirror)", summary).with {
            $0.levels[.requestParameter] = .breaking
            $0.variants = .requiredParameter
        }
    }
}
