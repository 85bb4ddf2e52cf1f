extension JSONReader {
    /// Reads the string at hand, escapes decoded.
    public mutating func readString() throws(JSONError) -> String {
        string(of: try readStringText())
    }

    /// Passes over the string at hand.
    @inline(__always) mutating func readStringText() throws(JSONError) -> JSONStringText {
        skipWhitespace()
        guard byte == UInt8(ascii: "\"") else { throw mismatch(.string) }
        let text = try scanString()
        expectsValue = false
        return text
    }

    /// The string that was scanned.
    @inline(__always) func string(of text: JSONStringText) -> String {
        if text.hasEscapes { return decodedString(of: text) }
        return String(decoding: bytes(of: text), as: UTF8.self)
    }

    @inline(__always) func bytes(of text: JSONStringText) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: base + text.start, count: text.end - text.start)
    }

    @inline(never) private func decodedString(of text: JSONStringText) -> String {
        String(unsafeUninitializedCapacity: text.end - text.start) { buffer in
            guard let target = buffer.baseAddress else { return 0 }
            return unescape(text, into: target)
        }
    }

    /// Writes the decoded bytes, never more than the text has, and gives their number.
    func unescape(_ text: JSONStringText, into target: UnsafeMutablePointer<UInt8>) -> Int {
        var read = text.start
        var written = 0
        while read < text.end {
            let byte = base[read]
            if byte == UInt8(ascii: "\\") {
                let scalar: UInt32
                (scalar, read) = escapedScalar(at: read)
                written += encode(scalar, into: target + written)
            } else {
                target[written] = byte
                written += 1
                read += 1
            }
        }
        return written
    }

    /// The scalar that an escape sequence, known to be valid, stands for, and the byte after it.
    private func escapedScalar(at backslash: Int) -> (UInt32, Int) {
        switch base[backslash + 1] {
        case UInt8(ascii: "b"): return (0x08, backslash + 2)
        case UInt8(ascii: "f"): return (0x0C, backslash + 2)
        case UInt8(ascii: "n"): return (0x0A, backslash + 2)
        case UInt8(ascii: "r"): return (0x0D, backslash + 2)
        case UInt8(ascii: "t"): return (0x09, backslash + 2)
        case UInt8(ascii: "u"): break
        case let plain: return (UInt32(plain), backslash + 2)
        }
        let unit = knownCodeUnit(at: backslash)
        guard unit & 0xFC00 == 0xD800 else { return (unit, backslash + 6) }
        let low = knownCodeUnit(at: backslash + 6)
        return (0x10000 + (unit & 0x3FF) << 10 + (low & 0x3FF), backslash + 12)
    }

    private func knownCodeUnit(at backslash: Int) -> UInt32 {
        var unit: UInt32 = 0
        for index in backslash + 2..<backslash + 6 {
            let byte = UInt32(base[index])
            // Digits are 0x30 to 0x39; letters of both cases have 0x40 set and their value less 9 in the low bits.
            unit = unit << 4 | (byte & 0xF) + (byte >> 6) * 9
        }
        return unit
    }

    /// UTF-8 (RFC 3629 §3).
    private func encode(_ scalar: UInt32, into target: UnsafeMutablePointer<UInt8>) -> Int {
        func tail(_ shift: UInt32) -> UInt8 { UInt8(0x80 | (scalar >> shift) & 0x3F) }
        switch scalar {
        case ..<0x80:
            target[0] = UInt8(scalar)
            return 1
        case ..<0x800:
            target[0] = UInt8(0xC0 | scalar >> 6)
            target[1] = tail(0)
            return 2
        case ..<0x10000:
            target[0] = UInt8(0xE0 | scalar >> 12)
            target[1] = tail(6)
            target[2] = tail(0)
            return 3
        default:
            target[0] = UInt8(0xF0 | scalar >> 18)
            target[1] = tail(12)
            target[2] = tail(6)
            target[3] = tail(0)
            return 4
        }
    }
}
