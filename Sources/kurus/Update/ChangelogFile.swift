import DiffReport
import SpecDiagnostics
import SpecDiff

/// A CHANGELOG.md in the form of Keep a Changelog (keepachangelog.com, 1.1.0).
struct ChangelogFile {
    /// Without their line feeds; one of Windows ends with a carriage return.
    private var lines: [String]
    /// What the first line ends with, so that the new ones do.
    private let lineEnd: String

    static let name = "CHANGELOG.md"
    /// The subsections that stand behind `### Changed`.
    private static let laterSubsections = ["deprecated", "removed", "fixed", "security"]

    init(_ text: String) {
        lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        lineEnd = lines.count > 1 && lines[0].hasSuffix("\r") ? "\r" : ""
    }

    var text: String {
        lines.joined(separator: "\n")
    }

    /// Adds lines to `### Changed` of the section `## Unreleased`; either is made where it is missing.
    mutating func add(_ entry: [String]) {
        let section = unreleasedSection()
        guard let changed = section.first(where: { title(ofLine: $0, level: 3) == "changed" }) else {
            return addSubsection(entry, to: section)
        }
        let end = section.first { $0 > changed && lines[$0].hasPrefix("#") } ?? section.upperBound
        let place = textEnd(before: end)
        put(entry, in: place..<place)
    }

    /// Puts new lines in the place of others. Only what a line feed follows has the rest of a line's end.
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

    /// The lines behind the heading of what is not released.
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
        zip(lines, lines.dropFirst()).contains { $0.hasPrefix("### ") && $1.allSatisfy(\.isWhitespace) }
    }

    /// A heading's first word in lower case, brackets removed; nil for any other line.
    private func title(ofLine index: Int, level: Int) -> String? {
        let mark = String(repeating: "#", count: level) + " "
        guard lines[index].hasPrefix(mark) else { return nil }
        let word = lines[index].dropFirst(mark.count).split { $0.isWhitespace || "[]".contains($0) }.first
        return word?.lowercased()
    }
}

/// What an update says in the changelog.
enum ReleaseNote {
    private static let width = 120

    /// Lines of Markdown: an item for each client that is different, and one in it for each change.
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

    /// Whether a line may begin with a word: no heading, list, quotation or fence begins with a letter, or with one backtick
    /// (CommonMark §4, §5).
    private static func mayBegin(_ word: Substring) -> Bool {
        guard let first = word.first else { return false }
        return first.isLetter || (first == "`" && !word.dropFirst().hasPrefix("`"))
    }
}
