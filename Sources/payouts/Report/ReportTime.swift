import Foundation
import KurusRuntime

/// Moments as reports show them, in UTC.
enum ReportTime {
    /// `2026-12-01T09:30:00Z` (RFC 3339 §5.6).
    static func text(_ date: Date) -> String {
        date.formatted(.iso8601)
    }

    /// `2026-12-01 09:30`.
    static func minute(_ date: Date) -> String {
        String(text(date).prefix(16)).replacing("T", with: " ")
    }

    /// `2026-12-01`.
    static func day(_ date: Date) -> String {
        String(text(date).prefix(10))
    }
}
