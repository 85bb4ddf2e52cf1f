import Testing

@testable import kurus

/// The position of an entry in a CHANGELOG.md.
struct ChangelogFileTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let before: String
        let after: String
    }

    @Test(arguments: [
        Case(
            testDescription: "there is a list of changes",
            before: "# Changelog\n\n## Unreleased\n\n### Changed\n- one\n\n## 1.0\n- x\n",
            after: "# Changelog\n\n## Unreleased\n\n### Changed\n- one\n- new\n\n## 1.0\n- x\n"),
        Case(
            testDescription: "only additions",
            before: "# Changelog\n\n## Unreleased\n\n### Added\n- one\n",
            after: "# Changelog\n\n## Unreleased\n\n### Added\n- one\n\n### Changed\n- new\n"),
        Case(
            testDescription: "additions and corrections",
            before: "## [Unreleased]\n\n### Added\n\n- one\n\n### Fixed\n\n- two\n\n## [1.0.0] - 2026-01-01\n",
            after:
                "## [Unreleased]\n\n### Added\n\n- one\n\n### Changed\n\n- new\n\n### Fixed\n\n- two\n\n"
                + "## [1.0.0] - 2026-01-01\n"),
        Case(
            testDescription: "only releases",
            before: "# Changelog\n\nAll of it.\n\n## 1.0.0\n\n### Changed\n- old\n",
            after:
                "# Changelog\n\nAll of it.\n\n## Unreleased\n\n### Changed\n- new\n\n## 1.0.0\n\n### Changed\n- old\n"),
        Case(
            testDescription: "only a title", before: "# Changelog\n",
            after: "# Changelog\n\n## Unreleased\n\n### Changed\n- new\n"),
        Case(testDescription: "nothing", before: "", after: "## Unreleased\n\n### Changed\n- new\n"),
        Case(
            testDescription: "no line feed at the end", before: "## Unreleased\n### Changed\n- one",
            after: "## Unreleased\n### Changed\n- one\n- new"),
        Case(
            testDescription: "link targets at the end",
            before: "## [Unreleased]\n### Changed\n- one\n\n[unreleased]: https://example.com\n",
            after: "## [Unreleased]\n### Changed\n- one\n- new\n\n[unreleased]: https://example.com\n"),
        Case(
            testDescription: "lines of Windows", before: "## Unreleased\r\n\r\n### Changed\r\n- one\r\n",
            after: "## Unreleased\r\n\r\n### Changed\r\n- one\r\n- new\r\n"),
        Case(
            testDescription: "lines of Windows, a section and no line feed at the end",
            before: "# C\r\n\r\n## [Unreleased]\r\n\r\n### Added\r\n\r\n- one",
            after: "# C\r\n\r\n## [Unreleased]\r\n\r\n### Added\r\n\r\n- one\r\n\r\n### Changed\r\n\r\n- new\r\n"),
        Case(
            testDescription: "some lines of Windows", before: "## Unreleased\n### Changed\n- one\r\n- two\n",
            after: "## Unreleased\n### Changed\n- one\r\n- two\n- new\n"),
        Case(
            testDescription: "an empty section", before: "## Unreleased\n\n## 1.0.0\n",
            after: "## Unreleased\n\n### Changed\n- new\n\n## 1.0.0\n"),
    ])
    func takesAnEntry(_ item: Case) {
        var file = ChangelogFile(item.before)
        file.add(["- new"])
        #expect(file.text == item.after)
    }
}
