#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Reads a Decimal's significand.
///
/// Foundation offers no way to it but the text, which takes a hundred times as long. The memory of a Decimal is the
/// same on all platforms (four bytes of exponent and flags, then 16 of significand, lowest first); whether it is so
/// here is checked once, and where it is not, the text is used.
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
