/// The form of an IBAN (ISO 13616-1).
enum IBAN {
    /// In capitals, without the spaces that print it in groups. Only ASCII letters have capitals here: an `ı` stays, and
    /// is refused by `hasForm`.
    static func canonicalText(of text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.filter { !isGroupSpace($0) }.map(capital)))
    }

    /// Whether it is two letters, two digits and 11 to 30 letters or digits, as a canonical text.
    static func hasForm(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return 15...34 ~= bytes.count && bytes.prefix(2).allSatisfy(isLetter)
            && bytes.dropFirst(2).prefix(2).allSatisfy(isDigit)
            && bytes.dropFirst(4).allSatisfy { isLetter($0) || isDigit($0) }
    }

    /// Whether the check digits are right: the number, its first four characters moved to the end and its letters
    /// counted from A = 10, leaves 1 when divided by 97 (ISO 7064, MOD 97-10).
    static func hasValidCheckDigits(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        let remainder = (bytes.dropFirst(4) + bytes.prefix(4)).reduce(0) { remainder, byte in
            isDigit(byte)
                ? (remainder * 10 + Int(byte) - 0x30) % 97 : (remainder * 100 + Int(byte) - 0x41 + 10) % 97
        }
        return remainder == 1
    }

    /// Whether a Turkish IBAN has its 26 characters (SWIFT's IBAN registry); one of another country is not looked at.
    static func hasTurkishLength(_ text: String) -> Bool {
        !text.utf8.starts(with: "TR".utf8) || text.utf8.count == 26
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
