import DiffReport
import SpecDiagnostics
import SpecDiff

/// A CHANGELOG.md in the form of Keep a Changelog (keepachangelog.com, 1.1.0).
struct ChangelogFile {
    /// The lines without line feeds. Those of Windows end with a carriage return.
    private var lines: [String]
    /// The end of the first line, which new lines copy.
    private let lineEnd: String

    static let name = "CHANGELOG.md"
    /// The subsections that follow `### Changed`.
    private static let laterSubsections = ["deprecated", "removed", "fixed", "security"]

    init(_ text: String) {
        lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        lineEnd = lines.count > 1 && lines[0].hasSuffix("\r") ? "\r" : ""
    }

    var text: String {
        lines.joined(separator: "\n")
    }

    /// Adds lines to `### Changed` of the section `## Unreleased`, and makes either where it is missing.
    mutating func add(_ entry: [String]) {
        let section = unreleasedSection()
        guard let changed = section.first(where: { title(ofLine: $0, level: 3) == "changed" }) else {
            return addSubsection(entry, to: section)
        }
        let end = section.first { $0 > changed && lines[$0].hasPrefix("#") } ?? section.upperBound
        let place = textEnd(before: end)
        put(entry, in: place..<place)
    }

    /// Replaces lines. Only a line followed by a line feed has a carriage return.
    private mutating func put(_ new: [String], in range: Range<Int>) {
        let isLast = range.upperBound == lines.count
        if range.lowerBound == lines.count, let last = lines.indices.last { lines[last] += lineEnd }
        lines.replaceSubrange(range, with: new.map { $0 + lineEnd })
        if isLast, let last = lines.indices.last { lines[last] = String(lines[last].dropLast(lineEnd.count)) }
    }

    private mutating func addSubsection(_ entry: [String], to section: Range<Int>) {
        let end =
            section.first { title(ofLine: $0, level: 3).map(Self.laterSubsections.contains) ?? false }
            ?? section.upperBound
        let heading = setsHeadingsApart ? ["", "### Changed", ""] : ["", "### Changed"]
        put(heading + entry + [""], in: textEnd(before: end)..<end)
    }

    /// The range of lines after the heading of unreleased changes.
    private mutating func unreleasedSection() -> Range<Int> {
        if let heading = lines.indices.first(where: { title(ofLine: $0, level: 2) == "unreleased" }) {
            return (heading + 1)..<sectionEnd(from: heading + 1)
        }
        let end = sectionEnd(from: 0)
        let start = textEnd(before: end)
        put(start == 0 ? ["## Unreleased", ""] : ["", "## Unreleased", ""], in: start..<end)
        let heading = start == 0 ? 0 : start + 1
        return (heading + 1)..<(heading + 2)
    }

    /// Returns the beginning of the next section, or of the list of link targets at the end.
    private func sectionEnd(from start: Int) -> Int {
        lines[start...].firstIndex { line in
            line.hasPrefix("## ") || (line.hasPrefix("[") && line.contains("]: "))
        } ?? lines.count
    }

    /// Returns the index after the last line that is not blank before an index.
    private func textEnd(before end: Int) -> Int {
        lines[..<end].lastIndex { !$0.allSatisfy(\.isWhitespace) }.map { $0 + 1 } ?? 0
    }

    private var setsHeadingsApart: Bool {
        zip(lines, lines.dropFirst()).contains { $0.hasPrefix("### ") && $1.allSatisfy(\.isWhitespace) }
    }

    /// Returns a heading's first word in lower case, without brackets; nil for any other line.
    private func title(ofLine index: Int, level: Int) -> String? {
        let mark = String(repeating: "#", count: level) + " "
        guard lines[index].hasPrefix(mark) else { return nil }
        let word = lines[index].dropFirst(mark.count).split { $0.isWhitespace || "[]".contains($0) }.first
        return word?.lowercased()
    }
}

/// The entry of an update in the changelog.
enum ReleaseNote {
    private static let width = 120

    /// Lines of Markdown, with an item for each changed client and a nested one for each change.
    static func lines(for reports: [APIComparison], on day: String) -> [String] {
        reports.filter { !$0.isEmpty }.flatMap { report in
            let short = ShortReport(of: report)
            let client = report.module.map { "`\($0)`: " } ?? ""
            let first = "\(client)the pages as published on \(day); \(short.verdict)."
            return filled(first, mark: "- ") + short.lines.flatMap { filled($0 + ".", mark: "  - ") }
        }
    }

    private static func filled(_ text: String, mark: String) -> [String] {
        let margin = String(repeating: " ", count: mark.count)
        var lines: [String] = []
        for word in MarkdownText.sentence(text).split(separator: " ") {
            if let last = lines.last, last.count + 1 + word.count <= width || !mayBegin(word) {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append((lines.isEmpty ? mark : margin) + word)
            }
        }
        return lines
    }

    /// Whether a word may begin a line. A heading, list, quotation or fence does not begin with a letter or a single
    /// backtick (CommonMark §4, §5).
    private static func mayBegin(_ word: Substring) -> Bool {
        guard let first = word.first else { return false }
        return first.isLetter || (first == "`" && !word.dropFirst().hasPrefix("`"))
    }
}
