/// Which part of a semantic version is to be raised (semver.org, 2.0.0, §6 to §8).
package enum VersionStep: String, Sendable, CaseIterable, Comparable {
    case patch
    case minor
    case major

    package static func < (first: Self, second: Self) -> Bool {
        first.rank < second.rank
    }

    private var rank: Int {
        switch self {
        case .patch: 0
        case .minor: 1
        case .major: 2
        }
    }
}

extension DiffReport {
    /// The step that the differences ask for; nil when nothing is different.
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

    /// Whether base and revision say the same. A sample that has never fitted is no difference.
    package var isEmpty: Bool {
        changes.isEmpty && prose.isEmpty && !samples.contains { $0.since == .revision }
    }
}
