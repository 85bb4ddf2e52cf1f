/// An integer of up to 64 bits and its sign.
public struct JSONInteger: Hashable, Sendable {
    /// Whether it is below zero.
    public let isNegative: Bool
    /// The number without its sign.
    public let magnitude: UInt64
    /// Where its text begins.
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
        while index < count, isDigit(base[index]) {
            magnitude = magnitude &* 10 &+ UInt64(base[index] &- 0x30)
            index += 1
        }
        // Up to 19 digits cannot overflow; a leading zero stands alone; a fraction or an exponent is the slow way's.
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
