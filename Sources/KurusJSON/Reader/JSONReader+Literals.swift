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

    /// Reads `null` when it is the value at hand; false, with nothing consumed, when another value is.
    public mutating func readNullIfPresent() throws(JSONError) -> Bool {
        skipWhitespace()
        guard byte == UInt8(ascii: "n") else { return false }
        try passLiteral("null")
        return true
    }

    /// False when the value at hand is certainly not null: the usual case, told here by one byte.
    @inlinable var mayStartNull: Bool {
        guard position < count else { return true }
        return base[position] == UInt8(ascii: "n") || base[position] <= 0x20
    }

    /// Passes over a literal name (RFC 8259 §3) whose first byte was seen.
    private mutating func passLiteral(_ literal: StaticString) throws(JSONError) {
        let start = position
        for index in 1..<literal.utf8CodeUnitCount where byte(at: start + index) != literal.utf8Start[index] {
            throw unexpected(at: start + index)
        }
        position = start + literal.utf8CodeUnitCount
        expectsValue = false
    }

    /// Reads the string at hand, and the whole of its content as a value without quotes.
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
            // Where everything is text, as in a query, a number is no less likely than a string.
            if !options.lenientScalars { approximations += 1 }
            return value
        } catch {
            // What is wrong inside the quotes is told as a problem of the whole string.
            if case .notRepresentable = error.problem { throw JSONError(error.problem, offset: start) }
            if case .tooManyDigits = error.problem { throw JSONError(error.problem, offset: start) }
            throw JSONError(.typeMismatch(expected: expected, found: .string), offset: start)
        }
    }
}

extension String {
    /// Gives a reader of the text's bytes, all of which the body must read.
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
