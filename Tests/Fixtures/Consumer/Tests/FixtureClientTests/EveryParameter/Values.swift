import Foundation
import KurusRuntime
import Testing

/// Values that have no literals.
enum Values {
    static func day() throws -> CalendarDate {
        try #require(CalendarDate("2024-02-29"))
    }

    static func instant() throws -> DateTime {
        try #require(DateTime("2024-02-29T12:00:00.10+03:00"))
    }

    static func id() throws -> UUID {
        try #require(UUID(uuidString: "6BA7B810-9DAD-11D1-80B4-00C04FD430C8"))
    }
}
