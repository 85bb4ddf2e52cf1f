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
}

extension JSONReader {
    /// Skips the current number and validates it.
    mutating func readNumber() throws(JSONError) -> JSONNumberText {
        skipWhitespace()
        let found = byte
        guard found == UInt8(ascii: "-") || isDigit(found) else { throw mismatch(.number) }
        let number = try scanNumber()
        position = number.end
        expectsValue = false
        return number
    }

    /// Reads the current number and returns its text as written.
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

    /// Moves an index past its digits and appends them to a value, which wraps around past 64 bits.
    @inline(__always) func passDigits(_ index: inout Int, into value: inout UInt64) {
        while index < count, isDigit(base[index]) {
            value = value &* 10 &+ UInt64(base[index] &- 0x30)
            index += 1
        }
    }

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

/// An integer of up to 64 bits and its sign.
public struct JSONInteger: Hashable, Sendable {
    /// Whether it is below zero.
    public let isNegative: Bool
    /// The number without its sign.
    public let magnitude: UInt64
    /// The offset at which its text begins.
    public let offset: Int

    @usableFromInline init(isNegative: Bool, magnitude: UInt64, offset: Int) {
        self.isNegative = isNegative
        self.magnitude = magnitude
        self.offset = offset
    }

    /// The value, or an error when it is out of the type's range.
    @inlinable public func value<Value: FixedWidthInteger>(
        as type: Value.Type = Value.self
    ) throws(JSONError) -> Value {
        if !isNegative, let value = Value(exactly: magnitude) { return value }
        if isNegative, let value = Value(exactly: 0 - Int128(magnitude)) { return value }
        throw notRepresentable("\(type)")
    }

    @usableFromInline @inline(never) func notRepresentable(_ type: String) -> JSONError {
        JSONError(.notRepresentable(type: type), offset: offset)
    }
}

extension JSONReader {
    /// Reads a number that is whole and fits the type. `1.0` and `1e2` are whole too.
    @inlinable public mutating func readInteger<Value: FixedWidthInteger>(
        _ type: Value.Type = Value.self
    ) throws(JSONError) -> Value {
        try readInteger().value(as: type)
    }

    /// Reads a whole number whose magnitude fits 64 bits.
    public mutating func readInteger() throws(JSONError) -> JSONInteger {
        skipWhitespace()
        let start = position
        let isNegative = byte == UInt8(ascii: "-")
        var index = isNegative ? start + 1 : start
        let digits = index
        var magnitude: UInt64 = 0
        passDigits(&index, into: &magnitude)
        // Up to 19 digits cannot overflow. A leading zero has no digits after it. Fractions and exponents take the slow
        // path.
        let length = index - digits
        guard length > 0, length <= 19, length == 1 || base[digits] != UInt8(ascii: "0"), !continuesNumber(at: index)
        else { return try readLongInteger() }
        position = index
        expectsValue = false
        return JSONInteger(isNegative: isNegative, magnitude: magnitude, offset: start)
    }

    @inline(__always) func continuesNumber(at index: Int) -> Bool {
        let byte = byte(at: index)
        return byte == UInt8(ascii: ".") || byte | 0x20 == UInt8(ascii: "e")
    }

    @inline(never) private mutating func readLongInteger() throws(JSONError) -> JSONInteger {
        let start = position
        if byte == UInt8(ascii: "\""), options.lenientScalars {
            let quoted = try readQuoted(.number) { (reader) throws(JSONError) in try reader.readInteger() }
            return JSONInteger(isNegative: quoted.isNegative, magnitude: quoted.magnitude, offset: start)
        }
        let number = try readNumber()
        guard let digits = try? decimalDigits(of: number), let magnitude = digits.integer else {
            throw JSONError(.notRepresentable(type: "a 64-bit integer"), offset: start)
        }
        return JSONInteger(isNegative: digits.isNegative, magnitude: magnitude, offset: start)
    }
}

extension DecimalDigits {
    /// The magnitude, when it is whole and fits 64 bits.
    var integer: UInt64? {
        guard significand != 0 else { return 0 }
        guard exponent >= 0, exponent <= 19, var magnitude = UInt64(exactly: significand) else { return nil }
        for _ in 0..<exponent {
            let (product, overflow) = magnitude.multipliedReportingOverflow(by: 10)
            guard !overflow else { return nil }
            magnitude = product
        }
        return magnitude
    }
}

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

    /// Returns the value if one correctly rounded operation computes it: up to 15 digits, and a power of ten that is a
    /// Double.
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
