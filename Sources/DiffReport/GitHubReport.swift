import SourceText
import SpecDiagnostics
import SpecDiff

/// A report as workflow commands of GitHub Actions: one annotation per change, on the line that the pull request changes.
///
/// docs.github.com, "Workflow commands for GitHub Actions": `::error file=…,line=…,col=…,title=…::message`. GitHub shows
/// ten annotations of each kind per step, so that the gravest come first.
struct GitHubReport {
    private var text = ""
    private var indexes = LineIndexes()
    private let options: ReportOptions

    static func text(of printer: ReportPrinter) -> String {
        var report = GitHubReport(options: printer.options)
        for shown in printer.reports { report.print(shown) }
        return report.text
    }

    private mutating func print(_ shown: ShownReport) {
        let title = shown.report.module.map { "kurus diff, \($0)" } ?? "kurus diff"
        write(.notice, title: title, at: nil, [VerdictText(report: shown.report).sentences])
        for group in shown.groups {
            for change in group.changes { print(change) }
        }
        // Samples that never fitted are not part of the pull request.
        for sample in shown.report.samples where sample.since == .revision {
            write(
                .warning, title: "sample", at: sample.location, ["\(sample.message) (\(sample.since.words))"])
        }
    }

    private mutating func print(_ shown: ShownChange) {
        let change = shown.change
        let kind = change.accepted == nil ? Kind(of: change.level) : .notice
        write(
            kind, title: "\(change.accepted == nil ? "" : "accepted: ")\(shown.levels) [\(change.rule)]",
            at: change.revision?.location ?? change.base?.location, Self.lines(of: shown))
    }

    private static func lines(of shown: ShownChange) -> [String] {
        var lines = [shown.headline]
        if let was = shown.was { lines.append("was: \(Shortened.text(was))") }
        if let now = shown.now { lines.append("now: \(Shortened.text(now))") }
        lines += shown.declarations.map { "Swift: \($0.sentence)" }
        lines += shown.change.notes
        if let accepted = shown.change.accepted {
            lines.append("accepted until \(accepted.expires): \(accepted.reason)")
        }
        return lines
    }

    private enum Kind: String {
        case error
        case warning
        case notice

        init(of level: ChangeLevel) {
            switch level {
            case .breaking: self = .error
            case .warning: self = .warning
            case .info, .none: self = .notice
            }
        }
    }

    private mutating func write(_ kind: Kind, title: String, at location: SourceLocation?, _ lines: [String]) {
        var properties: [(name: String, value: String)] = []
        if let location {
            let position = indexes.position(of: location)
            properties = [
                ("file", options.repositoryPath(location.file.path)), ("line", String(position.line)),
                ("col", String(position.column)),
            ]
        }
        properties.append(("title", title))
        let list = properties.map { "\($0.name)=\(Self.property($0.value))" }.joined(separator: ",")
        let message = lines.map(Self.escaped).joined(separator: "%0A")
        text += "::\(kind.rawValue) \(list)::\(message)\n"
    }

    /// Escapes a line of the message. A runner reads `%25` back as `%`, and `%0D` and `%0A` as line ends, which a line with
    /// visible control characters does not have.
    private static func escaped(_ line: String) -> String {
        VisibleText(line).text.replacing("%", with: "%25")
    }

    /// Escapes a property, which ends at a comma or colon.
    private static func property(_ text: String) -> String {
        escaped(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
    }
}
