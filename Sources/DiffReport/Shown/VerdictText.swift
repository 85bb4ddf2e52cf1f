import SpecDiff

/// The first sentences of a report.
struct VerdictText {
    let report: APIComparison

    /// `Wire: breaking (2). Source: breaking (3). Version 1.0.0 → 1.0.1, suggested step: major.`
    var sentences: String {
        remarks.isEmpty ? differences : differences + " " + remarks
    }

    /// The sentences behind the verdicts: version, suggested step, accepted changes.
    var remarks: String {
        [version, accepted].compactMap(\.self).joined(separator: " ")
    }

    /// `Wire: breaking (2). Source: breaking (3).`
    var differences: String {
        report.isEmpty ? "Nothing is different." : "Wire: \(wire). Source: \(source)."
    }

    /// The gravest level on the wire, and how many changes have it: `breaking (2)`.
    var wire: String {
        Self.words(wireWord, report.wire, report.count(of: report.wire, in: .wire))
    }

    /// The same for Swift code.
    var source: String {
        Self.words(sourceWord, report.source, report.count(of: report.source, in: .source))
    }

    private static func words(_ word: String, _ level: ChangeLevel, _ count: Int) -> String {
        level == .none ? word : "\(word) (\(count))"
    }

    var wireWord: String {
        report.wire == .none ? "no change" : report.wire.word
    }

    /// The source verdict; one side may lack a module to compare.
    var sourceWord: String {
        guard report.source == .none else { return report.source.word }
        return report.isSourceCompared ? "no change" : "not compared"
    }

    /// Nil without versions and without a suggested step.
    private var version: String? {
        let step = report.versionStep.map { "suggested step: \($0.rawValue)" }
        guard let versions else { return step.map { Capitalized.text($0) + "." } }
        return ["Version " + versions, step].compactMap(\.self).joined(separator: ", ") + "."
    }

    /// `1.0.0 → 1.0.1`; nil without versions.
    var versions: String? {
        let (base, revision) = (Self.shortened(report.baseVersion), Self.shortened(report.revisionVersion))
        return switch (base, revision) {
        case (nil, nil): nil
        case (let base?, nil): "\(base) → not one version"
        case (nil, let revision?): "not one version → \(revision)"
        case (let base?, let revision?): base == revision ? "\(base) is unchanged" : "\(base) → \(revision)"
        }
    }

    /// A version is any string (OpenAPI 3.1.1, §4.8.2).
    private static func shortened(_ version: String?) -> String? {
        version.map { Shortened.text($0, to: 40) }
    }

    private var accepted: String? {
        let count = report.changes.count - report.counted.count
        return count == 0 ? nil : "\(Counted.text(count, "change")) \(count == 1 ? "is" : "are") accepted."
    }
}

/// Counts with their nouns.
enum Counted {
    /// `1 change`, `2 changes`.
    static func text(_ count: Int, _ noun: String) -> String {
        count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
    }
}
