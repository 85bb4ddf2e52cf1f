/// What is judged: what a change does on the wire, to Swift code that imports the module, or either.
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

extension DiffReport {
    /// How many changes that nobody has accepted are of exactly this level.
    package func count(of level: ChangeLevel, in verdict: Verdict) -> Int {
        counted.count { $0.level(in: verdict) == level }
    }
}
