/// Recognises what spreadsheets make of phones and identity numbers, which they take for numbers.
enum SpreadsheetDamage {
    /// What happened to the text, and what it probably was; nil when it looks undamaged.
    static func inPhone(_ text: String) -> String? {
        if hasMark(text) { return "the phone \(marked)" }
        if let form = numberForm(of: text) { return "the phone \(form)\(probablePhone(text)); \(cure)" }
        let digits = text.utf8.count
        guard digits > 0, text.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
        switch digits {
        case 12 where text.hasPrefix("90"): return "the phone has lost its plus: it was probably +90 and ten digits"
        case 11 where text.hasPrefix("0"):
            return "the phone lacks its country: it was probably +90 and the ten last digits"
        case 10 where text.hasPrefix("5"):
            return "the phone has lost +90 or its zero: it was probably +90 and ten digits"
        default: return "the phone has lost its plus; it is written with plus, country and number"
        }
    }

    /// What happened to the text; nil when it looks undamaged.
    static func inIdentityNumber(_ text: String) -> String? {
        if hasMark(text) { return "the identity number \(marked)" }
        guard let form = numberForm(of: text) else { return nil }
        return "the identity number \(form); \(cure)"
    }

    private static let cure = "enter it again in a column formatted as text"

    private static let marked = "carries a spreadsheet's mark for text; it is written without"

    /// An apostrophe in front, or a formula that is a text.
    private static func hasMark(_ text: String) -> Bool {
        text.hasPrefix("'") || text.hasPrefix("=\"")
    }

    private static func numberForm(of text: String) -> String? {
        if text.wholeMatch(of: /[0-9]+(?:[.,][0-9]+)?[eE][+\-]?[0-9]+/) != nil {
            return "was taken for a number and shortened by a spreadsheet, its last digits may be lost"
        }
        if text.wholeMatch(of: /[0-9]+[.,]0+/) != nil { return "was taken for a number by a spreadsheet" }
        return nil
    }

    /// The country alone: the digits behind it are the recipient's.
    private static func probablePhone(_ text: String) -> String {
        let mantissa = text.filter { $0 != "," && $0 != "." }
        return mantissa.hasPrefix("90") ? ": it was probably +90 and ten digits" : ""
    }
}
