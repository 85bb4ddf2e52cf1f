/// The bytes of a file as UTF-8 text.
struct TextEncoding {
    /// In UTF-8, without a byte order mark. Where there are problems, not all of it need be UTF-8.
    private(set) var text: [UInt8]
    /// What keeps the file from being text: nothing more can be found in it.
    private(set) var refusal: String?
    /// The first byte of a text that is none.
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

    /// The text, of which nothing is left here: who reads it can let go of its beginning.
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
        note = "the file is read as \(name), as its first bytes say, not as \(encoding.rawValue)"
    }

    private mutating func readWindows1254() {
        // No Turkish text is UTF-8 by chance, but each text in UTF-8 is some text in Windows-1254: with wrong names.
        if text.contains(where: { $0 >= 0x80 }), UTF8Text.firstInvalidOffset(in: text) == nil {
            refusal = "the file is UTF-8, as its letters show; leave out --encoding windows-1254"
            return
        }
        let (decoded, undefined) = Windows1254.decoded(text)
        text = decoded
        if let undefined {
            problem = InputProblem(place(of: undefined), "a byte that is no character of windows-1254")
        } else {
            checkUTF8(encoding: .windows1254)
        }
    }

    /// - Parameter encoding: The one that is known; where none is, another one is proposed.
    private mutating func checkUTF8(encoding: FileEncoding?) {
        guard let offset = UTF8Text.firstInvalidOffset(in: text) else { return }
        if text[offset] == 0, text.prefix(64).count(where: { $0 == 0 }) * 4 >= min(64, text.count) {
            refusal = "the file looks like UTF-16 without its mark, or is no text at all; save it as UTF-8"
            return
        }
        problem = InputProblem(place(of: offset), text[offset] == 0 ? "a NUL character" : message(offset, encoding))
    }

    private func message(_ offset: Int, _ encoding: FileEncoding?) -> String {
        let hex = (text[offset] < 16 ? "0" : "") + String(text[offset], radix: 16, uppercase: true)
        let advice =
            encoding == nil
            ? "; if it comes from a Turkish Windows, --encoding windows-1254 reads it" : ""
        return "the byte \(hex) is not UTF-8; save the file as UTF-8 (‘CSV UTF-8’)" + advice
    }

    private func place(of offset: Int) -> InputPlace {
        TextPosition().place(of: offset, in: text, element: nil)
    }
}
