/// A place in a text that moves on: lines and columns are counted from the last place, so that finding those of every row
/// of a long file is one pass over it.
struct TextPosition {
    private(set) var offset = 0
    /// Counted from 1; lines end with LF, CR LF or CR.
    private(set) var line = 1
    /// Counted from 1, in Unicode scalars.
    private(set) var column = 1

    /// - Parameter end: Not before the offset.
    mutating func move(to end: Int, in bytes: [UInt8]) {
        let end = min(end, bytes.count)
        while offset < end {
            let byte = bytes[offset]
            let next = offset + 1 < bytes.count ? bytes[offset + 1] : 0
            offset += 1
            if byte == 0x0A || byte == 0x0D && next != 0x0A {
                line += 1
                column = 1
            } else if byte & 0xC0 != 0x80 {
                column += 1
            }
        }
    }

    /// The place of an offset that is not before this one.
    func place(of offset: Int, in bytes: [UInt8], element: Int?) -> InputPlace {
        var position = self
        position.move(to: offset, in: bytes)
        return InputPlace(line: position.line, column: position.column, element: element)
    }
}
