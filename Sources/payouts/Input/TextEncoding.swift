import Foundation

/// Decodes a file to UTF-8 text.
struct TextEncoding {
    /// UTF-8 without a byte order mark. Where there are problems, some of it may be invalid.
    private(set) var text: [UInt8]
    /// The reason why the file is not text and cannot be read further.
    private(set) var refusal: String?
    /// The first invalid byte of a text.
    private(set) var problem: InputProblem?
    private(set) var note: String?

    init(_ bytes: consuming [UInt8], as encoding: FileEncoding?) {
        text = consume bytes
        if let problem = ForeignFile.problem(in: text) {
            refusal = problem
        } else if text.starts(with: [0xFF, 0xFE, 0, 0]) || text.starts(with: [0, 0, 0xFE, 0xFF]) {
            refusal = "the file is UTF-32; save it as UTF-8"
        } else if text.starts(with: [0xFF, 0xFE]) || text.starts(with: [0xFE, 0xFF]) {
            readUTF16(encoding)
        } else if text.starts(with: [0xEF, 0xBB, 0xBF]) {
            text.removeFirst(3)
            noteMark(of: "UTF-8", encoding == .utf8 ? nil : encoding)
            checkUTF8(encoding: .utf8)
        } else if encoding == .windows1254 {
            readWindows1254()
        } else {
            checkUTF8(encoding: encoding)
        }
    }

    /// Moves the text out, so that its reader can release memory.
    mutating func takeText() -> [UInt8] {
        defer { text = [] }
        return text
    }

    private mutating func readUTF16(_ encoding: FileEncoding?) {
        noteMark(of: "UTF-16", encoding)
        guard let decoded = UTF16Text.decoded(text.dropFirst(2), isBigEndian: text[0] == 0xFE) else {
            refusal = "the file is UTF-16 with a character that is cut off; save it as UTF-8"
            return
        }
        text = decoded
        checkUTF8(encoding: .utf8)
    }

    private mutating func noteMark(of name: String, _ encoding: FileEncoding?) {
        guard let encoding else { return }
        note = "the file is read as \(name), as its first bytes indicate, not as \(encoding.rawValue)"
    }

    private mutating func readWindows1254() {
        // Turkish text in Windows-1254 is never valid UTF-8 by chance, but UTF-8 always decodes as Windows-1254, to
        // wrong names.
        if text.contains(where: { $0 >= 0x80 }), UTF8Text.firstInvalidOffset(in: text) == nil {
            refusal = "the file is UTF-8, as its letters show; leave out --encoding windows-1254"
            return
        }
        let (decoded, undefined) = Windows1254.decoded(text)
        text = decoded
        if let undefined {
            problem = InputProblem(location(of: undefined), "a byte that is not a character of windows-1254")
        } else {
            checkUTF8(encoding: .windows1254)
        }
    }

    /// - Parameter encoding: The encoding that is known. Without one, the message proposes Windows-1254.
    private mutating func checkUTF8(encoding: FileEncoding?) {
        guard let offset = UTF8Text.firstInvalidOffset(in: text) else { return }
        if text[offset] == 0, text.prefix(64).count(where: { $0 == 0 }) * 4 >= min(64, text.count) {
            refusal = "the file looks like UTF-16 without its mark, or is not text; save it as UTF-8"
            return
        }
        problem = InputProblem(location(of: offset), text[offset] == 0 ? "a NUL character" : message(offset, encoding))
    }

    private func message(_ offset: Int, _ encoding: FileEncoding?) -> String {
        let hex = (text[offset] < 16 ? "0" : "") + String(text[offset], radix: 16, uppercase: true)
        let advice =
            encoding == nil
            ? "; if it comes from a Turkish Windows, --encoding windows-1254 reads it" : ""
        return "the byte \(hex) is not UTF-8; save the file as UTF-8 (‘CSV UTF-8’)" + advice
    }

    private func location(of offset: Int) -> InputLocation {
        TextPosition().location(of: offset, in: text, element: nil)
    }
}

/// A text encoding that `--encoding` names.
enum FileEncoding: String, CaseIterable {
    case utf8 = "utf-8"
    /// The encoding that Turkish versions of Windows call ANSI.
    case windows1254 = "windows-1254"
}

/// Validates UTF-8 (RFC 3629 §4).
enum UTF8Text {
    /// Returns the offset of the first byte that is invalid or NUL.
    static func firstInvalidOffset(in bytes: [UInt8]) -> Int? {
        bytes.withUnsafeBytes { buffer in
            var index = 0
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

    /// Whether all eight bytes are ASCII and not 0.
    private static func isASCII(_ word: UInt64) -> Bool {
        // Subtracting 1 from a zero byte sets its highest bit.
        (word | (word &- 0x0101_0101_0101_0101)) & 0x8080_8080_8080_8080 == 0
    }

    private static func scalarLength(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> Int? {
        if bytes[index] < 0x80 { return bytes[index] == 0 ? nil : 1 }
        var rest = bytes[index...].makeIterator()
        var parser = Unicode.UTF8.ForwardParser()
        guard case .valid(let scalar) = parser.parseScalar(from: &rest) else { return nil }
        return scalar.count
    }
}

/// Decodes UTF-16, which spreadsheets call ‘Unicode text’.
private enum UTF16Text {
    /// Returns the text in UTF-8; nil for an odd number of bytes or an unpaired surrogate (RFC 2781 §2.2).
    static func decoded(_ bytes: ArraySlice<UInt8>, isBigEndian: Bool) -> [UInt8]? {
        guard bytes.count.isMultiple(of: 2) else { return nil }
        let units = stride(from: bytes.startIndex, to: bytes.endIndex, by: 2).lazy.map { index in
            let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            return isBigEndian ? first << 8 | second : second << 8 | first
        }
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count / 2 + bytes.count / 16)
        let isBroken = transcode(
            units.makeIterator(), from: UTF16.self, to: UTF8.self, stoppingOnError: true, into: { text.append($0) })
        return isBroken ? nil : text
    }
}

/// Decodes the encoding that Turkish versions of Windows call ANSI.
private enum Windows1254 {
    /// The UTF-8 of each byte; empty for the few without a character.
    private static let characters: [[UInt8]] = (UInt8.min...UInt8.max).map { byte in
        let text = String(bytes: [byte], encoding: .windowsCP1254) ?? ""
        // Foundation decodes a byte without a character to a control character, U+0080 to U+009F.
        let isControl = byte >= 0x80 && text.unicodeScalars.allSatisfy { $0.properties.generalCategory == .control }
        return isControl ? [] : Array(text.utf8)
    }

    /// Returns the text in UTF-8 and the offset there of the first byte without a character.
    static func decoded(_ bytes: [UInt8]) -> (text: [UInt8], undefinedAt: Int?) {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count + bytes.count / 8)
        var undefined: Int?
        for byte in bytes {
            if byte < 0x80 {
                text.append(byte)
            } else if characters[Int(byte)].isEmpty {
                undefined = undefined ?? text.count
                text.append(UInt8(ascii: "?"))
            } else {
                text += characters[Int(byte)]
            }
        }
        return (text, undefined)
    }
}
