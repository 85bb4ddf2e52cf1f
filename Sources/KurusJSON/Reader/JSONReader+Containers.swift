extension JSONReader {
    /// Moves to the next member of the object at hand and gives its name, nil after the last.
    ///
    /// The first call, at a value, consumes the opening brace. The member's value must be consumed before the next call.
    public mutating func nextKey() throws(JSONError) -> JSONKey? {
        if expectsValue {
            skipWhitespace()
            guard byte == UInt8(ascii: "{") else { throw mismatch(.object) }
            try open(.object)
            skipWhitespace()
            if byte == UInt8(ascii: "}") {
                close()
                return nil
            }
            return try readKey()
        }
        skipWhitespace()
        let found = byte
        guard frames.base[frames.count - 1].kind == .object else { throw unexpected(at: position) }
        if found == UInt8(ascii: ",") {
            position += 1
            skipWhitespace()
            return try readKey()
        }
        guard found == UInt8(ascii: "}") else { throw unexpected(at: position) }
        close()
        return nil
    }

    /// Moves to the next element of the array at hand; false after the last.
    ///
    /// The first call, at a value, consumes the opening bracket. The element must be consumed before the next call.
    public mutating func nextElement() throws(JSONError) -> Bool {
        skipWhitespace()
        let found = byte
        if expectsValue {
            guard found == UInt8(ascii: "[") else { throw mismatch(.array) }
            try open(.array)
            skipWhitespace()
            if byte == UInt8(ascii: "]") {
                close()
                return false
            }
            return true
        }
        guard frames.base[frames.count - 1].kind == .array else { throw unexpected(at: position) }
        if found == UInt8(ascii: ",") {
            position += 1
            expectsValue = true
            return true
        }
        guard found == UInt8(ascii: "]") else { throw unexpected(at: position) }
        close()
        return false
    }

    /// How many elements an array is likely to have: as many in the rest of the text as in the text since its start,
    /// but never more than eight times those it has.
    @usableFromInline func expectedCount(after elements: Int, since start: Int) -> Int {
        let rest = Double(count - position) / Double(max(1, position - start))
        return elements + max(1, Int(Double(elements) * min(rest * 1.05, 7)))
    }

    /// The value, or the error that a member is missing from the object that was read last.
    @inlinable public func require<T>(_ value: T?, _ name: StaticString) throws(JSONError) -> T {
        guard let value else { throw missing(name) }
        return value
    }

    @usableFromInline @inline(never) func missing(_ name: StaticString) -> JSONError {
        JSONError(.missingMember(name: name.description), offset: closedOffset)
    }

    private mutating func open(_ kind: JSONFrame.Kind) throws(JSONError) {
        guard frames.count <= options.depthLimit else {
            throw tooDeep()
        }
        frames.push(JSONFrame(kind: kind, start: position, firstName: names.count))
        position += 1
    }

    @inline(never) private func tooDeep() -> JSONError {
        JSONError(.tooDeep(limit: options.depthLimit), offset: position)
    }

    private mutating func close() {
        let frame = frames.base[frames.count - 1]
        frame.table?.deallocate()
        names.truncate(to: frame.firstName)
        frames.truncate(to: frames.count - 1)
        closedOffset = frame.start
        position += 1
        expectsValue = false
    }

    @inline(__always) private mutating func readKey() throws(JSONError) -> JSONKey {
        let quote = position
        guard byte == UInt8(ascii: "\"") else { throw unexpected(at: quote) }
        let key = try scanKey()
        keyOffset = quote
        try note(JSONFingerprint.of(key.start, count: key.count, key: nameKey), at: quote)
        if byte == UInt8(ascii: ":") {
            position += 1
        } else {
            skipWhitespace()
            guard byte == UInt8(ascii: ":") else { throw unexpected(at: position) }
            position += 1
        }
        expectsValue = true
        return key
    }

    @inline(__always) private mutating func scanKey() throws(JSONError) -> JSONKey {
        let text = try scanString()
        guard text.hasEscapes else { return JSONKey(start: base + text.start, count: text.end - text.start) }
        return decodedKey(text)
    }

    @inline(never) private mutating func decodedKey(_ text: JSONStringText) -> JSONKey {
        let place = scratch.reserve(text.end - text.start)
        return JSONKey(start: place, count: unescape(text, into: place))
    }
}
