extension JSONReader {
    /// Reads `true` or `false`.
    public mutating func readBoolean() throws(JSONError) -> Bool {
        skipWhitespace()
        switch byte {
        case UInt8(ascii: "t"):
            try passLiteral("true")
            return true
        case UInt8(ascii: "f"):
            try passLiteral("false")
            return false
        case UInt8(ascii: "\"") where options.lenientScalars:
            return try readQuoted(.boolean) { (reader) throws(JSONError) in try reader.readBoolean() }
        default:
            throw mismatch(.boolean)
        }
    }

    /// Reads `null`.
    public mutating func readNull() throws(JSONError) {
        skipWhitespace()
        guard byte == UInt8(ascii: "n") else { throw mismatch(.null) }
        try passLiteral("null")
    }

    /// Reads `null` if it is the current value. Returns false, with nothing consumed, for any other value.
    public mutating func readNullIfPresent() throws(JSONError) -> Bool {
        skipWhitespace()
        guard byte == UInt8(ascii: "n") else { return false }
        try passLiteral("null")
        return true
    }

    /// False when the current value is certainly not null; one byte decides the usual case.
    @inlinable var mayStartNull: Bool {
        guard position < count else { return true }
        return base[position] == UInt8(ascii: "n") || base[position] <= 0x20
    }

    /// Skips a literal name (RFC 8259 §3) whose first byte was seen.
    private mutating func passLiteral(_ literal: StaticString) throws(JSONError) {
        let start = position
        for index in 1..<literal.utf8CodeUnitCount where byte(at: start + index) != literal.utf8Start[index] {
            throw unexpected(at: start + index)
        }
        position = start + literal.utf8CodeUnitCount
        expectsValue = false
    }

    /// Reads the current string, and the whole of its content as a value without quotes.
    mutating func readQuoted<R>(
        _ expected: JSONKind, _ read: (inout JSONReader) throws(JSONError) -> R
    ) throws(JSONError) -> R {
        let start = position
        let content = try readString()
        do throws(JSONError) {
            let value = try content.withReader(options) { (reader) throws(JSONError) in
                guard let first = reader.firstByte, JSONKind(firstByte: first) == expected else {
                    throw reader.unexpected(at: 0)
                }
                return try read(&reader)
            }
            // In a query everything is text, so a number is as likely as a string.
            if !options.lenientScalars { approximations += 1 }
            return value
        } catch {
            // A problem inside the quotes is reported for the whole string.
            if case .notRepresentable = error.problem { throw JSONError(error.problem, offset: start) }
            if case .tooManyDigits = error.problem { throw JSONError(error.problem, offset: start) }
            throw JSONError(.typeMismatch(expected: expected, found: .string), offset: start)
        }
    }
}

extension String {
    /// Calls the body with a reader of the text's bytes, all of which it must read.
    func withReader<R>(
        _ options: JSONReaderOptions = JSONReaderOptions(), _ body: (inout JSONReader) throws(JSONError) -> R
    ) throws(JSONError) -> R {
        let bytes = Array(utf8)
        return try bytes.withUnsafeBufferPointer { (bytes) throws(JSONError) -> R in
            guard let base = bytes.baseAddress else { throw JSONError(.unexpectedEnd, offset: 0) }
            var reader = JSONReader(base: base, count: bytes.count, position: 0, options: options)
            let result = try body(&reader)
            guard reader.position == bytes.count else { throw reader.unexpected(at: reader.position) }
            return result
        }
    }
}

extension JSONReader {
    /// Skips the current value, validated as if it were read, and counts it in `skippedMembers`.
    public mutating func skip() throws(JSONError) {
        if recording?.level == frames.count { recording?.offsets.append(keyOffset) }
        try passValue()
        skippedMembers += 1
    }

    /// Skips the current value without recursion, so nesting costs no stack.
    private mutating func passValue() throws(JSONError) {
        let floor = frames.count
        while true {
            if try passOpening() { continue }
            // A value has ended: move to the next one of the arrays and objects that were opened here.
            while frames.count > floor {
                let isObject = frames.base[frames.count - 1].kind == .object
                if try isObject ? nextKey() != nil : nextElement() { break }
            }
            if !expectsValue { return }
        }
    }

    /// Skips a scalar or an opening bracket. Returns whether a value inside it comes next.
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

/// A state of the reader to return to.
@usableFromInline struct JSONReaderMark {
    let position: Int
    let expectsValue: Bool
    let frameCount: Int
    let nameCount: Int
    let closedOffset: Int
    let keyOffset: Int
    let skippedMembers: Int
    let approximations: Int
    let recordedCount: Int
}

extension JSONReader {
    /// Returns the string value of a member of the current object, or the text of its number or boolean. Consumes
    /// nothing.
    ///
    /// - Returns: Nil when the member is missing, its value is null, an array or an object, or the current value is not
    /// an object.
    public mutating func peekMember(_ name: StaticString) throws(JSONError) -> String? {
        guard try peekKind() == .object else { return nil }
        let mark = mark()
        defer { restore(mark) }
        while let key = try nextKey() {
            if name ~= key { return try readScalarText() }
            try passValue()
        }
        return nil
    }

    /// Reads the current value without consuming it.
    @inlinable public mutating func readAhead<T: JSONReadable>(_ type: T.Type = T.self) throws(JSONError) -> T {
        let mark = mark()
        defer { restore(mark) }
        return try T(from: &self)
    }

    private mutating func readScalarText() throws(JSONError) -> String? {
        switch try peekKind() {
        case .string: return try readString()
        case .number: return text(of: try readNumber())
        case .boolean: return try readBoolean() ? "true" : "false"
        case .null, .array, .object: return nil
        }
    }

    @usableFromInline func mark() -> JSONReaderMark {
        JSONReaderMark(
            position: position, expectsValue: expectsValue, frameCount: frames.count, nameCount: names.count,
            closedOffset: closedOffset, keyOffset: keyOffset, skippedMembers: skippedMembers,
            approximations: approximations, recordedCount: recording?.offsets.count ?? 0)
    }

    @usableFromInline mutating func restore(_ mark: JSONReaderMark) {
        for index in mark.frameCount..<frames.count { frames.base[index].table?.deallocate() }
        frames.truncate(to: mark.frameCount)
        names.truncate(to: mark.nameCount)
        position = mark.position
        expectsValue = mark.expectsValue
        closedOffset = mark.closedOffset
        keyOffset = mark.keyOffset
        skippedMembers = mark.skippedMembers
        approximations = mark.approximations
        recording?.truncate(to: mark.recordedCount)
    }
}
