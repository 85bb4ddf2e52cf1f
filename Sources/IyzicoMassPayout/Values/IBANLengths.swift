/// How long an IBAN of each country is, its country and check digits included.
///
/// Taken from SWIFT's IBAN Registry, the register that ISO 13616-2 sets up: release 100, 89 countries.
enum IBANLengths {
    /// - Parameter country: Two capital letters.
    /// - Returns: Nil for a country that the registry does not have.
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

    /// Both letters in one number: looked up for each of a million rows.
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
