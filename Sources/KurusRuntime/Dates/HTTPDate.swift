#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A date of HTTP in any of its three forms, always in GMT (RFC 9110 §5.6.7).
enum HTTPDate {
    private static let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    private static let longDays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// Reads a date as seconds since 1970-01-01T00:00:00Z; nil for any other text. The day's name is not checked.
    ///
    /// - Parameter now: The time that a year of two digits is close to.
    static func seconds(_ text: String, now: Date) -> Int? {
        let words = text.parts(separatedBy: " ")
        guard let day = words.first else { return nil }
        switch words.count {
        case 6 where day.hasSuffix(",") && days.contains(String(day.dropLast())) && words[5] == "GMT":
            return seconds(year: number(words[3], 4), month: words[2], day: number(words[1], 2), time: words[4])
        case 4 where day.hasSuffix(",") && longDays.contains(String(day.dropLast())) && words[3] == "GMT":
            return obsoleteSeconds(words[1], time: words[2], now: now)
        case 5 where days.contains(day):
            return seconds(year: number(words[4], 4), month: words[1], day: number(words[2], 2), time: words[3])
        // A day of one digit has a second space before it.
        case 6 where days.contains(day) && words[2].isEmpty:
            return seconds(year: number(words[5], 4), month: words[1], day: number(words[3], 1), time: words[4])
        default: return nil
        }
    }

    /// Reads `06-Nov-94`. A year more than 50 years in the future is the most recent past year with the same two digits
    /// (RFC 9110 §5.6.7).
    private static func obsoleteSeconds(_ date: String, time: String, now: Date) -> Int? {
        let parts = date.parts(separatedBy: "-")
        guard parts.count == 3, let digits = number(parts[2], 2) else { return nil }
        let thisYear = CivilDay.date(ofNumber: Int((now.timeIntervalSince1970 / 86_400).rounded(.down))).year
        let year = thisYear - thisYear % 100 + digits
        let nearYear = year > thisYear + 50 ? year - 100 : year
        return seconds(year: nearYear, month: parts[1], day: number(parts[0], 2), time: time)
    }

    private static func seconds(year: Int?, month: String, day: Int?, time: String) -> Int? {
        let clock = time.parts(separatedBy: ":").map { number($0, 2) }
        guard let year, let index = months.firstIndex(of: month), let day, clock.count == 3,
            let hour = clock[0], let minute = clock[1], let second = clock[2],
            1...CivilDay.count(inMonth: index + 1, ofYear: year) ~= day, hour < 24, minute < 60, second <= 60
        else { return nil }
        let dayNumber = CivilDay.number(year: year, month: index + 1, day: day)
        return dayNumber * 86_400 + hour * 3600 + minute * 60 + second
    }

    /// Reads exactly this many ASCII digits.
    private static func number(_ text: String, _ count: Int) -> Int? {
        var scanner = DateScanner(text)
        guard let number = scanner.number(count), scanner.isAtEnd else { return nil }
        return number
    }
}
