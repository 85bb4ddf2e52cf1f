import KurusRuntime

/// Makes a person's text safe for messages and tables.
enum SafeText {
    /// Makes control and direction characters visible, which could otherwise move the cursor or reverse the text.
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

    /// Masks account numbers and the like in printable text.
    static func masked(_ text: String) -> String {
        printable(Redaction.masked(text))
    }

    /// Quotes a payer's id. It is never masked, since the payer identifies an order or item by it.
    static func name(_ id: String) -> String {
        "‘" + printable(id) + "’"
    }
}

/// Decides which texts of a file a message may show. A shifted column can put a name, an account or a description
/// anywhere, so a text that could be one is not shown.
enum ShownText {
    /// Describes the shape of a text: `4 letters`, `17 characters: letters, digits and spaces`.
    static func shape(of text: String) -> String {
        if text.isEmpty { return "nothing" }
        let kinds = ScalarKind.allCases.filter { kind in text.unicodeScalars.contains { ScalarKind($0) == kind } }
        let count = text.unicodeScalars.count
        if kinds.count == 1 { return "\(count) \(kinds[0].name(count))" }
        let names = kinds.map { $0.name(2) }
        return "\(count) characters: \(names.dropLast().joined(separator: ", ")) and \(names.last ?? "")"
    }

    /// Returns an item's id, or nil where it could be a person's name, number or account. An id has ASCII letters,
    /// digits and `-_./#:`, at least one of them a digit; one of digits alone is shorter than people's numbers.
    static func id(_ text: String) -> String? {
        let bytes = Array(text.utf8)
        guard 1...40 ~= bytes.count, bytes.allSatisfy(isOfID), bytes.contains(where: isDigit) else { return nil }
        let longestRun = bytes.split { !isDigit($0) }.map(\.count).max() ?? 0
        let isNumber = bytes.allSatisfy { isDigit($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") }
        guard longestRun <= 8, !isNumber || bytes.count(where: isDigit) <= 6, !isAccount(bytes) else { return nil }
        return text
    }

    /// Returns a column's heading, or nil where it is not a short text on one line or contains a long number.
    static func heading(_ text: String) -> String? {
        let isShort = 1...40 ~= text.unicodeScalars.count
        let isOfWords = text.unicodeScalars.allSatisfy { scalar in
            let kind = ScalarKind(scalar)
            return kind == .letter || kind == .digit || " \u{A0}-_./()%#:*".unicodeScalars.contains(scalar)
        }
        let digits = text.unicodeScalars.count { ScalarKind($0) == .digit }
        return isShort && isOfWords && digits < 6 ? text : nil
    }

    private static func isOfID(_ byte: UInt8) -> Bool {
        isDigit(byte) || isLetter(byte) || "-_./#:".utf8.contains(byte)
    }

    /// Whether the text has the form of an IBAN: two letters, two digits and at least ten letters or digits.
    private static func isAccount(_ bytes: [UInt8]) -> Bool {
        bytes.count >= 14 && bytes.prefix(2).allSatisfy(isLetter) && bytes[2...3].allSatisfy(isDigit)
            && bytes.allSatisfy { isLetter($0) || isDigit($0) }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { 0x41...0x5A ~= byte & 0xDF }

    private static func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }
}

/// The kind of a character, as a person who looks for it in a cell would name it.
private enum ScalarKind: CaseIterable {
    case letter
    case digit
    case space
    case other

    init(_ scalar: Unicode.Scalar) {
        if scalar.properties.isAlphabetic {
            self = .letter
        } else if scalar.properties.numericType != nil {
            self = .digit
        } else {
            self = scalar.properties.isWhitespace ? .space : .other
        }
    }

    func name(_ count: Int) -> String {
        let noun =
            switch self {
            case .letter: "letter"
            case .digit: "digit"
            case .space: "space"
            case .other: "other character"
            }
        return count == 1 ? noun : noun + "s"
    }
}
