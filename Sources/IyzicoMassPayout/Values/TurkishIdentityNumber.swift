/// The eleven digits by which Turkey identifies a person (T.C. kimlik numarası).
enum TurkishIdentityNumber {
    /// What keeps digits from being a number of a person; nil for one that is right.
    static func problem(of digits: String) -> RecipientProblem? {
        guard digits.utf8.count == 11 else { return .identityNumberLength(found: digits.utf8.count) }
        return hasValidCheckDigits(digits) ? nil : .identityNumberChecksum
    }

    /// Whether the first of eleven digits is not 0, and the last two are the check digits of the others: the tenth is
    /// seven times the digits in odd places less those in even places, the eleventh the sum of the ten before it, both
    /// modulo 10.
    private static func hasValidCheckDigits(_ text: String) -> Bool {
        let digits = text.utf8.map { Int($0) - 0x30 }
        guard digits[0] != 0 else { return false }
        let odd = digits[0] + digits[2] + digits[4] + digits[6] + digits[8]
        let even = digits[1] + digits[3] + digits[5] + digits[7]
        // Ten times the greatest sum of even places keeps the difference positive.
        return digits[9] == (odd * 7 - even + 360) % 10 && digits[10] == digits[..<10].reduce(0, +) % 10
    }
}
