import SpecDiagnostics
import SpecDiff

/// A report for the comment of a pull request, in GitHub's Markdown.
struct MarkdownReport {
    private var indexes = LineIndexes()

    static func text(of printer: ReportPrinter) -> String {
        var report = MarkdownReport()
        var sections: [MarkdownSection] = []
        let isOne = printer.reports.count == 1
        for shown in printer.reports { sections += report.sections(of: shown, printer.options, isOne: isOne) }
        if let closing = printer.closing { sections.append(MarkdownSection(opening: "**\(closing)**\n")) }
        return MarkdownComment.text(of: sections)
    }

    private mutating func sections(
        of shown: ShownReport, _ options: ReportOptions, isOne: Bool
    ) -> [MarkdownSection] {
        var sections = [MarkdownSection(opening: Self.head(of: shown, options, isOne: isOne))]
        sections += shown.groups.map { section($0) } + samples(of: shown, .revision)
        let texts = shown.report.prose.map { item($0) }
        if !texts.isEmpty { sections.append(.collapsed("text", title: "Texts (\(texts.count))", items: texts)) }
        // A comment is cut from its end, and samples that never fitted are not part of the pull request.
        sections += samples(of: shown, .always)
        return sections
    }

    private mutating func samples(of shown: ShownReport, _ since: SampleFinding.Since) -> [MarkdownSection] {
        shown.samples.filter { $0.since == since }.map { group in
            .collapsed(
                "sample", title: "\(group.title) (\(group.samples.count))", items: group.samples.map { item($0) })
        }
    }

    private static func head(of shown: ShownReport, _ options: ReportOptions, isOne: Bool) -> String {
        let report = shown.report
        let verdict = VerdictText(report: report)
        let title = report.isEmpty ? "Nothing is different" : "Wire: \(verdict.wire), source: \(verdict.source)"
        let module = report.module.map { MarkdownText.code($0, limit: 100) }
        let inputs = "\(MarkdownText.code(options.base)) → \(MarkdownText.code(options.revision))"
        var lines = [
            isOne ? "## \(title)" : "## \(MarkdownText.code(shown.title, limit: 100)): \(title)", "",
            inputs + (isOne ? module.map { ", module \($0)" } ?? "" : "") + ". "
                + MarkdownText.escaped(verdict.remarks), "",
        ]
        if !report.changes.isEmpty { lines += table(of: report) + [""] }
        return lines.map { $0 + "\n" }.joined()
    }

    private static func table(of report: APIComparison) -> [String] {
        let rows = [("Wire", Verdict.wire), ("Source", .source)].map { name, verdict in
            let counts = ChangeLevel.allCases.reversed().map { String(report.count(of: $0, in: verdict)) }
            return "| \(name) | \(counts.joined(separator: " | ")) |"
        }
        return ["| | breaking | warning | info | none |", "|---|--:|--:|--:|--:|"] + rows
    }

    private mutating func section(_ group: ChangeGroup) -> MarkdownSection {
        let items = group.changes.map { item($0) }
        let title = "\(group.title) (\(items.count))"
        switch group.kind {
        case .urgent, .breaking, .warning:
            return MarkdownSection("change", opening: "### \(title)\n\n", items: items)
        case .info, .none, .accepted: return .collapsed("change", title: title, items: items)
        }
    }
}

extension MarkdownReport {
    /// An item of a list, its lines indented below the mark.
    private static func item(_ lines: [String]) -> String {
        lines.enumerated().map { ($0 == 0 ? "- " : "  ") + $1 + "\n" }.joined() + "\n"
    }

    private static func sentence(_ text: String) -> String {
        MarkdownText.sentence(Shortened.text(text, to: 1_000))
    }

    private mutating func item(_ shown: ShownChange) -> String {
        let change = shown.change
        var lines = [
            "**\(shown.levels)**: " + Self.sentence(shown.headline) + Self.wasAndNow(shown) + "<br>",
            details(of: shown),
        ]
        let (declarations, more) = Shortened.declarations(shown.declarations)
        for declaration in declarations { lines += Self.lines(of: declaration) }
        if more > 0 { lines.append("- and \(Counted.text(more, "declaration")) more") }
        lines += change.notes.map { "- Note: \(Self.sentence($0))" }
        if let accepted = change.accepted {
            let reason = MarkdownText.escaped(Shortened.text(accepted.reason, to: 1_000))
            lines.append("- Accepted until \(accepted.expires): \(reason)")
        }
        return Self.item(lines)
    }

    private static func wasAndNow(_ change: ShownChange) -> String {
        switch (change.was, change.now) {
        case (nil, nil): ""
        case (let was?, nil): ", was \(MarkdownText.code(was))"
        case (nil, let now?): ", now \(MarkdownText.code(now))"
        case (let was?, let now?): ", \(MarkdownText.code(was)) → \(MarkdownText.code(now))"
        }
    }

    /// Rule, place, operations and fingerprint.
    private mutating func details(of shown: ShownChange) -> String {
        var parts = [MarkdownText.code(shown.change.rule)]
        if let place = shown.change.revision ?? shown.change.base {
            parts.append("at " + MarkdownText.code(PlaceText.text(of: place.location, &indexes)))
        }
        let (operations, more) = Shortened.operations(shown.change.operations)
        if !operations.isEmpty {
            let names = operations.map { MarkdownText.code($0) }.joined(separator: ", ")
            parts.append("reaches " + names + (more == 0 ? "" : " and \(more) more"))
        }
        parts.append("id \(MarkdownText.code(shown.fingerprint))")
        return parts.joined(separator: " · ")
    }

    private static func lines(of shown: ShownDeclaration) -> [String] {
        let code = shown.lines.map { $0.mark.rawValue + Shortened.text($0.code, to: 1_000) }
        let effect = shown.effect.map { ": " + sentence($0) } ?? ""
        return ["- \(MarkdownText.code(shown.declaration.name)) (\(shown.declaration.level.word))\(effect)"]
            + MarkdownText.fenced(code, language: "diff").map { "  " + $0 }
    }

    private mutating func item(_ sample: SampleFinding) -> String {
        let place = MarkdownText.code(PlaceText.text(of: sample.location, &indexes))
        return Self.item(["\(place): \(Self.sentence(sample.message))"])
    }

    /// Prose is in an HTML block, where its characters are not Markdown.
    private mutating func item(_ change: ProseChange) -> String {
        var place = ""
        if let location = change.revision ?? change.base {
            place = " <code>\(MarkdownText.html(PlaceText.text(of: location, &indexes)))</code>"
        }
        let lines = ProseLines.lines(of: change).map { $0.map(\.markdown).joined() }
        let subject = MarkdownText.html(Capitalized.text(Shortened.text(change.subject)))
        return "<p><b>\(subject)</b>\(place)<br>\n\(lines.joined(separator: "<br>\n"))</p>\n\n"
    }
}

extension WordDiff.Part {
    fileprivate var markdown: String {
        switch self {
        case .same(let text): MarkdownText.html(text)
        case .removed(let text): "<del>\(MarkdownText.html(text))</del>"
        case .added(let text): "<ins>\(MarkdownText.html(text))</ins>"
        }
    }
}
