/// What a page says first: both verdicts and the version.
enum HTMLSummary {
    static func verdicts(_ report: DiffReport) -> HTMLFragment {
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
    private static func counts(of report: DiffReport, in verdict: Verdict) -> String {
        let counts = ChangeLevel.allCases.reversed().filter { $0 != .none }.compactMap { level in
            let count = report.count(of: level, in: verdict)
            let word = level == .warning && count > 1 ? "warnings" : level.word
            return count == 0 ? nil : "\(count) \(word)"
        }
        let accepted = report.changes.count - report.counted.count
        let all = counts + (accepted == 0 ? [] : ["\(accepted) accepted"])
        return all.isEmpty ? "nothing to look at" : all.joined(separator: ", ")
    }

    private static func step(of report: DiffReport) -> String {
        report.versionStep.map { "suggested step: \($0.rawValue)" } ?? "nothing is different"
    }
}
