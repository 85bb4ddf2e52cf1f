import SpecDiff

/// A report in reading order.
struct ShownReport: Sendable {
    let report: APIComparison
    /// The number among the reports, from 1.
    let number: Int
    /// In the report's order.
    let changes: [ShownChange]

    init(_ report: APIComparison, number: Int) {
        self.report = report
        self.number = number
        changes = zip(report.changes, report.fingerprints).map(ShownChange.init)
    }

    /// The title among several reports.
    var title: String { report.module ?? "Client \(number)" }

    /// Whether there is nothing below its verdict.
    var isEmpty: Bool { report.isEmpty && report.samples.isEmpty }

    /// The samples in two groups with titles: those that no longer fit, and those that never did.
    var samples: [(title: String, since: SampleFinding.Since, samples: [SampleFinding])] {
        [("Samples that no longer fit", .revision), ("Samples that never fitted", .always)]
            .map { title, since in (title, since, report.samples.filter { $0.since == since }) }
            .filter { !$0.2.isEmpty }
    }

    /// The groups that have changes, the most important first.
    var groups: [ChangeGroup] {
        ChangeGroup.Kind.allCases.compactMap { kind in
            let changes = changes.filter { ChangeGroup.Kind(of: $0.change) == kind }
            return changes.isEmpty ? nil : ChangeGroup(kind: kind, changes: changes)
        }
    }
}

/// Changes of equal importance to a reviewer.
struct ChangeGroup: Sendable {
    enum Kind: String, Sendable, CaseIterable {
        case urgent
        case breaking
        case warning
        case info
        case none
        case accepted

        init(of change: Change) {
            if change.accepted != nil {
                self = .accepted
            } else if change.isUrgent {
                self = .urgent
            } else {
                self.init(of: change.level)
            }
        }

        private init(of level: ChangeLevel) {
            switch level {
            case .breaking: self = .breaking
            case .warning: self = .warning
            case .info: self = .info
            case .none: self = .none
            }
        }
    }

    let kind: Kind
    let changes: [ShownChange]

    var title: String {
        switch kind {
        case .urgent: "Effects and security"
        case .breaking: "Breaking"
        case .warning: "Warnings"
        case .info: "Compatible"
        case .none: "Without effect"
        case .accepted: "Accepted"
        }
    }
}
