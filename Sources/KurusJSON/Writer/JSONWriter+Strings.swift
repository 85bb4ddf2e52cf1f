extension JSONWriter {
    /// Writes a string, masked when the writer redacts.
    public mutating func string(_ value: String) {
        if isRedacting {
            writeQuoted(Redaction.masked(value))
        } else {
            writeQuoted(value)
        }
    }

    @inline(__always) mutating func writeQuoted(_ value: String) {
        if value.utf8.withContiguousStorageIfAvailable({ writeQuoted($0) }) == nil {
            var copy = value
            copy.withUTF8 { writeQuoted($0) }
        }
    }

    /// Writes quotes around the bytes, which are UTF-8, with the escapes that RFC 8259 §7 requires.
    mutating func writeQuoted(_ bytes: UnsafeBufferPointer<UInt8>) {
        // Room for the quotes, and for whole words to be written past the end.
        let place = buffer.reserve(bytes.count + 10)
        place[0] = UInt8(ascii: "\"")
        let plain = bytes.baseAddress.map { copyPlain($0, bytes.count, to: place + 1) } ?? 0
        if plain == bytes.count {
            place[plain + 1] = UInt8(ascii: "\"")
            buffer.commit(plain + 2)
        } else {
            buffer.commit(plain + 1)
            writeEscaped(UnsafeBufferPointer(rebasing: bytes[plain...]))
        }
    }

    /// Copies bytes up to the first that must be escaped, and returns their number. May write up to 7 bytes beyond.
    @inline(__always) private func copyPlain(
        _ source: UnsafePointer<UInt8>, _ count: Int, to target: UnsafeMutablePointer<UInt8>
    ) -> Int {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let high: UInt64 = 0x8080_8080_8080_8080
        var index = 0
        while index + 8 <= count {
            let stored = UnsafeRawPointer(source + index).loadUnaligned(as: UInt64.self)
            UnsafeMutableRawPointer(target + index).storeBytes(of: stored, as: UInt64.self)
            let word = UInt64(littleEndian: stored)
            let quote = word ^ (ones &* 0x22)
            let backslash = word ^ (ones &* 0x5C)
            let found =
                ((quote &- ones) & ~quote) | ((backslash &- ones) & ~backslash) | ((word &- (ones &* 0x20)) & ~word)
            if found & high != 0 { return index + (found & high).trailingZeroBitCount / 8 }
            index += 8
        }
        while index < count {
            let byte = source[index]
            if byte < 0x20 || byte == 0x22 || byte == 0x5C { break }
            target[index] = byte
            index += 1
        }
        return index
    }

    @inline(never) private mutating func writeEscaped(_ bytes: UnsafeBufferPointer<UInt8>) {
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): writeEscape(byte)
            case 0x08: writeEscape(UInt8(ascii: "b"))
            case 0x09: writeEscape(UInt8(ascii: "t"))
            case 0x0A: writeEscape(UInt8(ascii: "n"))
            case 0x0C: writeEscape(UInt8(ascii: "f"))
            case 0x0D: writeEscape(UInt8(ascii: "r"))
            case ..<0x20:
                for digit: UInt8 in [0x5C, UInt8(ascii: "u"), 0x30, 0x30, 0x30 + byte >> 4, hexadecimal(byte & 0xF)] {
                    buffer.append(digit)
                }
            default: buffer.append(byte)
            }
        }
        buffer.append(UInt8(ascii: "\""))
    }

    private mutating func writeEscape(_ byte: UInt8) {
        buffer.append(UInt8(ascii: "\\"))
        buffer.append(byte)
    }

    private func hexadecimal(_ digit: UInt8) -> UInt8 {
        digit < 10 ? 0x30 + digit : UInt8(ascii: "a") + digit - 10
    }
}
