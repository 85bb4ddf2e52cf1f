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

    /// Ends the digits: the last of them stands for this power of ten.
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
