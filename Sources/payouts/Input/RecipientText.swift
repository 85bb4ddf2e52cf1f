/// Recognizes how people and spreadsheets alter phones, identity numbers and IBANs: by spaces, brackets and hyphens, or
/// by taking them for numbers.
enum RecipientText {
    /// Explains how a phone was altered and what it probably was; nil for one in the right form.
    static func problemOfPhone(_ text: String) -> String? {
        if text.utf8.first == UInt8(ascii: "+"), text.utf8.dropFirst().allSatisfy(isDigit) { return nil }
        if hasMark(text) { return "the phone \(marked)" }
        if let form = numberForm(of: text) { return "the phone \(form)\(probablePhone(text)); \(cure)" }
        if let signs = separators(in: text, besides: "+") {
            return "the phone has \(signs) in it; it is written without, as plus, country and number"
        }
        let digits = text.utf8.count
        guard digits > 0, text.utf8.allSatisfy(isDigit) else { return nil }
        switch digits {
        case _ where text.hasPrefix("00"): return "the phone begins with 00 in place of the plus"
        case 12 where text.hasPrefix("90"): return "the phone has lost its plus: it was probably +90 and ten digits"
        case 11 where text.hasPrefix("0"):
            return "the phone lacks its country: it was probably +90 and the ten last digits"
        case 10 where text.hasPrefix("5"):
            return "the phone has lost +90 or its zero: it was probably +90 and ten digits"
        default: return "the phone has lost its plus; it is written with plus, country and number"
        }
    }

    /// Explains how an identity number was altered; nil for one in the right form.
    static func problemOfIdentityNumber(_ text: String) -> String? {
        if text.utf8.allSatisfy(isDigit) { return nil }
        if hasMark(text) { return "the identity number \(marked)" }
        if let form = numberForm(of: text) { return "the identity number \(form); \(cure)" }
        return separators(in: text, besides: "").map { "the identity number has \($0) in it; it is written without" }
    }

    /// Explains how an IBAN was altered; nil for one in the right form, which spaces may group.
    static func problemOfIBAN(_ text: String) -> String? {
        if text.utf8.prefix(2).allSatisfy(isLetter), text.utf8.allSatisfy({ isLetter($0) || isDigit($0) || $0 == 0x20 })
        {
            return nil
        }
        if hasMark(text) { return "the IBAN \(marked)" }
        if let form = numberForm(of: text) { return "the IBAN \(form); \(cure)" }
        let solid = text.filter { $0 != " " && $0 != "\u{A0}" && $0 != "\u{202F}" }
        if solid.utf8.count == 24, solid.utf8.allSatisfy(isDigit) {
            return "the IBAN lacks the two letters of its country, TR in Turkey"
        }
        let hasLetters = solid.unicodeScalars.contains { "A"..."Z" ~= $0 || "a"..."z" ~= $0 }
        return hasLetters
            ? separators(in: solid, besides: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz").map {
                "the IBAN has \($0) in it; it is written without"
            } : nil
    }

    private static let cure = "enter it again in a column formatted as text"

    private static let marked = "carries a spreadsheet's mark for text; it is written without"

    /// Whether the text begins with an apostrophe or is a formula that makes a text.
    private static func hasMark(_ text: String) -> Bool {
        text.hasPrefix("'") || text.hasPrefix("=\"")
    }

    private static func numberForm(of text: String) -> String? {
        // Regular expressions are slow, and almost no text has one of these characters.
        guard text.utf8.contains(where: { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") || $0 & 0xDF == 0x45 })
        else { return nil }
        if text.wholeMatch(of: /[0-9]+(?:[.,][0-9]+)?[eE][+\-]?[0-9]+/) != nil {
            return "was taken for a number and shortened by a spreadsheet, its last digits may be lost"
        }
        if text.wholeMatch(of: /[0-9]+[.,]0+/) != nil { return "was taken for a number by a spreadsheet" }
        return nil
    }

    /// Names the country alone: the other digits are the recipient's.
    private static func probablePhone(_ text: String) -> String {
        let mantissa = text.filter { $0 != "," && $0 != "." }
        return mantissa.hasPrefix("90") ? ": it was probably +90 and ten digits" : ""
    }

    /// Returns the names of the characters between digits; nil where there are none, or any other characters.
    private static func separators(in text: String, besides others: String) -> String? {
        var names: [String] = []
        // White space around a text has its own message.
        for scalar in text.trimmingPrefix(while: \.isWhitespace).unicodeScalars where !isDigit(scalar) {
            guard let name = name(ofSeparator: scalar) else {
                guard others.unicodeScalars.contains(scalar) else { return nil }
                continue
            }
            if !names.contains(name) { names.append(name) }
        }
        guard text.last?.isWhitespace == false, !names.isEmpty else { return nil }
        return names.count == 1 ? names[0] : names.dropLast().joined(separator: ", ") + " and " + (names.last ?? "")
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { "0"..."9" ~= scalar }

    private static func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }

    private static func isLetter(_ byte: UInt8) -> Bool { 0x41...0x5A ~= byte & 0xDF }

    private static func name(ofSeparator scalar: Unicode.Scalar) -> String? {
        switch scalar {
        case "(", ")", "[", "]": "brackets"
        case "-", "\u{2010}"..."\u{2015}", "\u{2212}": "hyphens"
        case ".": "points"
        case "/": "strokes"
        default: scalar.properties.isWhitespace ? "spaces" : nil
        }
    }
}
