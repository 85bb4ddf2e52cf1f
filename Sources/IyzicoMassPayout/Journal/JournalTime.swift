import Foundation
import KurusRuntime

/// A line's time as text: RFC 3339 §5.6 in UTC, with milliseconds.
enum JournalTime {
    /// A moment as a line can hold it.
    static func rounded(_ date: Date) -> Date { DateTime(date).date }

    /// `2026-12-01T09:30:00.125Z`.
    static func text(_ date: Date) -> String { DateTime(date).description }

    /// `2026-12-01`, in UTC.
    static func day(_ date: Date) -> String { DateTime(date).calendarDate.description }

    static func read(from reader: inout JSONReader) throws(JSONError) -> Date {
        let start = reader.offset
        guard let date = DateTime(try reader.read(String.self))?.date else {
            throw JSONError(.notRepresentable(type: "date-time"), offset: start)
        }
        return date
    }
}
