/// A report in the order that it is read in.
struct ShownReport: Sendable {
    let report: DiffReport
    /// Which of the reports it is, from 1.
    let number: Int
    /// In the report's order.
    let changes: [ShownChange]

    init(_ report: DiffReport, number: Int) {
        self.report = report
        self.number = number
        changes = zip(report.changes, report.fingerprints).map(ShownChange.init)
    }

    /// The groups that have changes, what concerns a reviewer most first.
    var groups: [ChangeGroup] {
        ChangeGroup.Kind.allCases.compactMap { kind in
            let changes = changes.filter { ChangeGroup.Kind(of: $0.change) == kind }
            return changes.isEmpty ? nil : ChangeGroup(kind: kind, changes: changes)
        }
    }
}

struct ShownChange: Sendable {
    let change: Change
    /// Told apart from those of all other changes of the report.
    let fingerprint: String

    /// Whether the message names all that the subject names.
    var saysItsSubject: Bool {
        let pieces = change.subject.split(separator: "`", omittingEmptySubsequences: false)
        let names = stride(from: 1, to: pieces.count, by: 2).map { pieces[$0] }
        return names.isEmpty
            ? change.message.contains(change.subject) : names.allSatisfy { change.message.contains("`\($0)`") }
    }
}

/// Changes that concern a reviewer equally.
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
