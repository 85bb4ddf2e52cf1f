/// A CHANGELOG.md in the form of Keep a Changelog (keepachangelog.com, 1.1.0).
struct ChangelogFile {
    private var lines: [String]
    private let lineEnd: String

    static let name = "CHANGELOG.md"
    /// The subsections that stand behind `### Changed`.
    private static let laterSubsections = ["deprecated", "removed", "fixed", "security"]

    init(_ text: String) {
        lineEnd = text.contains("\r\n") ? "\r\n" : "\n"
        lines = text.split(separator: lineEnd, omittingEmptySubsequences: false).map(String.init)
    }

    var text: String {
        lines.joined(separator: lineEnd)
    }

    /// Adds lines to `### Changed` of the section `## Unreleased`; either is made where it is missing.
    mutating func add(_ entry: [String]) {
        let section = unreleasedSection()
        guard let changed = section.first(where: { title(ofLine: $0, level: 3) == "changed" }) else {
            return addSubsection(entry, to: section)
        }
        let end = section.first { $0 > changed && lines[$0].hasPrefix("#") } ?? section.upperBound
        lines.insert(contentsOf: entry, at: textEnd(before: end))
    }

    private mutating func addSubsection(_ entry: [String], to section: Range<Int>) {
        let end =
            section.first { title(ofLine: $0, level: 3).map(Self.laterSubsections.contains) ?? false }
            ?? section.upperBound
        let heading = setsHeadingsApart ? ["", "### Changed", ""] : ["", "### Changed"]
        lines.replaceSubrange(textEnd(before: end)..<end, with: heading + entry + [""])
    }

    /// The lines behind the heading of what is not released.
    private mutating func unreleasedSection() -> Range<Int> {
        if let heading = lines.indices.first(where: { title(ofLine: $0, level: 2) == "unreleased" }) {
            return (heading + 1)..<sectionEnd(from: heading + 1)
        }
        let end = sectionEnd(from: 0)
        let start = textEnd(before: end)
        lines.replaceSubrange(start..<end, with: start == 0 ? ["## Unreleased", ""] : ["", "## Unreleased", ""])
        let heading = start == 0 ? 0 : start + 1
        return (heading + 1)..<(heading + 2)
    }

    /// Where the next section, or the list of link targets at the end, begins.
    private func sectionEnd(from start: Int) -> Int {
        lines[start...].firstIndex { line in
            line.hasPrefix("## ") || (line.hasPrefix("[") && line.contains("]: "))
        } ?? lines.count
    }

    /// The line behind the last one before a place that is not blank.
    private func textEnd(before end: Int) -> Int {
        lines[..<end].lastIndex { !$0.allSatisfy(\.isWhitespace) }.map { $0 + 1 } ?? 0
    }

    private var setsHeadingsApart: Bool {
        zip(lines, lines.dropFirst()).contains { $0.hasPrefix("### ") && $1.isEmpty }
    }

    /// A heading's first word in lower case, brackets removed; nil for any other line.
    private func title(ofLine index: Int, level: Int) -> String? {
        let mark = String(repeating: "#", count: level) + " "
        guard lines[index].hasPrefix(mark) else { return nil }
        let word = lines[index].dropFirst(mark.count).split { " []".contains($0) }.first
        return word?.lowercased()
    }
}
