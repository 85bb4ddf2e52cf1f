import Foundation
import Testing

/// Examples of README.md and of articles are texts of files that the compiler has read.
@Suite struct ExampleTests {
    @Test(arguments: [
        ("README.md", "example", "Tests/GeneratedClientTests/ReadmeExample.swift"),
        ("README.md", "payout example", "Tests/IyzicoMassPayoutTests/ReadmeExample.swift"),
        ("Sources/Documentation.docc/ImportingAClient.md", "example", "Tests/GeneratedClientTests/ReadmeExample.swift"),
        (
            "Sources/IyzicoMassPayout/Documentation.docc/PayingSafely.md", "payout example",
            "Tests/IyzicoMassPayoutTests/ReadmeExample.swift"
        ),
        (
            "Sources/KurusHTTP/Documentation.docc/WritingATransport.md", "transport",
            "Tests/KurusHTTPTests/TransportExample.swift"
        ),
        (
            "Sources/KurusHTTP/Documentation.docc/WritingATransport.md", "recorded",
            "Tests/KurusHTTPTests/TransportExample.swift"
        ),
    ])
    func showsExamplesThatCompile(page: String, section: String, path: String) throws {
        let lines = try ProjectFile.text(of: page).split(separator: "\n", omittingEmptySubsequences: false)
        let start = try #require(lines.firstIndex(of: "<!-- \(section) -->"))
        let shown = lines[(start + 1)...].drop { !$0.hasPrefix("```swift") }.dropFirst()
            .prefix { !$0.hasPrefix("```") }.joined(separator: "\n")
        let compiled = try ProjectFile.text(of: path)
        #expect(!shown.isEmpty && compiled.contains(shown), "\(shown)")
    }

    /// The tutorial shows the files of the test target that follows it.
    @Test(arguments: try ProjectFile.paths(in: "Sources/Documentation.docc/Tutorial/Code"))
    func showsTheTutorialsFilesAsTheyAreTested(_ shown: String) throws {
        let name = try #require(shown.split(separator: "/").last)
        let original = name.hasSuffix(".md.txt") ? String(name.dropLast(4)) : String(name)
        #expect(try ProjectFile.text(of: shown) == ProjectFile.text(of: "Tests/ProviderTutorial/\(original)"))
    }
}
