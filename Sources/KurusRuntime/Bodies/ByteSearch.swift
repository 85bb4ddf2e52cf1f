/// Finds a run of bytes.
enum ByteSearch {
    static func firstIndex(of pattern: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
        guard let first = pattern.first, bytes.count >= pattern.count else { return nil }
        var index = start
        while index <= bytes.count - pattern.count {
            if bytes[index] == first, isPrefix(pattern, of: bytes, at: index) { return index }
            index += 1
        }
        return nil
    }

    /// Whether the pattern stands at the index, which may lie outside of the bytes: then it does not.
    static func isPrefix(_ pattern: [UInt8], of bytes: [UInt8], at index: Int) -> Bool {
        guard index >= 0, index + pattern.count <= bytes.count else { return false }
        for offset in pattern.indices where bytes[index + offset] != pattern[offset] {
            return false
        }
        return true
    }
}
