/// A day without time or place: `full-date` of RFC 3339 §5.6, OpenAPI's `format: date`.
public struct CalendarDate: Hashable, Sendable, Comparable, LosslessStringConvertible {
    /// 0 to 9999.
    public let year: Int
    /// 1 to 12.
    public let month: Int
    /// 1 to the number of days in the month.
    public let day: Int

    /// The day, nil when there is none of that number in the proleptic Gregorian calendar.
    public init?(year: Int, month: Int, day: Int) {
        guard 0...9999 ~= year, 1...12 ~= month, 1...CivilDay.count(inMonth: month, ofYear: year) ~= day else {
            return nil
        }
        self.year = year
        self.month = month
        self.day = day
    }

    /// Reads `2026-11-20`, nothing before or after it.
    public init?(_ description: String) {
        var scanner = DateScanner(description)
        self.init(scanning: &scanner)
        guard scanner.isAtEnd else { return nil }
    }

    init?(scanning scanner: inout DateScanner) {
        guard let year = scanner.number(4), scanner.character("-") != nil,
            let month = scanner.number(2), scanner.character("-") != nil,
            let day = scanner.number(2)
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// The day as RFC 3339 writes it: `2026-11-20`.
    public var description: String {
        "\(zeroPadded(year, 4))-\(zeroPadded(month, 2))-\(zeroPadded(day, 2))"
    }

    public static func < (left: Self, right: Self) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}
