/// Days of the Gregorian calendar as RFC 3339, §5.6, writes them (`full-date`).
enum CalendarDay {
    /// Whether the text is `YYYY-MM-DD` and there is such a day.
    static func isValid(_ text: String) -> Bool {
        let fields = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard fields.map(\.count) == [4, 2, 2] else { return false }
        let numbers = fields.compactMap(number)
        guard numbers.count == 3, (1...12).contains(numbers[1]) else { return false }
        return (1...length(ofMonth: numbers[1], in: numbers[0])).contains(numbers[2])
    }

    private static func number(_ digits: Substring.UTF8View) -> Int? {
        digits.allSatisfy { (0x30...0x39).contains($0) } ? Int(String(Substring(digits))) : nil
    }

    private static func length(ofMonth month: Int, in year: Int) -> Int {
        switch month {
        case 2: year.isMultiple(of: 400) || (year.isMultiple(of: 4) && !year.isMultiple(of: 100)) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
