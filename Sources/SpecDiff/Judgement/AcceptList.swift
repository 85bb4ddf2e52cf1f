import SourceText
package import SpecDiagnostics

/// The changes that somebody has reviewed and accepted, each with a reason and a last day.
///
///     { "accepted": [
///         { "fingerprint": "f1f03b89fe4628ef", "rule": "response-property-type-changed",
///           "reason": "Announced on 2026-10-01; nobody reads it", "expires": "2027-01-31" }
///     ] }
///
/// An entry accepts on every day up to `expires`, that day included; from the next day on it is an error and accepts
/// nothing. `rule` is optional and for readers; it must be the rule of the change.
package struct AcceptList: Sendable {
    struct Entry: Sendable {
        let fingerprint: Located<String>
        let rule: Located<String>?
        let reason: String
        let expires: Located<String>

        fileprivate var acceptance: Acceptance {
            Acceptance(reason: reason, expires: expires.value, location: fingerprint.location)
        }
    }

    let entries: [Entry]

    /// Marks the changes that the list accepts, in every report that has them.
    ///
    /// Reports errors at their entries: an expired one, one without a change in any report, and one with another rule than
    /// the change.
    ///
    /// - Parameter today: `YYYY-MM-DD`
    package func apply(to reports: inout [APIComparison], today: String, diagnostics: inout Diagnostics) {
        let places = Self.places(in: reports)
        for entry in entries {
            guard entry.expires.value >= today else {
                diagnostics.expired(entry, today: today)
                continue
            }
            guard let matches = places[entry.fingerprint.value], let first = matches.first else {
                diagnostics.matchesNothing(entry, known: places.keys.sorted())
                continue
            }
            let rule = reports[first.report].changes[first.change].rule
            guard entry.rule.map({ $0.value == rule }) ?? true else {
                diagnostics.differs(entry, rule)
                continue
            }
            for match in matches { reports[match.report].changes[match.change].accepted = entry.acceptance }
        }
    }

    private struct Place {
        let report: Int
        let change: Int
    }

    private static func places(in reports: [APIComparison]) -> [String: [Place]] {
        var places: [String: [Place]] = [:]
        for (report, fingerprints) in reports.map(\.fingerprints).enumerated() {
            for (change, fingerprint) in fingerprints.enumerated() {
                places[fingerprint, default: []].append(Place(report: report, change: change))
            }
        }
        return places
    }
}

extension Diagnostics {
    fileprivate mutating func expired(_ entry: AcceptList.Entry, today: String) {
        error(
            .acceptanceExpired,
            "`\(entry.fingerprint.value)` was accepted until \(entry.expires.value), and today is \(today); look at the "
                + "change again and set a later day, or remove the entry",
            at: entry.expires.location)
    }

    /// The fingerprint includes the rule, which is therefore the same in every report.
    fileprivate mutating func differs(_ entry: AcceptList.Entry, _ rule: String) {
        error(
            .invalidValue, "the change is found by the rule `\(rule)`, not `\(entry.rule?.value ?? "")`",
            at: entry.rule?.location)
    }

    fileprivate mutating func matchesNothing(_ entry: AcceptList.Entry, known: [String]) {
        let suggestion = DidYouMean.suggestion(for: entry.fingerprint.value, in: known)
        error(
            .acceptanceMatchesNothing,
            "no change has the fingerprint `\(entry.fingerprint.value)`"
                + (suggestion.map { "; did you mean `\($0)`?" } ?? "; remove the entry"),
            at: entry.fingerprint.location)
    }
}

/// The reason and the last day of an accepted change, which stays in the report and no longer counts.
package struct Acceptance: Hashable, Sendable {
    package var reason: String
    /// The last day of the acceptance, `YYYY-MM-DD`.
    package var expires: String
    /// The location of the entry in the list of accepted changes.
    package var location: SourceLocation
}
