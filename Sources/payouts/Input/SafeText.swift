import KurusRuntime

/// Text that a person wrote, as it may stand in a message or a table.
enum SafeText {
    /// On one line: control and direction characters, which could move the cursor or turn the writing, become visible.
    static func printable(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
                result += "<U+\(String(scalar.value, radix: 16, uppercase: true))>"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// On one line, with account numbers and the like masked.
    static func masked(_ text: String) -> String {
        printable(Redaction.masked(text))
    }

    /// An id of the payer's, whole: it is what the payer knows an order or an item by.
    static func name(_ id: String) -> String {
        "‘" + printable(id) + "’"
    }
}
