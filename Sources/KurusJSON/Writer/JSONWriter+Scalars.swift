#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

extension JSONWriter {
    /// Writes `null`.
    public mutating func null() {
        writeText("null")
    }

    /// Writes `true` or `false`.
    public mutating func boolean(_ value: Bool) {
        writeText(value ? "true" : "false")
    }

    /// Writes a number as the text is. A text that is no JSON number (RFC 8259 §6) is null in a whole value, and an error
    /// in a message.
    public mutating func number(lexeme: String) {
        guard JSONNumber(text: lexeme) != nil else { return unwritable(.notFinite) }
        writeRaw(lexeme)
    }

    /// Writes an integer.
    public mutating func integer(_ value: Int64) {
        if value < 0 { buffer.append(UInt8(ascii: "-")) }
        writeDigits(value.magnitude)
    }

    /// Writes an integer.
    public mutating func integer(_ value: UInt64) {
        writeDigits(value)
    }

    /// Writes the shortest text that reads back as the same value. JSON has no infinity and no NaN: they are null in
    /// a whole value, and an error in a message.
    public mutating func double(_ value: Double) {
        guard value.isFinite else { return unwritable(.notFinite) }
        writeRaw(JSONNumber.text(of: value.description))
    }

    /// Writes the shortest text that reads back as the same value. JSON has no infinity and no NaN: they are null in
    /// a whole value, and an error in a message.
    public mutating func float(_ value: Float) {
        guard value.isFinite else { return unwritable(.notFinite) }
        writeRaw(JSONNumber.text(of: value.description))
    }

    private mutating func writeText(_ text: StaticString) {
        text.withUTF8Buffer { buffer.append($0) }
    }

    /// Writes text that needs no escapes and no quotes.
    mutating func writeRaw(_ text: String) {
        var text = text
        text.withUTF8 { buffer.append($0) }
    }

    /// Writes decimal digits, from the last to the first.
    private mutating func writeDigits(_ value: UInt64) {
        let length = decimalLength(of: value)
        let place = buffer.reserve(length)
        var rest = value
        var index = length
        repeat {
            index -= 1
            place[index] = UInt8(truncatingIfNeeded: rest % 10) + 0x30
            rest /= 10
        } while index > 0
        buffer.commit(length)
    }

    private func decimalLength(of value: UInt64) -> Int {
        var length = 1
        var bound: UInt64 = 10
        while value >= bound {
            length += 1
            let (next, overflow) = bound.multipliedReportingOverflow(by: 10)
            if overflow { break }
            bound = next
        }
        return length
    }
}

extension JSONWriter {
    /// Writes every digit of the value, never an exponent. A Decimal that is not a number is null in a whole value, and an
    /// error in a message.
    public mutating func decimal(_ value: Decimal) {
        guard !value.isNaN else { return unwritable(.notFinite) }
        guard let significand = DecimalLayout.significand(of: value) else {
            return writeRaw(value.description)
        }
        if value.isSignMinus, significand != 0 { buffer.append(UInt8(ascii: "-")) }
        if significand == 0 {
            buffer.append(UInt8(ascii: "0"))
        } else {
            writeDigits(of: significand, exponent: value.exponent)
        }
    }

    /// Writes the value as a string.
    public mutating func quotedDecimal(_ value: Decimal) {
        guard !value.isNaN else { return unwritable(.notFinite) }
        buffer.append(UInt8(ascii: "\""))
        decimal(value)
        buffer.append(UInt8(ascii: "\""))
    }

    private mutating func writeDigits(of significand: UInt128, exponent: Int) {
        var significand = significand
        var exponent = exponent
        while exponent < 0, significand % 10 == 0 {
            significand /= 10
            exponent += 1
        }
        let start = buffer.count
        if let small = UInt64(exactly: significand) {
            writeDigits(small)
        } else {
            let (high, low) = significand.quotientAndRemainder(dividingBy: 10_000_000_000_000_000_000)
            writeRaw("\(high)")
            let digits = "\(low)"
            for _ in digits.utf8.count..<19 { buffer.append(UInt8(ascii: "0")) }
            writeRaw(digits)
        }
        if exponent > 0 {
            for _ in 0..<exponent { buffer.append(UInt8(ascii: "0")) }
        } else if exponent < 0 {
            placePoint(-exponent, from: start)
        }
    }

    /// Puts the point before the last digits, and zeros before them where there are too few.
    private mutating func placePoint(_ fractionLength: Int, from start: Int) {
        let length = buffer.count - start
        if length <= fractionLength {
            let zeros = [UInt8](repeating: UInt8(ascii: "0"), count: fractionLength - length)
            buffer.insert([UInt8(ascii: "0"), UInt8(ascii: ".")] + zeros, at: start)
        } else {
            buffer.insert([UInt8(ascii: ".")], at: buffer.count - fractionLength)
        }
    }
}
