package import SpecDiagnostics

/// Why a change is accepted, and until when: it stays in the report, and no longer counts.
package struct Acceptance: Hashable, Sendable {
    package var reason: String
    /// The last day on which it holds, `YYYY-MM-DD`.
    package var expires: String
    /// Where the list of accepted changes says so.
    package var location: SourceLocation

    package init(reason: String, expires: String, at location: SourceLocation) {
        self.reason = reason
        self.expires = expires
        self.location = location
    }
}
