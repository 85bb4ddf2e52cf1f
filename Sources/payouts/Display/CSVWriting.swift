/// Writes CSV records (RFC 4180).
enum CSVWriting {
    static func line(_ fields: [String]) -> String {
        fields.map(field).joined(separator: ",") + "\r\n"
    }

    /// Puts an apostrophe before a text that a spreadsheet would evaluate as a formula: one that begins with =, +, -,
    /// @, a tab or a line break, after any spaces.
    static func defused(_ text: String) -> String {
        let first = text.unicodeScalars.first { $0 != " " && $0 != "\u{A0}" && $0 != "\"" }
        return first.map("=+-@\t\r\n＝＋－＠".unicodeScalars.contains) == true ? "'" + text : text
    }

    private static func field(_ text: String) -> String {
        let needsQuotes = text.unicodeScalars.contains { $0 == "\"" || $0 == "," || $0 == "\n" || $0 == "\r" }
        return needsQuotes ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
    }
}
