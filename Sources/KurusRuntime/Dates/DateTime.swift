#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A moment as written: `date-time` of RFC 3339 §5.6, OpenAPI's `format: date-time`.
///
/// Every digit of the fraction and the offset are kept, so that reading and writing preserves the bytes; `t` and `z`
/// become upper case, which RFC 3339 §5.6 calls equal. Equality and hash are those of the text: the same moment at
/// another offset is another value. The order is that of the moments, and of the texts where the moments are equal.
public struct DateTime: Hashable, Sendable, LosslessStringConvertible {
    /// The day at the offset.
    public let calendarDate: CalendarDate
    /// 0 to 23.
    public let hour: Int
    /// 0 to 59.
    public let minute: Int
    /// 0 to 60: a leap second (RFC 3339 §5.7) is accepted on any minute, since no table of them is kept.
    public let second: Int
    /// The digits after the decimal point as written, empty when there was none.
    public let fraction: String
    let offset: TimeOffset

    /// Reads `2026-11-20T09:30:00.125+03:00`; nil when the text is not a date-time of RFC 3339 §5.6.
    public init?(_ description: String) {
        var scanner = DateScanner(description)
        guard let calendarDate = CalendarDate(scanning: &scanner), scanner.character("Tt") != nil,
            let hour = scanner.number(2), scanner.character(":") != nil,
            let minute = scanner.number(2), scanner.character(":") != nil,
            let second = scanner.number(2), hour < 24, minute < 60, second <= 60
        else { return nil }
        var fraction = ""
        if scanner.character(".") != nil {
            guard let digits = scanner.digits() else { return nil }
            fraction = digits
        }
        guard let offset = TimeOffset(scanning: &scanner), scanner.isAtEnd else { return nil }
        self.init(
            calendarDate: calendarDate, hour: hour, minute: minute, second: second, fraction: fraction, offset: offset)
    }

    init(calendarDate: CalendarDate, hour: Int, minute: Int, second: Int, fraction: String, offset: TimeOffset) {
        self.calendarDate = calendarDate
        self.hour = hour
        self.minute = minute
        self.second = second
        self.fraction = fraction
        self.offset = offset
    }

    /// The date-time as it was written.
    public var description: String {
        let time = "\(zeroPadded(hour, 2)):\(zeroPadded(minute, 2)):\(zeroPadded(second, 2))"
        return "\(calendarDate)T\(time)\(fraction.isEmpty ? "" : "." + fraction)\(offset)"
    }

    /// The year as it is written, in the offset of the text.
    public var year: Int { calendarDate.year }

    /// The month, from 1 to 12.
    public var month: Int { calendarDate.month }

    /// The day of the month, from 1.
    public var day: Int { calendarDate.day }

    /// The first nine digits of the fraction, in nanoseconds.
    public var nanosecond: Int {
        fraction.utf8.prefix(9).reduce((0, 100_000_000)) { sum, digit in
            (sum.0 + Int(digit - UInt8(ascii: "0")) * sum.1, sum.1 / 10)
        }.0
    }

    /// Minutes east of UTC; 0 for `Z` and for `-00:00`, which leaves the local offset unknown (RFC 3339 §4.3).
    public var offsetMinutes: Int { offset.minutes }
}

extension DateTime: Comparable {
    public static func < (left: Self, right: Self) -> Bool {
        guard left.secondsSince1970 == right.secondsSince1970 else {
            return left.secondsSince1970 < right.secondsSince1970
        }
        let leftFraction = left.fraction.trimmingTrailingZeros
        let rightFraction = right.fraction.trimmingTrailingZeros
        guard leftFraction == rightFraction else { return leftFraction < rightFraction }
        return left.description < right.description
    }

    /// Whole seconds, leap seconds not counted: second 60 is the first of the next minute.
    private var secondsSince1970: Int {
        let days = CivilDay.number(year: year, month: month, day: day)
        return ((days * 24 + hour) * 60 + minute - offset.minutes) * 60 + second
    }
}

extension DateTime {
    /// The moment in UTC, with milliseconds when it has any; rounded to the nearest millisecond and held between the
    /// years 0 and 9999, the range of RFC 3339.
    public init(_ date: Date) {
        let limits = (-62_167_219_200_000.0, 253_402_300_799_999.0)
        let exact = (date.timeIntervalSince1970 * 1000).rounded()
        let milliseconds = exact.isNaN ? 0 : Int(min(max(exact, limits.0), limits.1))
        let seconds = CivilDay.floorDivide(milliseconds, 1000)
        let number = CivilDay.floorDivide(seconds, 86_400)
        let civil = CivilDay.date(ofNumber: number)
        let secondOfDay = seconds - number * 86_400
        let fraction = milliseconds - seconds * 1000
        self.init(
            calendarDate: CalendarDate(civil: civil),
            hour: secondOfDay / 3600, minute: secondOfDay / 60 % 60, second: secondOfDay % 60,
            fraction: fraction == 0 ? "" : zeroPadded(fraction, 3), offset: .utc
        )
    }

    /// The moment; `Date` counts in Double and keeps about a microsecond of today's times.
    public var date: Date {
        Date(timeIntervalSince1970: Double(secondsSince1970) + (Double("0.0" + fraction).map { $0 * 10 } ?? 0))
    }
}

extension CalendarDate {
    /// Creates a day from the calendar's arithmetic, so it exists.
    init(civil: (year: Int, month: Int, day: Int)) {
        year = civil.year
        month = civil.month
        day = civil.day
    }
}

extension String {
    /// `1250` and `125` are the same fraction.
    fileprivate var trimmingTrailingZeros: Substring {
        guard let last = lastIndex(where: { $0 != "0" }) else { return "" }
        return self[...last]
    }
}

/// `time-offset` of RFC 3339 §5.6, kept as it was written.
enum TimeOffset: Hashable, Sendable, CustomStringConvertible {
    /// `Z`
    case utc
    /// `-00:00`: the time is UTC, the local offset unknown (RFC 3339 §4.3).
    case unknown
    /// Minutes east of UTC, -1439 to 1439; 0 is `+00:00`.
    case east(Int)

    init?(scanning scanner: inout DateScanner) {
        guard let sign = scanner.character("Zz+-") else { return nil }
        if sign == "Z" || sign == "z" {
            self = .utc
            return
        }
        guard let hour = scanner.number(2), scanner.character(":") != nil, let minute = scanner.number(2),
            hour < 24, minute < 60
        else { return nil }
        let minutes = hour * 60 + minute
        self = sign == "+" ? .east(minutes) : minutes == 0 ? .unknown : .east(-minutes)
    }

    var minutes: Int {
        switch self {
        case .utc, .unknown: 0
        case .east(let minutes): minutes
        }
    }

    var description: String {
        switch self {
        case .utc: "Z"
        case .unknown: "-00:00"
        case .east(let minutes):
            "\(minutes < 0 ? "-" : "+")\(zeroPadded(abs(minutes) / 60, 2)):\(zeroPadded(abs(minutes) % 60, 2))"
        }
    }
}

/// Reads the fixed-width fields of RFC 3339 §5.6 from bytes.
struct DateScanner {
    private let bytes: [UInt8]
    private var position = 0

    init(_ text: some StringProtocol) {
        bytes = Array(text.utf8)
    }

    var isAtEnd: Bool { position == bytes.count }

    /// Exactly `count` ASCII digits as a number.
    mutating func number(_ count: Int) -> Int? {
        guard bytes.count - position >= count else { return nil }
        var number = 0
        for byte in bytes[position..<position + count] {
            guard Self.isDigit(byte) else { return nil }
            number = number * 10 + Int(byte - UInt8(ascii: "0"))
        }
        position += count
        return number
    }

    /// Reads all following digits, at least one.
    mutating func digits() -> String? {
        let digits = bytes[position...].prefix(while: Self.isDigit)
        guard !digits.isEmpty else { return nil }
        position = digits.endIndex
        return String(decoding: digits, as: UTF8.self)
    }

    /// Reads one of the given ASCII characters and returns it.
    mutating func character(_ characters: StaticString) -> Unicode.Scalar? {
        guard position < bytes.count else { return nil }
        let byte = bytes[position]
        guard characters.withUTF8Buffer({ $0.contains(byte) }) else { return nil }
        position += 1
        return Unicode.Scalar(byte)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }
}

/// Returns a number of at least `width` digits, padded with zeros.
func zeroPadded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}
