/// Hides account numbers and the like in text that people and logs see.
public enum Redaction {
    /// The text that replaces hidden text.
    public static let placeholder = "‹redacted›"

    /// Returns the text with IBANs and runs of six or more digits replaced.
    ///
    /// An IBAN is taken to be two letters, two digits, then 10 to 30 letters and digits (ISO 13616 has 11 to 30), spaces
    /// between groups allowed.
    public static func masked(_ text: String) -> String {
        guard mayHoldNumbers(text) else { return text }
        let scalars = Array(text.unicodeScalars)
        var result = String.UnicodeScalarView()
        var index = 0
        while index < scalars.count {
            if let end = endOfIBAN(in: scalars, from: index) ?? endOfDigits(in: scalars, from: index) {
                result.append(contentsOf: placeholder.unicodeScalars)
                index = end
            } else {
                result.append(scalars[index])
                index += 1
            }
        }
        return String(result)
    }

    /// Both patterns have at least two digits.
    private static func mayHoldNumbers(_ text: String) -> Bool {
        var digits = 0
        for byte in text.utf8 where byte >= 0x80 || byte &- 0x30 < 10 {
            digits += 1
            if digits == 2 { return true }
        }
        return false
    }

    /// The end of a run of six or more digits, of any script, that begins here.
    private static func endOfDigits(in scalars: [Unicode.Scalar], from start: Int) -> Int? {
        guard isDigit(scalars[start]) else { return nil }
        var end = start
        while end < scalars.count, isDigit(scalars[end]) { end += 1 }
        return end - start >= 6 ? end : nil
    }

    private static func endOfIBAN(in scalars: [Unicode.Scalar], from start: Int) -> Int? {
        guard start == 0 || !isAlphanumeric(scalars[start - 1]), start + 4 <= scalars.count,
            isLetter(scalars[start]), isLetter(scalars[start + 1]),
            isASCIIDigit(scalars[start + 2]), isASCIIDigit(scalars[start + 3])
        else { return nil }
        var length = 0
        var end = start + 4
        var index = end
        // The end moves only behind groups that hold a digit: words after the number are left alone.
        while length < 30 {
            let group = index < scalars.count && isSpace(scalars[index]) ? index + 1 : index
            let groupEnd = endOfGroup(in: scalars, from: group)
            guard groupEnd > group else { break }
            length += groupEnd - group
            if scalars[group..<groupEnd].contains(where: isASCIIDigit) || group == end { end = groupEnd }
            index = groupEnd
        }
        let body = scalars[start + 4..<end].count(where: isAlphanumeric)
        return body >= 10 ? end : nil
    }

    private static func endOfGroup(in scalars: [Unicode.Scalar], from start: Int) -> Int {
        var end = start
        while end < scalars.count, isAlphanumeric(scalars[end]) { end += 1 }
        return end
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        "A"..."Z" ~= scalar || "a"..."z" ~= scalar
    }

    private static func isASCIIDigit(_ scalar: Unicode.Scalar) -> Bool {
        "0"..."9" ~= scalar
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII ? isASCIIDigit(scalar) : scalar.properties.numericType == .decimal
    }

    private static func isAlphanumeric(_ scalar: Unicode.Scalar) -> Bool {
        isLetter(scalar) || isASCIIDigit(scalar)
    }

    /// A space or a no-break space, as printed accounts have.
    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || scalar == "\u{A0}" || scalar == "\u{202F}"
    }
}
