import SourceText
import SpecDiagnostics
import SpecDiff

/// A report for a terminal: the verdict, the changes by gravity, samples, and texts last.
struct TextReport {
    private var canvas: TextCanvas
    private var indexes = LineIndexes()

    static func text(of printer: ReportPrinter) -> String {
        var report = TextReport(canvas: TextCanvas(usesColour: printer.options.usesColour))
        report.printVerdicts(printer)
        let isOne = printer.reports.count == 1
        for shown in printer.reports {
            if !isOne, !shown.isEmpty {
                report.canvas.emptyLine()
                report.heading(shown.title, underline: "=")
            }
            report.print(shown)
        }
        if let closing = printer.closing {
            report.canvas.emptyLine()
            report.canvas.line([TextRun(closing, .heading)])
        }
        return report.canvas.text
    }

    /// Prints a paragraph for each client, and the compared inputs.
    private mutating func printVerdicts(_ printer: ReportPrinter) {
        let isOne = printer.reports.count == 1
        for shown in printer.reports {
            let sentences = VerdictText(report: shown.report).sentences
            canvas.paragraph([TextRun(isOne ? sentences : "\(shown.title): \(sentences)", .heading)])
        }
        let module = isOne ? printer.reports.first?.report.module.map { ", module \($0)" } : nil
        canvas.paragraph([TextRun("\(printer.options.base) → \(printer.options.revision)\(module ?? "")")])
    }

    private mutating func print(_ shown: ShownReport) {
        for group in shown.groups {
            canvas.emptyLine()
            heading("\(group.title) (\(group.changes.count))", underline: "-")
            for change in group.changes { print(change) }
        }
        for group in shown.samples { printSamples(group.samples, group.title, since: group.since) }
        printProse(shown.report.prose)
    }

    private mutating func heading(_ title: String, underline: String) {
        canvas.line([TextRun(title, .heading)])
        canvas.line([TextRun(String(repeating: underline, count: VisibleText(title).padding.count))])
    }

    private mutating func print(_ shown: ShownChange) {
        let change = shown.change
        canvas.emptyLine()
        canvas.line([
            TextRun("wire \(change.wire.word)", TextStyle(of: change.wire)), TextRun(", "),
            TextRun("source \(change.source.word)", TextStyle(of: change.source)), TextRun(" [\(change.rule)]"),
        ])
        canvas.paragraph([TextRun(shown.headline, .heading)], first: "  ")
        entry("was", shown.was.map { Shortened.text($0) }, .removed)
        entry("now", shown.now.map { Shortened.text($0) }, .added)
        // A removed value is visible in the base only.
        let isGone = change.revision == nil || (change.was != nil && change.now == nil)
        place("base", change.base?.location, showsLine: isGone)
        place("revision", change.revision?.location, showsLine: !isGone || change.base == nil)
        entry("reaches", Self.reached(change.operations))
        let (declarations, more) = Shortened.declarations(shown.declarations)
        for declaration in declarations { print(declaration) }
        if more > 0 { entry("", "and \(Counted.text(more, "declaration")) more") }
        for note in change.notes { entry("note", note) }
        entry("accepted", change.accepted.map { "\($0.reason) (until \($0.expires))" })
        entry("id", shown.fingerprint)
    }

    private mutating func print(_ declaration: ShownDeclaration) {
        entry("Swift", declaration.sentence)
        for (mark, code) in declaration.lines {
            let code = TextRun(code.isEmpty ? "(empty)" : code, TextStyle(of: mark))
            canvas.paragraph([code], first: Self.indent + mark.rawValue)
        }
    }

    private static func reached(_ operations: [String]) -> String? {
        let (shown, more) = Shortened.operations(operations)
        guard !shown.isEmpty else { return nil }
        return shown.joined(separator: ", ") + (more == 0 ? "" : " and \(more) more")
    }
}

extension TextReport {
    private static let indent = String(repeating: " ", count: 12)

    /// Prints a line with a name before it, if there is a text.
    private mutating func entry(_ name: String, _ text: String?, _ style: TextStyle? = nil) {
        guard let text else { return }
        let label = "  " + name + String(repeating: " ", count: max(1, 10 - name.count))
        canvas.paragraph([TextRun(text.isEmpty ? "(empty)" : text, style)], first: label)
    }

    private mutating func place(_ name: String, _ location: SourceLocation?, showsLine: Bool) {
        guard let location else { return }
        entry(name, PlaceText.text(of: location, &indexes), .place)
        if showsLine { excerpt(location) }
    }

    private mutating func excerpt(_ location: SourceLocation) {
        let excerpt = Excerpt(
            around: location.offset, in: indexes[location.file], width: TextCanvas.width - Self.indent.count - 2)
        // The indentation of the document is left out.
        let margin = excerpt.before.prefix { $0 == " " || $0 == "\t" }.count
        canvas.line([TextRun(Self.indent + excerpt.line.dropFirst(margin))])
        canvas.line([TextRun(Self.indent + excerpt.caretLine.dropFirst(margin))])
    }

    /// Prints samples; those that never fitted are not part of the change, and their lines are not shown.
    private mutating func printSamples(
        _ samples: [SampleFinding], _ title: String, since: SampleFinding.Since
    ) {
        canvas.emptyLine()
        heading("\(title) (\(samples.count))", underline: "-")
        if since == .always { canvas.emptyLine() }
        for sample in samples {
            if since == .revision { canvas.emptyLine() }
            canvas.paragraph([
                TextRun(PlaceText.text(of: sample.location, &indexes), .place), TextRun(": " + sample.message),
            ])
            if since == .revision { excerpt(sample.location) }
        }
    }

    private mutating func printProse(_ prose: [ProseChange]) {
        guard !prose.isEmpty else { return }
        canvas.emptyLine()
        heading("Texts (\(prose.count))", underline: "-")
        for change in prose {
            canvas.emptyLine()
            canvas.paragraph([TextRun(Capitalized.text(change.subject), .heading)])
            place("base", change.base, showsLine: false)
            place("revision", change.revision, showsLine: false)
            for line in ProseLines.lines(of: change) { canvas.paragraph(line.map(\.run), first: "  ") }
        }
    }
}

extension WordDiff.Part {
    /// The text in brackets that distinguish removed from added without colour, as `git diff --word-diff` writes them.
    var run: TextRun {
        switch self {
        case .same(let text): TextRun(text)
        case .removed(let text): TextRun("[-\(text)-]", .removed)
        case .added(let text): TextRun("{+\(text)+}", .added)
        }
    }
}
