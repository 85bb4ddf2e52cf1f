/// Writes records as RFC 4180 has them.
enum CSVWriting {
    static func line(_ fields: [String]) -> String {
        fields.map(field).joined(separator: ",") + "\r\n"
    }

    /// A text that a spreadsheet would carry out as a formula, with an apostrophe in front, which makes it text: one that
    /// begins with =, +, -, @, a tab or a line break, be it behind spaces.
    static func defused(_ text: String) -> String {
        let first = text.unicodeScalars.first { $0 != " " && $0 != "\u{A0}" && $0 != "\"" }
        return first.map("=+-@\t\r\n＝＋－＠".unicodeScalars.contains) == true ? "'" + text : text
    }

    private static func field(_ text: String) -> String {
        let needsQuotes = text.unicodeScalars.contains { $0 == "\"" || $0 == "," || $0 == "\n" || $0 == "\r" }
        return needsQuotes ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
    }
}
