import IyzicoMassPayout

/// Describes how a text fails to be an amount. An amount has only ASCII digits, and a point before decimals; anything
/// else is refused, never guessed at: `Decimal(string:)` reads "1.234,56" as 1.234.
enum AmountText {
    /// Returns the mistake and how to correct it; nil for an amount.
    static func problem(in text: String) -> String? {
        isWellFormed(text) ? nil : reason(text)
    }

    /// `[0-9]+(\.[0-9]+)?`, byte by byte: to a Character a digit with a combining mark is still one digit.
    private static func isWellFormed(_ text: String) -> Bool {
        var digits = 0
        var points = 0
        for byte in text.utf8 {
            if 0x30...0x39 ~= byte {
                digits += 1
            } else {
                guard byte == UInt8(ascii: "."), digits > 0, points == 0 else { return false }
                points = 1
                digits = 0
            }
        }
        return digits > 0
    }

    private static func reason(_ text: String) -> String {
        if text.isEmpty { return "the amount is missing" }
        return whiteSpace(text) ?? foreignDigits(text) ?? sign(text) ?? currency(text) ?? exponent(text)
            ?? separators(text) ?? "the amount is not a number; write digits, and a point before decimals"
    }

    private static func whiteSpace(_ text: String) -> String? {
        guard let space = text.unicodeScalars.first(where: isSpace) else { return nil }
        let name = space == " " ? "a space" : space == "\t" ? "a tab" : "an invisible character (\(code(of: space)))"
        return "the amount has \(name) in it; it is written without"
    }

    /// Includes white space of any script and invisible format characters.
    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || scalar.properties.generalCategory == .format
    }

    private static func code(of scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    private static func foreignDigits(_ text: String) -> String? {
        let isForeign = text.unicodeScalars.contains { !$0.isASCII && $0.properties.numericType != nil }
        return isForeign ? "the amount has full-width or other digits; it is written with 0 to 9" : nil
    }

    private static func sign(_ text: String) -> String? {
        let first = text.unicodeScalars.first
        let hasSign = first.map { "+-\u{2212}\u{2013}(".unicodeScalars.contains($0) } ?? false
        return hasSign || text.hasSuffix("-") ? "the amount has a sign; amounts are positive and have none" : nil
    }

    private static func currency(_ text: String) -> String? {
        let hasSymbol = text.unicodeScalars.contains { $0.properties.generalCategory == .currencySymbol }
        let hasCode = text.wholeMatch(of: /(?:[A-Za-z]{1,3}[0-9.,]+|[0-9.,]+[A-Za-z]{1,3})/) != nil
        return hasSymbol || hasCode ? "the amount has a currency in it, which has a column of its own" : nil
    }

    private static func exponent(_ text: String) -> String? {
        guard text.wholeMatch(of: /[0-9]+(?:[.,][0-9]+)?[eE][+\-]?[0-9]+/) != nil else { return nil }
        return "the amount has an exponent, as spreadsheets shorten numbers; it is written with all its digits"
    }

    private static func separators(_ text: String) -> String? {
        guard text.wholeMatch(of: /[0-9.,'’]+/) != nil else { return nil }
        let commas = text.count { $0 == "," }
        let points = text.count { $0 == "." }
        if text.contains(where: { $0 == "'" || $0 == "’" }) { return grouped("apostrophes") }
        switch (commas, points) {
        case (1, 0) where text.wholeMatch(of: /[1-9][0-9]{0,2},[0-9]{3}/) != nil:
            return "three digits after the comma are probably a grouped thousand, which is written without the comma; "
                + "decimals begin with a point"
        case (1, 0): return "the amount has a decimal comma; decimals begin with a point"
        case (1, _) where (text.lastIndex(of: ",") ?? text.startIndex) > (text.lastIndex(of: ".") ?? text.endIndex):
            return "the amount has a decimal comma and points that group digits; write 1234.56 for 1.234,56"
        case (0, 1): return "the amount lacks digits before or after the point"
        case (0, _): return grouped("points")
        default: return grouped("commas")
        }
    }

    private static func grouped(_ marks: String) -> String {
        "the amount has \(marks) that group digits; it is written without"
    }
}

/// Describes how a text fails to be a currency: only the three capital letters of ISO 4217 are one.
enum CurrencyText {
    /// Returns the mistake and how to correct it. The message repeats only names from the table below, since a shifted
    /// column may hold anything here.
    static func problem(in text: String) -> String {
        let solid = text.filter { !$0.isWhitespace }
        if solid.isEmpty { return "the currency is missing" }
        if let (name, code) = names[key(of: solid)] { return "the currency ‘\(name)’ is written \(code)" }
        if (try? Currency(solid.uppercased())) != nil { return "the currency is written in capitals, without spaces" }
        return "the currency is not one of ISO 4217's, in three capital letters; found \(ShownText.shape(of: text))"
    }

    /// Returns the currency that a wrongly written text means, so that the amount beside it can be checked too.
    static func meant(by text: String) -> Currency? {
        let solid = text.filter { !$0.isWhitespace }
        return try? Currency(names[key(of: solid)]?.1 ?? solid.uppercased())
    }

    private static let names = Dictionary(
        [
            ("TL", "TRY"), ("₺", "TRY"), ("YTL", "TRY"), ("TRL", "TRY"), ("Lira", "TRY"), ("Türk Lirası", "TRY"),
            ("Dolar", "USD"), ("Dollar", "USD"), ("ABD Doları", "USD"), ("$", "USD"), ("€", "EUR"),
            ("Euro", "EUR"), ("Avro", "EUR"),
        ].map { name, code in (key(of: name), (name, code)) }
    ) { first, _ in first }

    /// A currency sign has no letters, so it is its own key.
    private static func key(of text: String) -> String {
        let key = LooseName.key(of: text)
        return key.isEmpty ? text : key
    }
}
