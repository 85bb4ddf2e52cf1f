package import SourceText
package import SpecDiagnostics

/// A piece of a source file to be read as JSON.
package struct JSONText: Sendable {
    package let file: SourceFile
    /// The bytes of the piece, as many as in the file: a space replaces the `>` of a quote.
    package let bytes: [UInt8]
    /// The offset in the file at which the piece begins.
    package let start: Int

    /// Takes a whole file.
    package init(file: SourceFile) {
        self.init(file: file, bytes: file.bytes, start: 0)
    }

    package init(file: SourceFile, bytes: [UInt8], start: Int) {
        self.file = file
        self.bytes = bytes
        self.start = start
    }

    /// Returns the location in the file of an offset in the piece.
    package func location(of offset: Int) -> SourceLocation {
        SourceLocation(file: file, offset: start + offset)
    }
}

extension JSONText {
    /// The same text with spaces where it has comments of JavaScript or commas behind a last value, and the offset of the
    /// first of them; nil where it has none.
    package func withoutComments() -> (text: JSONText, first: Int)? {
        var plain = bytes
        var first: Int?
        var comma: Int?
        func isOpening(_ index: Int, _ second: Character) -> Bool {
            bytes[index] == UInt8(ascii: "/") && index + 1 < bytes.count
                && bytes[index + 1] == second.asciiValue
        }
        func blank(_ range: Range<Int>) {
            first = min(first ?? range.lowerBound, range.lowerBound)
            for index in range where !bytes[index].isBreak { plain[index] = .space }
        }
        var index = 0
        while index < bytes.count {
            var end = index + 1
            if bytes[index] == UInt8(ascii: "\"") {
                end = endOfString(at: index)
                comma = nil
            } else if isOpening(index, "/") {
                end = bytes[index...].firstIndex(where: \.isBreak) ?? bytes.count
                blank(index..<end)
            } else if isOpening(index, "*") {
                end = endOfComment(at: index)
                blank(index..<end)
            } else if bytes[index] == UInt8(ascii: ",") {
                comma = index
            } else if bytes[index] == UInt8(ascii: "}") || bytes[index] == UInt8(ascii: "]") {
                if let comma { blank(comma..<comma + 1) }
                comma = nil
            } else if !bytes[index].isBlank, !bytes[index].isBreak {
                comma = nil
            }
            index = end
        }
        return first.map { (JSONText(file: file, bytes: plain, start: start), $0) }
    }

    /// The offset behind a string that begins with the quote there.
    package func endOfString(at quote: Int) -> Int {
        var index = quote + 1
        while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
            index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        return min(index + 1, bytes.count)
    }

    private func endOfComment(at start: Int) -> Int {
        var index = start + 2
        while index + 1 < bytes.count, bytes[index] != UInt8(ascii: "*") || bytes[index + 1] != UInt8(ascii: "/") {
            index += 1
        }
        return min(index + 2, bytes.count)
    }
}

extension JSONNode {
    /// Returns the location of a byte of a string's text (UTF-8, counted from 0 after the opening quote), with escapes
    /// in the source taken into account; nil when a string does not begin at the location.
    package func location(inString offset: Int) -> SourceLocation? {
        let bytes = location.file.bytes
        guard case .string = content, bytes.indices.contains(location.offset) else { return nil }
        var position = location.offset + 1
        var decoded = 0
        while decoded < offset, position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
            let step = Self.step(at: position, in: bytes)
            decoded += step.decoded
            position += step.written
        }
        return SourceLocation(file: location.file, offset: min(position, bytes.count))
    }

    /// Returns the bytes that one character of a string, or one byte of it, takes in the source and when decoded.
    private static func step(at position: Int, in bytes: [UInt8]) -> (written: Int, decoded: Int) {
        guard bytes[position] == UInt8(ascii: "\\") else { return (1, 1) }
        guard position + 5 < bytes.count, bytes[position + 1] == UInt8(ascii: "u") else { return (2, 1) }
        let digits = String(decoding: bytes[position + 2..<position + 6], as: UTF8.self)
        switch UInt16(digits, radix: 16) ?? 0 {
        case 0..<0x80: return (6, 1)
        case 0x80..<0x800: return (6, 2)
        case 0xD800..<0xDC00: return (12, 4)
        default: return (6, 3)
        }
    }
}

/// An OpenAPI document and its origin: a `.json` file, or a fenced block of a page.
package struct PageDocument: Sendable {
    package let file: SourceFile
    /// The document's object; every location in it is in `file`, or in the overlay that put it there.
    package var root: JSONNode

    package init(file: SourceFile, root: JSONNode) {
        self.file = file
        self.root = root
    }

    /// Whether this is no OpenAPI document, but values for others to refer to.
    package var isFragment: Bool {
        root["openapi"] == nil && root["swagger"] == nil
    }
}
