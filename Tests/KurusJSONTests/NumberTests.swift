import KurusJSON
import Testing

@Suite struct NumberTests {
    private func read<T: JSONReadable>(_ text: String, as type: T.Type) throws -> T {
        try JSONReader.read(type, from: Array(text.utf8))
    }

    private func text<T: JSONWritable>(of value: T) -> String {
        String(decoding: JSONWriter.bytes(of: value), as: UTF8.self)
    }

    @Test(arguments: [
        ("0", 0), ("-0", 0), ("1", 1), ("-1", -1), ("1234567890123456789", 1_234_567_890_123_456_789),
        ("9223372036854775807", Int64.max), ("-9223372036854775808", .min), ("1.0", 1), ("-12.000", -12),
        ("1e2", 100), ("1E+2", 100), ("12.5e1", 125), ("100e-2", 1), ("922337203685477580.7e1", .max),
        ("0e999999999999999999999", 0), ("0.0", 0), (" 7\n", 7), ("1000000000000000000000e-18", 1000),
    ])
    func readsIntegers(written: String, value: Int64) throws {
        #expect(try read(written, as: Int64.self) == value)
        #expect(try read(text(of: value), as: Int64.self) == value)
    }

    @Test(arguments: [
        "9223372036854775808", "-9223372036854775809", "18446744073709551616", "99999999999999999999", "0.5", "1.01",
        "1e-1", "1e19", "1e400", "1e-99999999999999999999", "123456789012345678901234567890123456789012345",
    ])
    func refusesIntegersThatDoNotFit(written: String) {
        let error = #expect(throws: JSONError.self) { try read(written, as: Int64.self) }
        guard case .notRepresentable? = error?.problem, error?.offset == 0 else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test(arguments: [(255, true), (256, false), (-1, false), (0, true)])
    func keepsToTheRangeOfSmallUnsignedIntegers(value: Int, fits: Bool) {
        #expect((try? read("\(value)", as: UInt8.self)) == (fits ? UInt8(value) : nil))
    }

    @Test(arguments: [(127, true), (128, false), (-128, true), (-129, false)])
    func keepsToTheRangeOfSmallSignedIntegers(value: Int, fits: Bool) {
        #expect((try? read("\(value)", as: Int8.self)) == (fits ? Int8(value) : nil))
    }

    @Test func readsAndWritesTheBordersOfEveryType() throws {
        try roundTrip(Int8.min, Int8.max)
        try roundTrip(Int16.min, Int16.max)
        try roundTrip(Int32.min, Int32.max)
        try roundTrip(Int.min, Int.max)
        try roundTrip(UInt8.min, UInt8.max)
        try roundTrip(UInt16.min, UInt16.max)
        try roundTrip(UInt32.min, UInt32.max)
        try roundTrip(UInt64.min, UInt64.max)
        try roundTrip(UInt.min, UInt.max)
    }

    private func roundTrip<T: JSONReadable & JSONWritable & Equatable>(_ values: T...) throws {
        for value in values {
            #expect(text(of: value) == "\(value)")
            #expect(try read(text(of: value), as: T.self) == value)
        }
    }

    @Test func namesTheTypeThatCannotHoldAnInteger() {
        #expect(throws: JSONError(.notRepresentable(type: "Int32"), offset: 1, path: "/0")) {
            try read("[2147483648]", as: [Int32].self)
        }
    }

    @Test(arguments: [
        ("0", 0), ("0.1", 0.1), ("-2.5e-3", -0.0025), ("1e22", 1e22), ("1e23", 1e23),
        ("123456789.123456789", 123456789.123456789),
        ("9007199254740993", 9007199254740992), ("5e-324", .leastNonzeroMagnitude), ("2e-400", 0),
        ("1.7976931348623157e308", .greatestFiniteMagnitude),
        ("0.30000000000000004", 0.30000000000000004),
        ("179769313486231570000000000000000000000", 1.7976931348623157e38),
    ])
    func readsTheNearestDouble(written: String, value: Double) throws {
        #expect(try read(written, as: Double.self) == value)
        #expect(try read(text(of: value), as: Double.self) == value)
    }

    @Test func refusesFloatingPointNumbersBeyondTheLargest() {
        #expect(throws: JSONError(.notRepresentable(type: "Double"), offset: 0)) { try read("1e309", as: Double.self) }
        #expect(throws: JSONError(.notRepresentable(type: "Float"), offset: 0)) { try read("1e39", as: Float.self) }
    }

    /// By way of Double this would round twice, to the wrong Float.
    @Test func roundsFloatsOnce() throws {
        #expect(try read("1.00000017881393432617187499", as: Float.self) == Float("1.00000017881393432617187499"))
    }

    @Test func writesFloatingPointNumbersShortest() {
        #expect(text(of: 0.1) == "0.1")
        #expect(text(of: 5.0) == "5")
        #expect(text(of: -0.0) == "-0")
        #expect(text(of: 1e100) == "1e+100")
        #expect(text(of: Float(0.1)) == "0.1")
        #expect(text(of: Double.nan) == "null")
        #expect(text(of: -Double.infinity) == "null")
    }
}
