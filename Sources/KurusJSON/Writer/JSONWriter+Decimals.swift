#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

extension JSONWriter {
    /// Writes every digit of the value, never an exponent. A Decimal that is not a number is written as null.
    public mutating func decimal(_ value: Decimal) {
        guard !value.isNaN else { return null() }
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
        guard !value.isNaN else { return null() }
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
