extension JSONReader {
    /// Reads the current string, escapes decoded.
    public mutating func readString() throws(JSONError) -> String {
        string(of: try readStringText())
    }

    /// Skips the current string.
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

    /// Writes the decoded bytes, never more than the text has, and returns their number.
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

    /// Decodes an escape sequence that is known to be valid; returns its scalar and the index after it.
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

/// A string's bytes between its quotes.
struct JSONStringText {
    let start: Int
    let end: Int
    let hasEscapes: Bool
}

extension JSONReader {
    /// Skips the current string, whose opening quote was seen, and validates it (RFC 8259 §7).
    @inline(__always) mutating func scanString() throws(JSONError) -> JSONStringText {
        let start = position + 1
        let end = endOfPlainText(from: start)
        guard byte(at: end) == UInt8(ascii: "\"") else { return try scanRest(of: start, from: end) }
        position = end + 1
        return JSONStringText(start: start, end: end, hasEscapes: false)
    }

    /// The first byte that is not a plain ASCII character of a string: a quote, a backslash, a control character, a byte
    /// of a longer UTF-8 sequence, or the end.
    @inline(__always) private func endOfPlainText(from start: Int) -> Int {
        var index = start
        let ones: UInt64 = 0x0101_0101_0101_0101
        let high: UInt64 = 0x8080_8080_8080_8080
        while index + 8 <= count {
            let word = UInt64(littleEndian: UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self))
            let quote = word ^ (ones &* 0x22)
            let backslash = word ^ (ones &* 0x5C)
            // The lowest high bit set in each term marks the first byte that is 0, 0, or below 0x20.
            let found =
                ((quote &- ones) & ~quote) | ((backslash &- ones) & ~backslash) | ((word &- (ones &* 0x20)) & ~word)
                | word
            if found & high != 0 { return index + (found & high).trailingZeroBitCount / 8 }
            index += 8
        }
        while index < count {
            let byte = base[index]
            if byte < 0x20 || byte >= 0x80 || byte == 0x22 || byte == 0x5C { break }
            index += 1
        }
        return index
    }

    @inline(never) private mutating func scanRest(of start: Int, from first: Int) throws(JSONError) -> JSONStringText {
        var index = first
        var hasEscapes = false
        while index < count {
            switch base[index] {
            case UInt8(ascii: "\""):
                position = index + 1
                return JSONStringText(start: start, end: index, hasEscapes: hasEscapes)
            case UInt8(ascii: "\\"):
                hasEscapes = true
                index = try endOfEscape(at: index)
            case 0x80...:
                index = try endOfSequences(at: index)
            case 0..<0x20:
                throw JSONError(.controlCharacter, offset: index)
            default:
                index = endOfPlainText(from: index)
            }
        }
        throw JSONError(.unexpectedEnd, offset: count)
    }

    /// The byte after the escape sequence that begins here.
    private func endOfEscape(at backslash: Int) throws(JSONError) -> Int {
        guard backslash + 1 < count else { throw JSONError(.unexpectedEnd, offset: count) }
        switch base[backslash + 1] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            return backslash + 2
        case UInt8(ascii: "u"):
            let unit = try codeUnit(at: backslash)
            guard unit & 0xF800 == 0xD800 else { return backslash + 6 }
            guard unit < 0xDC00, byte(at: backslash + 6) == UInt8(ascii: "\\"),
                byte(at: backslash + 7) == UInt8(ascii: "u"),
                try codeUnit(at: backslash + 6) & 0xFC00 == 0xDC00
            else { throw JSONError(.loneSurrogate, offset: backslash) }
            return backslash + 12
        default:
            throw JSONError(.invalidEscape, offset: backslash)
        }
    }

    /// The value of the four hexadecimal digits after `\u`.
    private func codeUnit(at backslash: Int) throws(JSONError) -> UInt32 {
        var unit: UInt32 = 0
        for index in backslash + 2..<backslash + 6 {
            guard index < count else { throw JSONError(.unexpectedEnd, offset: count) }
            guard let digit = hexadecimalValue(base[index]) else {
                throw JSONError(.invalidEscape, offset: backslash)
            }
            unit = unit << 4 | digit
        }
        return unit
    }

    private func hexadecimalValue(_ byte: UInt8) -> UInt32? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
        default: nil
        }
    }

    /// The first ASCII byte after the UTF-8 sequences that begin here (RFC 3629 §4: no overlong forms, no surrogates,
    /// nothing above U+10FFFF).
    private func endOfSequences(at start: Int) throws(JSONError) -> Int {
        var index = start
        while index < count, base[index] >= 0x80 {
            let length: Int
            let second: ClosedRange<UInt8>
            switch base[index] {
            case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
            case 0xE0: (length, second) = (3, 0xA0...0xBF)
            case 0xED: (length, second) = (3, 0x80...0x9F)
            case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
            case 0xF0: (length, second) = (4, 0x90...0xBF)
            case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
            case 0xF4: (length, second) = (4, 0x80...0x8F)
            default: throw JSONError(.invalidUTF8, offset: index)
            }
            guard second.contains(byte(at: index + 1)),
                length < 3 || byte(at: index + 2) & 0xC0 == 0x80,
                length < 4 || byte(at: index + 3) & 0xC0 == 0x80
            else { throw JSONError(.invalidUTF8, offset: index) }
            index += length
        }
        return index
    }
}
