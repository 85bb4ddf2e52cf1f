import SourceText
import SpecDiagnostics
import SpecDiff

/// A piece of a page, with balanced elements.
typealias HTML = HTMLText<MarkupText>

/// A report as one page for a browser: nothing to load, no script, every operation listed.
struct HTMLReport {
    var indexes = LineIndexes()
    /// Whether there is one report; several have headings of their own.
    let isOne: Bool
    let options: ReportOptions

    static func text(of printer: ReportPrinter) -> String {
        var report = HTMLReport(isOne: printer.reports.count == 1, options: printer.options)
        let page: HTML = """
            <!DOCTYPE html>
            <html lang="en">\(report.head(printer))\(report.body(printer))</html>

            """
        return page.source
    }

    private func head(_ printer: ReportPrinter) -> HTML {
        let verdicts = printer.reports.map { VerdictText(report: $0.report).differences }.joined(separator: " ")
        // By the policy, text of a page could neither load nor run anything.
        return """
            <head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;">
            <title>\(options.base) → \(options.revision): \(verdicts)</title>
            <style>
            \(HTMLStyle.rules)</style>
            </head>

            """
    }

    private mutating func body(_ printer: ReportPrinter) -> HTML {
        let reports = printer.reports.map { section($0) }
        let closing: HTML =
            printer.closing.map { "<p class=\"lead\"><strong>\($0)</strong></p>\n" } ?? ""
        return """
            <body><header>\(title(printer))</header>
            <main>\(reports)\(closing)</main>
            \(Self.legend)</body>

            """
    }

    private func title(_ printer: ReportPrinter) -> HTML {
        """
        <h1>What changed from <code>\(options.base)</code> to <code>\(options.revision)</code></h1>
        \(isOne ? module(printer.reports.first?.report.module) : clients(printer))
        """
    }

    private func module(_ name: String?) -> HTML {
        name.map { "<p class=\"lead\">Module <code>\($0)</code></p>\n" } ?? ""
    }

    /// The verdict on each client, with a link to its changes.
    private func clients(_ printer: ReportPrinter) -> HTML {
        let lines: [HTML] = printer.reports.map { shown in
            """
            <li><a href="#client\(shown.number)"><code>\(shown.title)</code></a>: \(VerdictText(report: shown.report).sentences)</li>

            """
        }
        return "<nav aria-label=\"Clients\"><ul>\(lines)</ul></nav>\n"
    }

    private mutating func section(_ shown: ShownReport) -> HTML {
        let opening: HTML =
            isOne
            ? "<section>"
            : "<section class=\"client\" id=\"client\(shown.number)\"><h2>\(shown.title)</h2>\n"
        let groups = shown.groups.map { section($0, of: shown) }
        return """
            \(opening)\(HTMLSummary.verdicts(shown.report))\(contents(shown))\(groups)\(samples(shown))\(prose(shown))</section>

            """
    }

    /// Links to the groups.
    private func contents(_ shown: ShownReport) -> HTML {
        var links = shown.groups.map { (id: $0.kind.rawValue, title: "\($0.title) (\($0.changes.count))") }
        links += shown.samples.map { ("samples-\($0.since.rawValue)", "\($0.title) (\($0.samples.count))") }
        if !shown.report.prose.isEmpty { links.append(("texts", "Texts (\(shown.report.prose.count))")) }
        guard links.count > 1 else { return "" }
        let items: [HTML] = links.map { "<li><a href=\"#\(id($0.id, of: shown))\">\($0.title)</a></li>" }
        return "<nav aria-label=\"Groups\"><ul class=\"contents\">\(items)</ul>\(glance(shown))</nav>\n"
    }

    /// One line for every change, if there are more than a screen shows.
    private func glance(_ shown: ShownReport) -> HTML {
        let changes = shown.groups.flatMap(\.changes)
        guard changes.count > 5 else { return "" }
        let lines: [HTML] = changes.map { change in
            """
            <li><span class="rule">\(change.levels): </span>\
            <a href="#\(id(of: change, in: shown))">\(.sentence(change.headline))</a></li>

            """
        }
        return """
            <details class="glance"><summary>All \(changes.count) changes at a glance</summary><ol>\(lines)</ol></details>

            """
    }

    /// An id of the page, with the number of the report except for the first.
    func id(_ name: String, of shown: ShownReport) -> String {
        shown.number == 1 ? name : "client\(shown.number)-\(name)"
    }

    func id(of change: ShownChange, in shown: ShownReport) -> String {
        id("change-" + change.fingerprint, of: shown)
    }

    /// A section below the report's heading.
    func section(_ name: String, _ title: String, of shown: ShownReport, _ items: [HTML]) -> HTML {
        let heading = heading("\(title) (\(items.count))", level: 2)
        return "<section class=\"group\" id=\"\(id(name, of: shown))\">\(heading)\(items)</section>\n"
    }

    /// The heading of an item, or of a section: one level further down where there are several reports.
    func heading(_ content: HTML, level: Int = 3) -> HTML {
        let level = isOne ? level : level + 1
        return "<h\(level)>\(content)</h\(level)>\n"
    }

    private static let legend: HTML = """
        <footer class="legend">Breaking: what works may fail. Warning: what works may mean or do something else. Info: \
        something is new or allowed, and what works goes on. Wire: requests and responses. Source: Swift code that \
        imports the generated module. Made by kurus diff.</footer>

        """
}

extension HTML {
    /// A sentence with its quoted names as code.
    static func sentence(_ text: String) -> Self {
        let pieces: [Self] = QuotedNames.pieces(of: text).map { piece in
            switch piece {
            case .words(let words): "\(words)"
            case .name(let name): "<code>\(name)</code>"
            }
        }
        return "\(pieces)"
    }
}

/// The summary at the top of a page: both verdicts and the version.
private enum HTMLSummary {
    static func verdicts(_ report: APIComparison) -> HTML {
        let verdict = VerdictText(report: report)
        let cards = [
            card("On the wire", verdict.wireWord, report.wire, counts(of: report, in: .wire)),
            card("In Swift code", verdict.sourceWord, report.source, counts(of: report, in: .source)),
            card("Version", verdict.versions ?? "not stated", nil, step(of: report)),
        ]
        return "<ul class=\"verdicts\">\(cards)</ul>\n"
    }

    private static func card(_ name: String, _ word: String, _ level: ChangeLevel?, _ remark: String) -> HTML {
        """
        <li class="\(["verdict", level?.word].compactMap(\.self).joined(separator: " "))"><p class="name">\(name)</p>
        <p class="word">\(word)</p>
        <p class="counts">\(remark)</p>
        </li>

        """
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
