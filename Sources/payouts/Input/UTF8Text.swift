/// Finds what keeps bytes from being UTF-8 text (RFC 3629 §4).
enum UTF8Text {
    /// The first byte, from an offset on, that is no part of a scalar, or is NUL.
    static func firstInvalidOffset(in bytes: [UInt8], from start: Int = 0) -> Int? {
        bytes.withUnsafeBytes { buffer in
            var index = start
            while index < buffer.count {
                if index + 8 <= buffer.count,
                    isASCII(buffer.loadUnaligned(fromByteOffset: index, as: UInt64.self))
                {
                    index += 8
                } else if let length = scalarLength(buffer, index) {
                    index += length
                } else {
                    return index
                }
            }
            return nil
        }
    }

    /// Whether none of eight bytes is above 0x7F or 0.
    private static func isASCII(_ word: UInt64) -> Bool {
        // A byte that is 0 borrows from the highest bit of its place.
        (word | (word &- 0x0101_0101_0101_0101)) & 0x8080_8080_8080_8080 == 0
    }

    private static func scalarLength(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> Int? {
        func isTail(_ offset: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
            index + offset < bytes.count && range ~= bytes[index + offset]
        }
        switch bytes[index] {
        case 0x01...0x7F: return 1
        case 0xC2...0xDF: return isTail(1) ? 2 : nil
        case 0xE0: return isTail(1, 0xA0...0xBF) && isTail(2) ? 3 : nil
        case 0xED: return isTail(1, 0x80...0x9F) && isTail(2) ? 3 : nil
        case 0xE1...0xEF: return isTail(1) && isTail(2) ? 3 : nil
        case 0xF0: return isTail(1, 0x90...0xBF) && isTail(2) && isTail(3) ? 4 : nil
        case 0xF1...0xF3: return isTail(1) && isTail(2) && isTail(3) ? 4 : nil
        case 0xF4: return isTail(1, 0x80...0x8F) && isTail(2) && isTail(3) ? 4 : nil
        default: return nil
        }
    }
}
