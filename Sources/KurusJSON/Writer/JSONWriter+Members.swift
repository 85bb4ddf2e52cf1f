extension JSONWriter {
    /// Writes a member of the object at hand.
    @inlinable public mutating func member<T: JSONWritable>(
        _ name: StaticString, _ value: T, _ visibility: JSONVisibility = .plain
    ) {
        guard beginMember(name) else { return }
        if visibility == .sensitive, hidesMember() { return }
        value.write(to: &self)
        endElement()
    }

    /// Writes a member of the object at hand, unless the value is nil.
    @inlinable public mutating func memberIfPresent<T: JSONWritable>(
        _ name: StaticString, _ value: T?, _ visibility: JSONVisibility = .plain
    ) {
        guard let value else { return }
        member(name, value, visibility)
    }

    /// Writes a member whose name is known only now. In a redacted writing the name is masked, too.
    @inlinable public mutating func member<T: JSONWritable>(
        named name: String, _ value: T, _ visibility: JSONVisibility = .plain
    ) {
        guard beginMember(named: name) else { return }
        if visibility == .sensitive, hidesMember() { return }
        value.write(to: &self)
        endElement()
    }

    /// Writes members of any name, in the order of the names' bytes.
    @inlinable public mutating func members<T: JSONWritable>(_ values: [String: T]) {
        for name in sortedNames(of: values) {
            guard let value = values[name] else { continue }
            member(named: name, value)
        }
    }

    /// Writes the members of a value that writes an object into the object at hand; nothing when it writes no object.
    @inlinable public mutating func members<T: JSONWritable>(of value: T) {
        let start = beginSplicing()
        value.write(to: &self)
        endSplicing(start)
    }
}

extension JSONWriter {
    @usableFromInline func sortedNames<T>(of values: [String: T]) -> [String] {
        values.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    @usableFromInline mutating func beginSplicing() -> JSONWriterPlace {
        isSplicing = true
        openPlaces += 1
        return JSONWriterPlace(count: buffer.count, needsComma: needsComma)
    }

    /// Takes back what was written when no object was.
    @usableFromInline mutating func endSplicing(_ start: JSONWriterPlace) {
        openPlaces -= 1
        guard takeSplicing() else { return }
        buffer.truncate(to: start.count)
        needsComma = start.needsComma
    }

    /// Writes comma, name and colon; false when the name was written before in an object that keeps them distinct.
    @usableFromInline mutating func beginMember(_ name: StaticString) -> Bool {
        if distinctNames != nil, !insertDistinct(name.description) { return false }
        beginElement()
        name.withUTF8Buffer { writeQuoted($0) }
        buffer.append(UInt8(ascii: ":"))
        return true
    }

    @usableFromInline mutating func beginMember(named name: String) -> Bool {
        let name = isRedacting ? maskedName(name) : name
        if distinctNames != nil, !insertDistinct(name) { return false }
        beginElement()
        writeQuoted(name)
        buffer.append(UInt8(ascii: ":"))
        return true
    }

    /// A name without account numbers. Names that differed before are kept apart by a number.
    private mutating func maskedName(_ name: String) -> String {
        let masked = Redaction.masked(name)
        guard masked != name else { return name }
        maskedNameCount += 1
        return maskedNameCount == 1 ? masked : "\(masked) \(maskedNameCount)"
    }

    private mutating func insertDistinct(_ name: String) -> Bool {
        distinctNames?.insert(name).inserted ?? true
    }

    /// In a redacted writing, writes the placeholder as the member's value.
    @usableFromInline mutating func hidesMember() -> Bool {
        guard isRedacting else { return false }
        writeQuoted(Redaction.placeholder)
        endElement()
        return true
    }
}

/// A place to come back to.
@usableFromInline struct JSONWriterPlace {
    let count: Int
    let needsComma: Bool
}
