import Foundation
import KurusJSON
import Testing

@Suite struct DecimalTests {
    private func read(_ text: String) throws -> Decimal {
        try JSONReader.read(Decimal.self, from: Array(text.utf8))
    }

    private func text(of value: some JSONWritable) -> String {
        String(decoding: JSONWriter.bytes(of: value), as: UTF8.self)
    }

    static let nines = String(repeating: "9", count: 38)

    /// The written text, and its plain number.
    @Test(arguments: [
        ("0", "0"), ("-0", "0"), ("0.000", "0"), ("0e500", "0"), ("20.00000000", "20"), ("201.00", "201"), ("1", "1"),
        ("-1", "-1"), ("0.1", "0.1"), ("-0.05", "-0.05"), ("1111.44", "1111.44"), ("100", "100"), ("1e2", "100"),
        ("1E-2", "0.01"), ("12.34e1", "123.4"), ("123456789012345678", "123456789012345678"),
        ("1234567890123456789", "1234567890123456789"), ("12345678901234567.89", "12345678901234567.89"),
        ("18446744073709551615", "18446744073709551615"), ("18446744073709551616", "18446744073709551616"),
        ("0.1234567890123456789012345678901234567", "0.1234567890123456789012345678901234567"),
        (nines, nines), ("-0." + nines, "-0." + nines), ("1." + String(repeating: "0", count: 100), "1"),
        ("0." + String(repeating: "0", count: 100) + "1", "0." + String(repeating: "0", count: 100) + "1"),
        ("1e127", "1" + String(repeating: "0", count: 127)),
        ("1e-128", "0." + String(repeating: "0", count: 127) + "1"),
        (nines + "e127", nines + String(repeating: "0", count: 127)),
        ("\"1111.44\"", "1111.44"), ("\"-1e2\"", "-100"), ("\"\\u0031.5\"", "1.5"),
    ])
    func isExact(written: String, plain: String) throws {
        let value = try read(written)
        #expect(text(of: value) == plain)
        #expect(text(of: DecimalText(value)) == "\"\(plain)\"")
        #expect(try read(plain) == value)
        #expect(try read(plain).hashValue == value.hashValue)
        #expect(try JSONReader.read(DecimalText.self, from: Array("\"\(plain)\"".utf8)).value == value)
    }

    @Test(arguments: ["0.1", "-98765.4321", "170141183460469231731687303715884105727", "3.3", "1e-20"])
    func agreesWithFoundation(written: String) throws {
        guard written.count < 38 else { return }
        #expect(try read(written) == Decimal(string: written))
    }

    @Test(arguments: ["1" + nines, "0.1" + nines, "100000000000000000000000000000000000000.1", "1" + nines + "e-50"])
    func refusesMoreDigitsThanItHolds(written: String) {
        #expect(throws: JSONError(.tooManyDigits, offset: 0)) { try read(written) }
        #expect(throws: JSONError(.tooManyDigits, offset: 0)) { try read("\"\(written)\"") }
    }

    @Test(arguments: [
        "1e128", "100e127", "1e-129", "1.1e-128", "1e99999999999999999999999", "-1e-99999999999999999999999",
    ])
    func refusesExponentsOutOfRange(written: String) {
        #expect(throws: JSONError(.notRepresentable(type: "Decimal"), offset: 0)) { try read(written) }
    }

    @Test(arguments: [
        "\"\"", "\" 1\"", "\"1 \"", "\"1,5\"", "\"01\"", "\".5\"", "\"+1\"", "\"NaN\"", "\"1.234,56\"", "\"１\"",
    ])
    func refusesStringsThatAreNoWholeNumber(written: String) {
        #expect(throws: JSONError(.typeMismatch(expected: .number, found: .string), offset: 0)) { try read(written) }
    }

    @Test(arguments: [("01", 1), ("1.", 2), ("-", 1), ("1.5x", 3)]) func refusesBrokenNumbers(
        written: String, offset: Int
    ) {
        let error = #expect(throws: JSONError.self) { try read(written) }
        #expect(error?.offset == offset)
    }

    @Test func writesWhatIsNotANumberAsNull() {
        #expect(text(of: Decimal.nan) == "null")
        #expect(text(of: DecimalText(.nan)) == "null")
    }

    /// Decimals made by arithmetic have trailing zeros and 39 digits at most.
    @Test func writesEveryDigitOfComputedValues() throws {
        let third = Decimal(1) / Decimal(3)
        #expect(text(of: third) == "0.33333333333333333333333333333333333333")
        #expect(text(of: (Decimal(41) / 2) * 4) == "82")
        #expect(text(of: Decimal.greatestFiniteMagnitude).count == 39 + 127)
        #expect(text(of: Decimal.leastFiniteMagnitude).hasPrefix("-34028236692093846346337460743176821145"))
    }
}
