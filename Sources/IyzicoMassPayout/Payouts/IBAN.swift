/// The form, the length and the check digits of an IBAN (ISO 13616-1).
enum IBAN {
    /// Returns the text in capitals, without the spaces between printed groups. Only ASCII letters are capitalized: an
    /// `ı` stays and is refused by `hasForm`.
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

    /// Returns the length problem of a canonical text that has the form of an IBAN.
    static func lengthProblem(_ text: String) -> RecipientProblem? {
        let country = text[...].utf8.prefix(2)
        guard let expected = IBANLengths.length(ofCountry: country) else { return .ibanCountry }
        let found = text.utf8.count
        if found == expected { return nil }
        return .ibanLength(country: String(decoding: country, as: UTF8.self), expected: expected, found: found)
    }

    /// Whether the check digits of a canonical text are right: the number, its first four characters moved to the end
    /// and its letters counted from A = 10, leaves 1 when divided by 97 (ISO 7064, MOD 97-10). The method produces 02
    /// to 98, so 00, 01 and 99, which leave the same remainders, are refused.
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

    /// Appends a digit as itself, a letter as the two digits from 10 to 35.
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

/// The length of each country's IBANs, including country and check digits.
///
/// Taken from SWIFT's IBAN Registry, the register that ISO 13616-2 sets up: release 100, 89 countries.
private enum IBANLengths {
    /// - Parameter country: Two capital letters.
    /// - Returns: The length; nil for a country that is not in the registry.
    static func length(ofCountry country: Substring.UTF8View) -> Int? {
        guard let code = code(country) else { return nil }
        return lengths[code]
    }

    private static let lengths: [UInt16: Int] = {
        let entries = table.utf8.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }
        let pairs = entries.compactMap { entry in
            let digits = entry.dropFirst(2).reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
            return code(entry.prefix(2)).map { ($0, digits) }
        }
        return Dictionary(pairs) { first, _ in first }
    }()

    /// Packs both letters into one number, for fast lookup in large files.
    private static func code(_ country: Substring.UTF8View) -> UInt16? {
        guard country.count == 2, let first = country.first, let last = country.last else { return nil }
        return UInt16(first) << 8 | UInt16(last)
    }

    private static let table = """
        AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29
        ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20
        LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29
        PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20
        YE30
        """
}
