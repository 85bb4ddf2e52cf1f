import Foundation
import SpecDiagnostics
import SpecDiff
import SpecDocument
import Testing

/// What the README says in tables is what the code says.
@Suite struct ReadmeTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    private static let readme = root.appending(path: "README.md")

    private static func text() throws -> String {
        try String(contentsOf: readme, encoding: .utf8)
    }

    /// The lines between `<!-- name -->` and the next comment.
    private static func section(_ name: String) throws -> [String] {
        let lines = try text().split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let start = try #require(lines.firstIndex(of: "<!-- \(name) -->"))
        return Array(lines[(start + 1)...].prefix { !$0.hasPrefix("<!--") })
    }

    @Test func listsEveryDiagnostic() throws {
        let listed = try Self.section("diagnostics").filter { $0.hasPrefix("| `") }
            .compactMap { $0.split(separator: "`").dropFirst().first.map(String.init) }
        #expect(listed == DiagnosticID.allCases.map(\.rawValue))
    }

    @Test func listsEveryFieldThatIsRead() throws {
        let rows = SpecificationCoverage.objects.map { object in
            let fields = (object.fields + object.patterns).map { "`\($0)`" }.joined(separator: ", ")
            let additions = object.additions.map { "`\($0)`" }.joined(separator: ", ")
            return "| \(object.name) | \(fields) | \(additions) |"
        }
        try check(["| object | fields | also read |", "|---|---|---|"] + rows, in: "coverage")
    }

    @Test func listsEveryRuleOfADiff() throws {
        let own = Rule.all.filter { !Rule.schemas.contains($0) }.map { rule in
            "| `\(rule.id)` | \(rule.wire.word) | \(rule.summary) |"
        }
        try check(["| rule | wire | what |", "|---|---|---|"] + own, in: "rules")
        try check(
            ["| rule | in requests | in responses | what |", "|---|---|---|---|"] + SchemaRuleRow.all.map(\.text),
            in: "schema rules")
    }

    private func check(_ table: [String], in name: String) throws {
        if ProcessInfo.processInfo.environment["KURUS_RECORD"] == "1" {
            try record(table, in: name)
            Issue.record("recorded the table `\(name)`")
        } else {
            #expect(try Self.section(name) == table)
        }
    }

    private func record(_ table: [String], in name: String) throws {
        let old = try Self.section(name).map { $0 + "\n" }.joined()
        let marker = "<!-- \(name) -->\n"
        let new = table.map { $0 + "\n" }.joined()
        let text = try Self.text().replacing(marker + old, with: marker + new, maxReplacements: 1)
        try Data(text.utf8).write(to: Self.readme)
    }

    @Test(arguments: [
        ("example", "Tests/GeneratedClientTests/ReadmeExample.swift"),
        ("payout example", "Tests/IyzicoMassPayoutTests/ReadmeExample.swift"),
    ])
    func showsExamplesThatCompile(section: String, path: String) throws {
        let compiled = try String(contentsOf: Self.root.appending(path: path), encoding: .utf8)
        let shown = try Self.section(section).drop { !$0.hasPrefix("```swift") }.dropFirst()
            .prefix { !$0.hasPrefix("```") }.joined(separator: "\n")
        #expect(!shown.isEmpty && compiled.contains(shown))
    }
}
