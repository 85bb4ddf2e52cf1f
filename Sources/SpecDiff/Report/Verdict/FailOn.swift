/// From which difference on a comparison fails.
package enum FailOn: String, Sendable, CaseIterable {
    case breaking
    /// A warning or anything graver.
    case warning
    /// Whatever the report shows, also what has no effect, texts and samples.
    case any
}

extension DiffReport {
    /// Whether a change that nobody has accepted reaches the level in the verdict.
    ///
    /// `any` asks for no level: every change counts, whichever the verdict, and so do the texts and samples that the
    /// report holds.
    package func fails(_ failOn: FailOn, _ verdict: Verdict) -> Bool {
        switch failOn {
        case .breaking: counted.contains { $0.level(in: verdict) >= .breaking }
        case .warning: counted.contains { $0.level(in: verdict) >= .warning }
        case .any: !counted.isEmpty || !prose.isEmpty || !samples.isEmpty
        }
    }
}
