#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

extension JSONReader {
    /// Reads a number, or a string that is a number as a whole, exactly.
    ///
    /// More than 38 significant digits (zeros at both ends not counted), or an exponent that Decimal cannot hold, is an
    /// error, never a rounding.
    public mutating func readDecimal() throws(JSONError) -> Decimal {
        skipWhitespace()
        if let value = readShortDecimal() { return value }
        if byte == UInt8(ascii: "\"") {
            return try readQuoted(.number) { (reader) throws(JSONError) in try reader.readDecimal() }
        }
        let start = position
        let number = try readNumber()
        do throws(DecimalDigits.Failure) {
            return try Decimal(exactly: decimalDigits(of: number))
        } catch {
            switch error {
            case .tooManyDigits: throw JSONError(.tooManyDigits, offset: start)
            case .exponentOutOfRange: throw JSONError(.notRepresentable(type: "Decimal"), offset: start)
            }
        }
    }

    /// Most amounts: at most 18 digits, no exponent. Nil, with nothing consumed, for anything else.
    @inline(__always) private mutating func readShortDecimal() -> Decimal? {
        let isNegative = byte == UInt8(ascii: "-")
        let digits = isNegative ? position + 1 : position
        var index = digits
        var significand: UInt64 = 0
        passDigits(&index, into: &significand)
        let integerLength = index - digits
        guard integerLength > 0, integerLength == 1 || base[digits] != UInt8(ascii: "0") else { return nil }
        var fractionLength = 0
        if byte(at: index) == UInt8(ascii: ".") {
            index += 1
            let fraction = index
            passDigits(&index, into: &significand)
            fractionLength = index - fraction
            guard fractionLength > 0 else { return nil }
        }
        guard integerLength + fractionLength <= 18, !continuesNumber(at: index) else { return nil }
        position = index
        expectsValue = false
        while fractionLength > 0, significand % 10 == 0 {
            significand /= 10
            fractionLength -= 1
        }
        return Decimal(
            sign: isNegative && significand != 0 ? .minus : .plus, exponent: -fractionLength,
            significand: Decimal(significand))
    }
}

extension Decimal {
    /// The same value, or an error when the exponent is beyond Decimal's.
    init(exactly digits: DecimalDigits) throws(DecimalDigits.Failure) {
        // Decimal keeps its exponent in an Int8, and its significand without trailing zeros.
        guard -128...127 ~= digits.exponent else { throw .exponentOutOfRange }
        let (high, low) = digits.significand.quotientAndRemainder(dividingBy: 10_000_000_000_000_000_000)
        var value = Decimal(UInt64(low))
        if high != 0 {
            value += Decimal(UInt64(high)) * Decimal(sign: .plus, exponent: 19, significand: 1)
        }
        self.init(
            sign: digits.isNegative && digits.significand != 0 ? .minus : .plus, exponent: digits.exponent,
            significand: value)
    }
}

/// A number as an integer times a power of ten, exactly; the integer has no trailing zeros.
struct DecimalDigits {
    enum Failure: Error {
        case tooManyDigits, exponentOutOfRange
    }

    var isNegative: Bool
    /// Below 10³⁸.
    private(set) var significand: UInt128 = 0
    private(set) var exponent = 0
    private var digitCount = 0
    /// Zeros that count only if another digit follows them.
    private var heldZeros = 0

    /// How many significant digits can be held.
    static let limit = 38

    init(isNegative: Bool) {
        self.isNegative = isNegative
    }

    @inline(__always) mutating func append(_ digit: UInt8) throws(Failure) {
        if digit == 0 {
            if significand != 0 { heldZeros += 1 }
            return
        }
        digitCount += heldZeros + 1
        guard digitCount <= Self.limit else { throw .tooManyDigits }
        while heldZeros > 0 {
            significand *= 10
            heldZeros -= 1
        }
        significand = significand * 10 + UInt128(digit)
    }

    /// Ends the digits; the last one counts this power of ten.
    mutating func finish(exponent lastExponent: Int) {
        exponent = significand == 0 ? 0 : lastExponent + heldZeros
        heldZeros = 0
    }
}

extension JSONReader {
    /// The exact value of a number that was scanned.
    func decimalDigits(of number: JSONNumberText) throws(DecimalDigits.Failure) -> DecimalDigits {
        var digits = DecimalDigits(isNegative: number.isNegative)
        for index in number.digits..<number.fractionEnd where index != number.integerEnd {
            try digits.append(base[index] - UInt8(ascii: "0"))
        }
        let fractionLength = max(0, number.fractionEnd - number.integerEnd - 1)
        let exponent = exponent(of: number)
        digits.finish(exponent: exponent - fractionLength)
        guard digits.significand == 0 || abs(exponent) < Self.exponentBound else { throw .exponentOutOfRange }
        return digits
    }

    private static var exponentBound: Int { 1 << 40 }

    /// The value of the exponent part, held at the bound when it is beyond.
    private func exponent(of number: JSONNumberText) -> Int {
        guard number.end > number.fractionEnd else { return 0 }
        var index = number.fractionEnd + 1
        let isNegative = base[index] == UInt8(ascii: "-")
        if !isDigit(base[index]) { index += 1 }
        var value = 0
        while index < number.end, value < Self.exponentBound {
            value = value * 10 + Int(base[index] - UInt8(ascii: "0"))
            index += 1
        }
        value = min(value, Self.exponentBound)
        return isNegative ? -value : value
    }
}
