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
}
