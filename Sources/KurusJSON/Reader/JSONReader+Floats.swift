extension JSONReader {
    /// Reads a number as the nearest Double; an error when it is beyond the largest.
    public mutating func readDouble() throws(JSONError) -> Double {
        skipWhitespace()
        let start = position
        if byte == UInt8(ascii: "\""), options.lenientScalars {
            return try readQuoted(.number) { (reader) throws(JSONError) in try reader.readDouble() }
        }
        let number = try readNumber()
        if let exact = exactDouble(of: number) { return exact }
        guard let value = Double(text(of: number)), value.isFinite else {
            throw JSONError(.notRepresentable(type: "Double"), offset: start)
        }
        return value
    }

    /// Reads a number as the nearest Float; an error when it is beyond the largest.
    public mutating func readFloat() throws(JSONError) -> Float {
        let start = offset
        // Not by way of Double, which would round twice.
        guard let value = Float(try readNumberText()), value.isFinite else {
            throw JSONError(.notRepresentable(type: "Float"), offset: start)
        }
        return value
    }

    /// The value where one correctly rounded operation gives it: up to 15 digits, and a power of ten that is a Double.
    private func exactDouble(of number: JSONNumberText) -> Double? {
        guard number.end == number.fractionEnd, number.end - number.digits <= 16 else { return nil }
        var integer: UInt64 = 0
        for index in number.digits..<number.end where index != number.integerEnd {
            integer = integer &* 10 &+ UInt64(base[index] &- 0x30)
        }
        guard integer <= 1 << 53 else { return nil }
        var divisor = 1.0
        for _ in 0..<max(0, number.fractionEnd - number.integerEnd - 1) { divisor *= 10 }
        let magnitude = Double(integer) / divisor
        return number.isNegative ? -magnitude : magnitude
    }
}
