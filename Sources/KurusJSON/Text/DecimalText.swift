#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// An amount written as a string, `"20.5"`, and read from a string or a number.
public struct DecimalText: Hashable, Sendable, JSONReadable, JSONWritable {
    /// The amount.
    public var value: Decimal

    /// The amount, to be written as a string.
    public init(_ value: Decimal) {
        self.value = value
    }

    public init(from reader: inout JSONReader) throws(JSONError) {
        value = try reader.readDecimal()
    }

    public func write(to writer: inout JSONWriter) {
        writer.quotedDecimal(value)
    }

    /// A plain number, never with an exponent.
    static func text(of value: Decimal) -> String {
        var writer = JSONWriter(isRedacting: false)
        writer.decimal(value)
        return writer.text
    }
}

extension Decimal: JSONReadable, JSONWritable {
    public init(from reader: inout JSONReader) throws(JSONError) {
        self = try reader.readDecimal()
    }

    /// Writes a plain number: every digit, never an exponent. A Decimal that is not a number is written as null.
    public func write(to writer: inout JSONWriter) {
        writer.decimal(self)
    }
}

/// Reads a Decimal's significand.
///
/// Foundation exposes the significand only as text, which takes a hundred times as long. A Decimal's memory layout is
/// the same on all platforms (four bytes of exponent and flags, then 16 of significand, lowest first). The layout is
/// checked once; where it differs, the text is used.
enum DecimalLayout {
    /// The significand as an integer, nil when the layout is not as expected.
    static func significand(of value: Decimal) -> UInt128? {
        isKnown ? read(value) : nil
    }

    private static func read(_ value: Decimal) -> UInt128 {
        withUnsafeBytes(of: value) { bytes in
            var words = (0 as UInt64, 0 as UInt64)
            withUnsafeMutableBytes(of: &words) { $0.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[4..<20])) }
            return UInt128(UInt64(littleEndian: words.1)) << 64 | UInt128(UInt64(littleEndian: words.0))
        }
    }

    private static let isKnown: Bool = {
        guard MemoryLayout<Decimal>.size == 20 else { return false }
        let low: UInt64 = 0x0123_4567_89AB_CDEF
        let small = Decimal(low)
        let large = Decimal(low) * Decimal(low)
        let product = UInt128(low) * UInt128(low)
        return read(small) == UInt128(low) && read(large) == product && read(Decimal(-7)) == 7
    }()
}
