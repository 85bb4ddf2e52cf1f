/// Decides which texts of a file a message may show. A shifted column puts a name, an account or a free text wherever
/// another text is expected, so nothing is shown that could be one.
enum ShownText {
    /// The shape of a text in place of the text: `4 letters`, `17 characters: letters, digits and spaces`.
    static func shape(of text: String) -> String {
        if text.isEmpty { return "nothing" }
        let kinds = ScalarKind.allCases.filter { kind in text.unicodeScalars.contains { ScalarKind($0) == kind } }
        let count = text.unicodeScalars.count
        if kinds.count == 1 { return "\(count) \(kinds[0].name(count))" }
        let names = kinds.map { $0.name(2) }
        return "\(count) characters: \(names.dropLast().joined(separator: ", ")) and \(names.last ?? "")"
    }

    /// The item id that a file has; nil where it could be a person's name, number or account: it is of ASCII letters,
    /// digits and `-_./#:` with a digit among them, and of digits alone only when they are fewer than a person's numbers
    /// have.
    static func id(_ text: String) -> String? {
        let bytes = Array(text.utf8)
        guard 1...40 ~= bytes.count, bytes.allSatisfy(isOfID), bytes.contains(where: isDigit) else { return nil }
        let longestRun = bytes.split { !isDigit($0) }.map(\.count).max() ?? 0
        let isNumber = bytes.allSatisfy { isDigit($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") }
        guard longestRun <= 8, !isNumber || bytes.count(where: isDigit) <= 6, !isAccount(bytes) else { return nil }
        return text
    }

    /// The heading of a column as a file has it; nil where it is no short text on one line, or holds a number of a person.
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

    /// Two letters, two digits and ten or more letters or digits, as account numbers begin.
    private static func isAccount(_ bytes: [UInt8]) -> Bool {
        bytes.count >= 14 && bytes.prefix(2).allSatisfy(isLetter) && bytes[2...3].allSatisfy(isDigit)
            && bytes.allSatisfy { isLetter($0) || isDigit($0) }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { 0x41...0x5A ~= byte & 0xDF }

    private static func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }
}

/// What a character is to a person who looks for it in a cell.
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
