/// A place to come back to.
@usableFromInline struct JSONReaderMark {
    let position: Int
    let expectsValue: Bool
    let frameCount: Int
    let nameCount: Int
    let closedOffset: Int
    let keyOffset: Int
    let skippedMembers: Int
    let approximations: Int
}

extension JSONReader {
    /// The string value of a member of the object at hand, or the text of its number or boolean; nothing is consumed.
    ///
    /// Nil when there is no such member, its value is null, an array or an object, or the value at hand is no object.
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

    /// Reads the value at hand without consuming it.
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
            approximations: approximations)
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
    }
}
