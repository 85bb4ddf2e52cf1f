/// The name of the member at hand, escapes decoded; valid until the next call on the reader that gave it.
public struct JSONKey {
    @usableFromInline let start: UnsafePointer<UInt8>
    @usableFromInline let count: Int

    init(start: UnsafePointer<UInt8>, count: Int) {
        self.start = start
        self.count = count
    }

    /// A copy of the name.
    public var string: String {
        String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }

    /// Whether the name is, byte for byte, the pattern: names are compared by code unit (RFC 8259 §8.3).
    @inlinable public static func ~= (pattern: StaticString, key: JSONKey) -> Bool {
        pattern.utf8CodeUnitCount == key.count && key.hasBytes(of: pattern)
    }

    /// Compares eight bytes at a time, the last word overlapping the one before: for a literal pattern the compiler
    /// turns this into a few comparisons with constants.
    @inlinable func hasBytes(of pattern: StaticString) -> Bool {
        pattern.withUTF8Buffer { pattern in
            guard let expected = UnsafeRawPointer(pattern.baseAddress) else { return true }
            let found = UnsafeRawPointer(start)
            guard count >= 8 else {
                for index in 0..<count where start[index] != pattern[index] { return false }
                return true
            }
            var index = 0
            while index + 8 <= count {
                guard wordsEqual(found + index, expected + index) else { return false }
                index += 8
            }
            return wordsEqual(found + (count - 8), expected + (count - 8))
        }
    }

    @inlinable func wordsEqual(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer) -> Bool {
        left.loadUnaligned(as: UInt64.self) == right.loadUnaligned(as: UInt64.self)
    }
}
