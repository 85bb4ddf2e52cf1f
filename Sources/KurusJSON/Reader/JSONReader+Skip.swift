extension JSONReader {
    /// Passes over the value at hand, validated as if it were read, and counts it in `skippedMembers`.
    public mutating func skip() throws(JSONError) {
        try passValue()
        skippedMembers += 1
    }

    /// Passes over the value at hand. Not recursive: nesting costs no stack.
    mutating func passValue() throws(JSONError) {
        let floor = frames.count
        while true {
            if try passOpening() { continue }
            // A value has ended: on to the next one of the arrays and objects that were opened here.
            while frames.count > floor {
                let isObject = frames.base[frames.count - 1].kind == .object
                if try isObject ? nextKey() != nil : nextElement() { break }
            }
            if !expectsValue { return }
        }
    }

    /// Passes over a scalar or an opening bracket; whether a value inside it comes next.
    @inline(__always) private mutating func passOpening() throws(JSONError) -> Bool {
        skipWhitespace()
        switch byte {
        case UInt8(ascii: "\""): _ = try readStringText()
        case UInt8(ascii: "{"): return try nextKey() != nil
        case UInt8(ascii: "["): return try nextElement()
        case UInt8(ascii: "t"), UInt8(ascii: "f"): _ = try readBoolean()
        case UInt8(ascii: "n"): try readNull()
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): _ = try readNumber()
        default: throw unexpected(at: position)
        }
        return false
    }
}
