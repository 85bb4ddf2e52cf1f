extension JSONWriter {
    /// Writes the object of one of several types, and, when it has not written the property that tells which
    /// (OpenAPI 3.0.3, "Discriminator Object"), that property first. A value that writes no object is written as it is.
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
        buffer.insert((before ? [comma] : []) + pair + (after ? [comma] : []), at: place)
        needsComma = true
    }

    /// Where a spliced object's members begin; nil when the value wrote none.
    private func splicedPlace(_ start: JSONVariantStart) -> Int? {
        isSplicing ? nil : start.count
    }

    /// Where an object's members begin; nil when the value wrote no object.
    private func objectPlace(_ start: JSONVariantStart) -> Int? {
        buffer.count > start.count && buffer.base[start.count] == UInt8(ascii: "{") ? start.count + 1 : nil
    }

    private func isAtEnd(_ place: Int) -> Bool {
        place == buffer.count || buffer.base[place] == UInt8(ascii: "}")
    }

    /// Whether the members written from a place on, without white space as this writer writes them, have a name.
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

/// Where a variant began.
@usableFromInline struct JSONVariantStart {
    let count: Int
    let needsComma: Bool
    let isSplicing: Bool
}
