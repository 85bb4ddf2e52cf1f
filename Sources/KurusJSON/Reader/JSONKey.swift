/// The name of the current member, escapes decoded; valid until the next call on its reader.
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

    /// Compares eight bytes at a time, the last word overlapping the one before it. For a literal pattern the compiler
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

/// Reduces names to 64 bits under a random key, so that nobody can choose many names with one fingerprint.
///
/// Equal names have equal fingerprints; of unequal ones the reader compares the bytes when the fingerprints agree.
enum JSONFingerprint {
    /// The random key, chosen once per process.
    struct Key: BitwiseCopyable {
        let first: UInt64
        let second: UInt64
    }

    static let key = Key(first: UInt64.random(in: .min ... .max), second: .random(in: .min ... .max))

    @inline(__always) static func of(_ bytes: UnsafePointer<UInt8>, count: Int, key: Key) -> UInt64 {
        let raw = UnsafeRawPointer(bytes)
        let length = UInt64(truncatingIfNeeded: count)
        if count >= 8, count <= 16 {
            // Two words that overlap in the middle.
            return mix(word(raw), word(raw + (count - 8)), length, key)
        }
        if count < 8 { return mix(shortWord(raw, count), 0, length, key) }
        return ofLong(raw, count, key)
    }

    @inline(never) private static func ofLong(_ raw: UnsafeRawPointer, _ count: Int, _ key: Key) -> UInt64 {
        var state = UInt64(truncatingIfNeeded: count)
        var index = 0
        while index + 16 < count {
            state = mix(word(raw + index), word(raw + index + 8), state, key)
            index += 16
        }
        return mix(word(raw + (count - 16)), word(raw + (count - 8)), state, key)
    }

    /// Folds the product of both words, each hidden by the key.
    @inline(__always) private static func mix(_ first: UInt64, _ second: UInt64, _ state: UInt64, _ key: Key) -> UInt64
    {
        let product = (first ^ key.first).multipliedFullWidth(
            by: second ^ key.second ^ (state &* 0x9E37_79B9_7F4A_7C15))
        return product.high ^ product.low
    }

    @inline(__always) private static func word(_ raw: UnsafeRawPointer) -> UInt64 {
        raw.loadUnaligned(as: UInt64.self)
    }

    @inline(__always) private static func shortWord(_ raw: UnsafeRawPointer, _ count: Int) -> UInt64 {
        if count >= 4 {
            let low = UInt64(raw.loadUnaligned(as: UInt32.self))
            let high = UInt64((raw + (count - 4)).loadUnaligned(as: UInt32.self))
            return low | high << 32
        }
        var word: UInt64 = 0
        for index in 0..<count {
            word = word << 8 | UInt64(raw.load(fromByteOffset: index, as: UInt8.self))
        }
        return word
    }
}
