/// The form, the length and the check digits of an IBAN (ISO 13616-1).
enum IBAN {
    /// In capitals, without the spaces that print it in groups. Only ASCII letters have capitals here: an `ı` stays, and
    /// is refused by `hasForm`.
    static func canonicalText(of text: String) -> String {
        if isCanonical(text) { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.filter { !isGroupSpace($0) }.map(capital)))
    }

    /// Whether a canonical text is two letters, two digits and 11 to 30 letters or digits.
    static func hasForm(_ text: String) -> Bool {
        let bytes = text.utf8
        return 15...34 ~= bytes.count && bytes.prefix(2).allSatisfy(isLetter)
            && bytes.dropFirst(2).prefix(2).allSatisfy(isDigit)
            && bytes.dropFirst(4).allSatisfy { isLetter($0) || isDigit($0) }
    }

    /// The problem of the length of a canonical text that has the form of an IBAN.
    static func lengthProblem(_ text: String) -> RecipientProblem? {
        let country = text[...].utf8.prefix(2)
        guard let expected = IBANLengths.length(ofCountry: country) else { return .ibanCountry }
        let found = text.utf8.count
        if found == expected { return nil }
        return .ibanLength(country: String(decoding: country, as: UTF8.self), expected: expected, found: found)
    }

    /// Whether the check digits of a canonical text are right: the number, its first four characters moved to the end
    /// and its letters counted from A = 10, leaves 1 when divided by 97 (ISO 7064, MOD 97-10). That method gives 02 to
    /// 98; 00, 01 and 99, which leave the same remainders, are no check digits.
    static func hasValidCheckDigits(_ text: String) -> Bool {
        var remainder = 0
        var first = 0
        for (index, byte) in text.utf8.enumerated() {
            if index < 4 {
                first = appending(byte, to: first)
            } else {
                remainder = appending(byte, to: remainder) % 97
            }
        }
        let checkDigits = first % 100
        return 2...98 ~= checkDigits && (remainder * 1_000_000 + first) % 97 == 1
    }

    /// A digit is appended as itself, a letter as the two digits from 10 to 35.
    private static func appending(_ byte: UInt8, to number: Int) -> Int {
        isDigit(byte) ? number * 10 + Int(byte) - 0x30 : number * 100 + Int(byte) - 0x41 + 10
    }

    private static func isCanonical(_ text: String) -> Bool {
        text.utf8.allSatisfy { isDigit($0) || isLetter($0) }
    }

    /// A space or a no-break space, as printed accounts have.
    private static func isGroupSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || scalar == "\u{A0}" || scalar == "\u{202F}"
    }

    private static func capital(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        guard "a"..."z" ~= scalar else { return scalar }
        return Unicode.Scalar(UInt8(ascii: scalar) - 0x20)
    }

    private static func isLetter(_ byte: UInt8) -> Bool { 0x41...0x5A ~= byte }

    private static func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }
}
