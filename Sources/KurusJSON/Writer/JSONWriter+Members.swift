extension JSONWriter {
    /// Writes a member of the current object.
    @inlinable public mutating func member<T: JSONWritable>(
        _ name: StaticString, _ value: T, _ visibility: JSONVisibility = .plain
    ) {
        guard beginMember(name) else { return }
        if visibility == .sensitive, hidesMember() { return }
        value.write(to: &self)
        endElement()
    }

    /// Writes a member of the current object, unless the value is nil.
    @inlinable public mutating func memberIfPresent<T: JSONWritable>(
        _ name: StaticString, _ value: T?, _ visibility: JSONVisibility = .plain
    ) {
        guard let value else { return }
        member(name, value, visibility)
    }

    /// Writes a member whose name is known only at run time. A redacting writer masks the name too.
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

    /// Writes the members of a value's object into the current object; nothing when the value does not write an object.
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

    /// Removes the value's text when it did not write an object.
    @usableFromInline mutating func endSplicing(_ start: JSONWriterPlace) {
        openPlaces -= 1
        guard takeSplicing() else { return }
        dropFailure(from: start.count)
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

    /// Writes the placeholder as the member's value when the writer redacts.
    @usableFromInline mutating func hidesMember() -> Bool {
        guard isRedacting else { return false }
        writeQuoted(Redaction.placeholder)
        endElement()
        return true
    }
}

/// A state of the writer to return to.
@usableFromInline struct JSONWriterPlace {
    let count: Int
    let needsComma: Bool
}

extension JSONWriter {
    /// Writes an object of one of several types, with the discriminator property (OpenAPI 3.0.3, "Discriminator
    /// Object") first unless the object has written it. A value that is not an object is written unchanged.
    @inlinable public mutating func variant<T: JSONWritable>(
        _ value: T, _ propertyName: StaticString, _ propertyValue: StaticString
    ) {
        let start = beginVariant()
        value.write(to: &self)
        endVariant(start, propertyName, propertyValue)
    }

    @usableFromInline mutating func beginVariant() -> JSONVariantStart {
        openPlaces += 1
        return JSONVariantStart(count: buffer.count, needsComma: needsComma, isSplicing: isSplicing)
    }

    @usableFromInline mutating func endVariant(
        _ start: JSONVariantStart, _ propertyName: StaticString, _ propertyValue: StaticString
    ) {
        openPlaces -= 1
        guard let place = start.isSplicing ? splicedPlace(start) : objectPlace(start) else { return }
        let name = JSONWriter.bytes(of: propertyName.description)
        if holdsMember(name, from: place) { return }
        if start.isSplicing, distinctNames?.insert(propertyName.description).inserted == false { return }
        let pair = name + [UInt8(ascii: ":")] + JSONWriter.bytes(of: propertyValue.description)
        let before = start.isSplicing && start.needsComma
        let after = !before && !isAtEnd(place)
        let comma = UInt8(ascii: ",")
        let inserted = (before ? [comma] : []) + pair + (after ? [comma] : [])
        buffer.insert(inserted, at: place)
        moveFailure(from: place, by: inserted.count)
        needsComma = true
    }

    /// Returns where a spliced object's members begin; nil when the value wrote nothing.
    private func splicedPlace(_ start: JSONVariantStart) -> Int? {
        isSplicing ? nil : start.count
    }

    /// Returns where an object's members begin; nil when the value did not write an object.
    private func objectPlace(_ start: JSONVariantStart) -> Int? {
        buffer.count > start.count && buffer.base[start.count] == UInt8(ascii: "{") ? start.count + 1 : nil
    }

    private func isAtEnd(_ place: Int) -> Bool {
        place == buffer.count || buffer.base[place] == UInt8(ascii: "}")
    }

    /// Whether the members written from an index on, which have no white space, include a name.
    private func holdsMember(_ quotedName: [UInt8], from place: Int) -> Bool {
        var depth = 0
        var index = place
        while index < buffer.count, depth >= 0 {
            switch buffer.base[index] {
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            case UInt8(ascii: "\""):
                let end = endOfString(from: index + 1)
                let isName = depth == 0 && end < buffer.count && buffer.base[end] == UInt8(ascii: ":")
                if isName, buffer.bytes[index..<end].elementsEqual(quotedName) { return true }
                index = end
                continue
            default: break
            }
            index += 1
        }
        return false
    }

    private func endOfString(from start: Int) -> Int {
        var index = start
        while index < buffer.count, buffer.base[index] != UInt8(ascii: "\"") {
            index += buffer.base[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        return min(index + 1, buffer.count)
    }
}

/// The state at the start of a variant.
@usableFromInline struct JSONVariantStart {
    let count: Int
    let needsComma: Bool
    let isSplicing: Bool
}
