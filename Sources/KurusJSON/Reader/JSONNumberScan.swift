/// A number's bytes and their parts (RFC 8259 §6: minus, int, frac, exp).
struct JSONNumberText {
    let start: Int
    /// The first digit.
    let digits: Int
    /// The byte after the integer part.
    let integerEnd: Int
    /// The byte after the fraction.
    let fractionEnd: Int
    let end: Int

    var isNegative: Bool { digits > start }
    /// Whether it has neither fraction nor exponent.
    var isPlainInteger: Bool { integerEnd == end }
}

extension JSONReader {
    /// Passes over the number at hand and validates it.
    mutating func readNumber() throws(JSONError) -> JSONNumberText {
        skipWhitespace()
        let found = byte
        guard found == UInt8(ascii: "-") || isDigit(found) else { throw mismatch(.number) }
        let number = try scanNumber()
        position = number.end
        expectsValue = false
        return number
    }

    /// Reads the number at hand and gives its text as it is written.
    public mutating func readNumberText() throws(JSONError) -> String {
        if options.lenientScalars, try peekKind() == .string {
            return try readQuoted(.number) { (reader) throws(JSONError) in try reader.readNumberText() }
        }
        return text(of: try readNumber())
    }

    func text(of number: JSONNumberText) -> String {
        String(
            decoding: UnsafeBufferPointer(start: base + number.start, count: number.end - number.start), as: UTF8.self)
    }

    @inline(__always) func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

    private func scanNumber() throws(JSONError) -> JSONNumberText {
        let start = position
        let digits = byte == UInt8(ascii: "-") ? start + 1 : start
        let integerEnd = try endOfDigits(from: digits)
        if base[digits] == UInt8(ascii: "0"), integerEnd > digits + 1 {
            throw JSONError(.invalidNumber, offset: digits + 1)
        }
        var end = integerEnd
        if byte(at: end) == UInt8(ascii: ".") { end = try endOfDigits(from: end + 1) }
        let fractionEnd = end
        if byte(at: end) | 0x20 == UInt8(ascii: "e") {
            let sign = byte(at: end + 1)
            let isSigned = sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+")
            end = try endOfDigits(from: isSigned ? end + 2 : end + 1)
        }
        return JSONNumberText(
            start: start, digits: digits, integerEnd: integerEnd, fractionEnd: fractionEnd, end: end)
    }

    /// The byte after one or more digits.
    private func endOfDigits(from start: Int) throws(JSONError) -> Int {
        var index = start
        while index < count, isDigit(base[index]) { index += 1 }
        guard index > start else {
            throw JSONError(start < count ? .invalidNumber : .unexpectedEnd, offset: min(start, count))
        }
        return index
    }
}
