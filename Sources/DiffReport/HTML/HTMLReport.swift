import SpecDiagnostics
import SpecDiff

/// A report as one page for a browser: nothing to load, no script, every operation listed.
struct HTMLReport {
    var indexes = LineIndexes()
    /// Whether there is one report; several have headings of their own.
    let isOne: Bool
    let options: ReportOptions

    static func text(of printer: ReportPrinter) -> String {
        var report = HTMLReport(isOne: printer.reports.count == 1, options: printer.options)
        let page = HTMLFragment.block(
            "html", [HTMLAttribute("lang", "en")], [report.head(printer), report.body(printer)])
        return "<!DOCTYPE html>\n" + page.markup
    }

    private init(isOne: Bool, options: ReportOptions) {
        self.isOne = isOne
        self.options = options
    }

    private func head(_ printer: ReportPrinter) -> HTMLFragment {
        let verdicts = printer.reports.map { VerdictText($0.report).differences }
        return .block(
            "head",
            [
                .void("meta", [HTMLAttribute("charset", "utf-8")]),
                .void(
                    "meta",
                    [
                        HTMLAttribute("name", "viewport"),
                        HTMLAttribute("content", "width=device-width, initial-scale=1"),
                    ]),
                // Text of a page could neither load nor run anything.
                .void(
                    "meta",
                    [
                        HTMLAttribute("http-equiv", "Content-Security-Policy"),
                        HTMLAttribute("content", "default-src 'none'; style-src 'unsafe-inline'"),
                    ]),
                .block("title", [.text("\(options.base) → \(options.revision): \(verdicts.joined(separator: " "))")]),
                .style(HTMLStyle.rules),
            ])
    }

    private mutating func body(_ printer: ReportPrinter) -> HTMLFragment {
        var content = HTMLFragment.block("header", title(printer))
        var reports = printer.reports.map { section($0) }
        if let closing = printer.closing {
            reports.append(.block("p", [.class("lead")], [.inline("strong", [.text(closing)])]))
        }
        content += .block("main", reports)
        content += Self.legend
        return .block("body", [content])
    }

    private func title(_ printer: ReportPrinter) -> [HTMLFragment] {
        [
            .block(
                "h1", [.text("What changed from "), .code(options.base), .text(" to "), .code(options.revision)]),
            isOne ? module(printer.reports.first?.report.module) : clients(printer),
        ]
    }

    private func module(_ name: String?) -> HTMLFragment {
        name.map { .block("p", [.class("lead")], [.text("Module "), .code($0)]) } ?? .empty
    }

    /// The verdict on each client, with a link to its changes.
    private func clients(_ printer: ReportPrinter) -> HTMLFragment {
        let lines = printer.reports.map { shown in
            let link = HTMLFragment.inline(
                "a", [HTMLAttribute("href", "#client\(shown.number)")], [.code(shown.title)])
            return HTMLFragment.block("li", [link, .text(": " + VerdictText(shown.report).sentences)])
        }
        return .block("nav", [HTMLAttribute("aria-label", "Clients")], [.inline("ul", lines)])
    }

    private mutating func section(_ shown: ShownReport) -> HTMLFragment {
        var content: [HTMLFragment] = []
        if !isOne { content.append(.block("h2", [.text(shown.title)])) }
        content += [HTMLSummary.verdicts(shown.report), contents(shown)]
        content += shown.groups.map { section($0, of: shown) } + [samples(shown), prose(shown)]
        let attributes = isOne ? [] : [.class("client"), HTMLAttribute("id", "client\(shown.number)")]
        return .block("section", attributes, content)
    }

    /// Links to the groups.
    private func contents(_ shown: ShownReport) -> HTMLFragment {
        var links = shown.groups.map { (id: $0.kind.rawValue, title: "\($0.title) (\($0.changes.count))") }
        links += shown.samples.map { ("samples-\($0.since.rawValue)", "\($0.title) (\($0.samples.count))") }
        if !shown.report.prose.isEmpty { links.append(("texts", "Texts (\(shown.report.prose.count))")) }
        guard links.count > 1 else { return .empty }
        let items = links.map { link in
            HTMLFragment.inline(
                "li",
                [
                    .inline(
                        "a", [HTMLAttribute("href", "#" + id(link.id, of: shown))], [.text(link.title)])
                ])
        }
        return .block(
            "nav", [HTMLAttribute("aria-label", "Groups")],
            [.inline("ul", [.class("contents")], items), glance(shown)])
    }

    /// One line for every change, if there are more than a screen shows.
    private func glance(_ shown: ShownReport) -> HTMLFragment {
        let changes = shown.groups.flatMap(\.changes)
        guard changes.count > 5 else { return .empty }
        let lines = changes.map { change in
            let levels = HTMLFragment.inline(
                "span", [.class("rule")],
                [.text("wire \(change.change.wire.word), source \(change.change.source.word): ")])
            let link = HTMLAttribute("href", "#" + id("change-" + change.fingerprint, of: shown))
            return HTMLFragment.block("li", [levels, .inline("a", [link], [.sentence(change.headline)])])
        }
        return .block(
            "details", [.class("glance")],
            [.inline("summary", [.text("All \(changes.count) changes at a glance")]), .inline("ol", lines)])
    }

    /// An id of the page, with the number of the report except for the first.
    func id(_ name: String, of shown: ShownReport) -> String {
        shown.number == 1 ? name : "client\(shown.number)-\(name)"
    }

    /// A section below the report's heading.
    func section(
        _ name: String, _ title: String, of shown: ShownReport, _ items: [HTMLFragment]
    ) -> HTMLFragment {
        .block(
            "section", [.class("group"), HTMLAttribute("id", id(name, of: shown))],
            [.block(isOne ? "h2" : "h3", [.text("\(title) (\(items.count))")])] + items)
    }

    /// The heading of an item.
    func heading(_ content: [HTMLFragment]) -> HTMLFragment {
        .block(isOne ? "h3" : "h4", content)
    }

    private static let legend = HTMLFragment.block(
        "footer", [.class("legend")],
        [
            .text(
                "Breaking: what works may fail. Warning: what works may mean or do something else. Info: something is "
                    + "new or allowed, and what works goes on. Wire: requests and responses. Source: Swift code that "
                    + "imports the generated module. Made by kurus diff.")
        ])
}

/// The summary at the top of a page: both verdicts and the version.
private enum HTMLSummary {
    static func verdicts(_ report: APIComparison) -> HTMLFragment {
        let verdict = VerdictText(report)
        return .block(
            "ul", [.class("verdicts")],
            [
                card("On the wire", verdict.wireWord, report.wire, counts(of: report, in: .wire)),
                card("In Swift code", verdict.sourceWord, report.source, counts(of: report, in: .source)),
                card("Version", verdict.versions ?? "not stated", nil, step(of: report)),
            ])
    }

    private static func card(
        _ name: String, _ word: String, _ level: ChangeLevel?, _ remark: String
    ) -> HTMLFragment {
        .block(
            "li", [.class(["verdict", level?.word].compactMap(\.self).joined(separator: " "))],
            [
                .block("p", [.class("name")], [.text(name)]), .block("p", [.class("word")], [.text(word)]),
                .block("p", [.class("counts")], [.text(remark)]),
            ])
    }

    /// `2 breaking, 2 warnings, 3 info`; levels without a change are left out.
    private static func counts(of report: APIComparison, in verdict: Verdict) -> String {
        let counts = ChangeLevel.allCases.reversed().filter { $0 != .none }.compactMap { level in
            let count = report.count(of: level, in: verdict)
            let word = level == .warning && count > 1 ? "warnings" : level.word
            return count == 0 ? nil : "\(count) \(word)"
        }
        let accepted = report.changes.count - report.counted.count
        let all = counts + (accepted == 0 ? [] : ["\(accepted) accepted"])
        return all.isEmpty ? "nothing to look at" : all.joined(separator: ", ")
    }

    private static func step(of report: APIComparison) -> String {
        report.versionStep.map { "suggested step: \($0.rawValue)" } ?? "nothing is different"
    }
}
