/// What a comparison is to know besides its two sides.
package struct DiffOptions: Sendable {
    /// The day of the comparison, `YYYY-MM-DD`: what sunset dates are compared with.
    package var today: String
    /// Whether texts for people are compared, and samples checked.
    package var prose: Bool

    package init(today: String, prose: Bool = true) {
        self.today = today
        self.prose = prose
    }
}
