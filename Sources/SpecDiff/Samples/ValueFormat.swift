/// The formats whose grammar is short; all others fit.
enum ValueFormat {
    static func fits(_ text: String, _ format: String) -> Bool {
        switch format {
        case "date": isDate(text[...])
        case "date-time": isDateTime(text)
        case "uuid": matches(text, "hhhhhhhh-hhhh-hhhh-hhhh-hhhhhhhhhhhh")
        default: true
        }
    }

    static func fits(number: String, _ format: String) -> Bool {
        guard number.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") }) else { return true }
        return switch format {
        case "int32": Int32(number) != nil
        case "int64": Int64(number) != nil
        default: true
        }
    }

    /// RFC 3339, §5.6: full-date.
    private static func isDate(_ text: Substring) -> Bool {
        guard matches(text, "dddd-dd-dd") else { return false }
        let parts = text.split(separator: "-").compactMap { Int($0) }
        return parts.count == 3 && (1...12).contains(parts[1]) && (1...31).contains(parts[2])
    }

    /// RFC 3339, §5.6: date-time, in any case, the `T` may be a blank.
    private static func isDateTime(_ text: String) -> Bool {
        let time = text.dropFirst(11)
        guard isDate(text.prefix(10)), let separator = text.dropFirst(10).first, "Tt ".contains(separator),
            matches(time.prefix(8), "dd:dd:dd")
        else { return false }
        var rest = time.dropFirst(8)
        if rest.first == "." {
            let digits = rest.dropFirst().prefix { $0.isASCII && $0.isNumber }
            guard !digits.isEmpty else { return false }
            rest = rest.dropFirst(1 + digits.count)
        }
        return rest == "Z" || rest == "z" || matches(rest, "+dd:dd") || matches(rest, "-dd:dd")
    }

    /// `d` is a digit, `h` a hexadecimal one, anything else itself.
    private static func matches(_ text: some StringProtocol, _ shape: String) -> Bool {
        text.count == shape.count
            && zip(text, shape).allSatisfy { character, place in
                switch place {
                case "d": character.isASCII && character.isNumber
                case "h": character.isASCII && character.isHexDigit
                default: character == place
                }
            }
    }
}
