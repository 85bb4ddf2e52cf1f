/// The judged effect of a change: on the wire, on Swift code that imports the module, or on either.
package enum Verdict: String, Sendable, CaseIterable {
    case wire
    case source
    case both
}

extension Change {
    /// Its level in a verdict; the graver of the two in both.
    package func level(in verdict: Verdict) -> ChangeLevel {
        switch verdict {
        case .wire: wire
        case .source: source
        case .both: level
        }
    }
}

extension APIComparison {
    /// The number of changes of exactly this level, without accepted ones.
    package func count(of level: ChangeLevel, in verdict: Verdict) -> Int {
        counted.count { $0.level(in: verdict) == level }
    }
}

/// The least difference that makes a comparison fail.
package enum FailOn: String, Sendable, CaseIterable {
    case breaking
    /// A warning or anything graver.
    case warning
    /// Everything that the report shows, also changes without effect, texts and samples.
    case any
}

extension APIComparison {
    /// Whether a change reaches the level in the verdict, accepted ones aside.
    ///
    /// With `any`, every change counts, whatever the verdict, and so do the texts and samples that the
    /// report holds.
    package func fails(_ failOn: FailOn, _ verdict: Verdict) -> Bool {
        switch failOn {
        case .breaking: counted.contains { $0.level(in: verdict) >= .breaking }
        case .warning: counted.contains { $0.level(in: verdict) >= .warning }
        case .any: !counted.isEmpty || !prose.isEmpty || !samples.isEmpty
        }
    }
}

/// The part of a semantic version to raise (semver.org, 2.0.0, §6 to §8).
package enum VersionStep: String, Sendable, CaseIterable, Comparable {
    case patch
    case minor
    case major

    package static func < (first: Self, second: Self) -> Bool {
        first.rank < second.rank
    }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension APIComparison {
    /// The step that the differences require; nil without differences.
    ///
    /// Major when a change breaks, on the wire or in Swift; minor when something is new or warns; patch for texts,
    /// samples that no longer fit, changes without effect and accepted ones.
    package var versionStep: VersionStep? {
        switch max(wire, source) {
        case .breaking: .major
        case .warning, .info: .minor
        case .none: isEmpty ? nil : .patch
        }
    }

    /// Whether there are no differences. A sample that has never fitted does not count as one.
    package var isEmpty: Bool {
        changes.isEmpty && prose.isEmpty && !samples.contains { $0.since == .revision }
    }
}
