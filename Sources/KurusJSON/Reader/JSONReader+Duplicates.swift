extension JSONReader {
    /// Above this many members an object's names are found by hashing.
    private static let tableThreshold = 32

    /// Remembers a name of the object at hand; an error when it has a member of that name already (RFC 8259 §4).
    @inline(__always) mutating func note(_ fingerprint: UInt64, at offset: Int) throws(JSONError) {
        let frame = frames.base + (frames.count - 1)
        let bit: UInt64 = 1 << (fingerprint & 63)
        if frame.pointee.seen & bit != 0 { try refuseDuplicate(fingerprint, at: offset) }
        frame.pointee.seen |= bit
        names.push(JSONMemberName(fingerprint: fingerprint, offset: offset))
        if names.count - frame.pointee.firstName > Self.tableThreshold { enterInTable() }
    }

    @inline(never) private func refuseDuplicate(_ fingerprint: UInt64, at offset: Int) throws(JSONError) {
        let frame = frames.base[frames.count - 1]
        guard let table = frame.table else {
            for index in frame.firstName..<names.count {
                try refuse(names.base[index], ifNamed: fingerprint, at: offset)
            }
            return
        }
        var slot = Int(truncatingIfNeeded: fingerprint >> 6) & (frame.tableSize - 1)
        while table[slot] != 0 {
            try refuse(names.base[frame.firstName + table[slot] - 1], ifNamed: fingerprint, at: offset)
            slot = (slot + 1) & (frame.tableSize - 1)
        }
    }

    @inline(__always) private func refuse(
        _ earlier: JSONMemberName, ifNamed fingerprint: UInt64, at offset: Int
    ) throws(JSONError) {
        guard earlier.fingerprint == fingerprint else { return }
        let name = name(at: offset)
        guard self.name(at: earlier.offset).utf8.elementsEqual(name.utf8) else { return }
        throw JSONError(.duplicateMember(name: name, firstOffset: earlier.offset), offset: offset)
    }

    /// The name whose opening quote stands at the offset; it was scanned before, so it is well formed.
    private func name(at offset: Int) -> String {
        var end = offset + 1
        var hasEscapes = false
        while end < count, base[end] != UInt8(ascii: "\"") {
            if base[end] == UInt8(ascii: "\\") {
                hasEscapes = true
                end += 1
            }
            end += 1
        }
        return string(of: JSONStringText(start: offset + 1, end: end, hasEscapes: hasEscapes))
    }

    /// The error for a name of the object at hand that Swift's strings hold equal to an earlier one.
    @usableFromInline @inline(never) func equivalentMember(_ name: String, at offset: Int) -> JSONError {
        var first = offset
        for index in (frames.base[frames.count - 1].firstName..<names.count).reversed()
        where self.name(at: names.base[index].offset) == name { first = names.base[index].offset }
        return JSONError(.duplicateMember(name: name, firstOffset: first), offset: offset)
    }

    /// Puts the last name into the table, which is made or doubled when it is more than half full.
    @inline(never) private mutating func enterInTable() {
        let frame = frames.base + (frames.count - 1)
        let count = names.count - frame.pointee.firstName
        if count * 2 <= frame.pointee.tableSize {
            enter(count, in: frame)
            return
        }
        frame.pointee.table?.deallocate()
        let size = max(frame.pointee.tableSize * 2, Self.tableThreshold * 4)
        let table = UnsafeMutablePointer<Int>.allocate(capacity: size)
        table.initialize(repeating: 0, count: size)
        frame.pointee.table = table
        frame.pointee.tableSize = size
        for place in 1...count { enter(place, in: frame) }
    }

    private func enter(_ place: Int, in frame: UnsafeMutablePointer<JSONFrame>) {
        guard let table = frame.pointee.table else { return }
        let mask = frame.pointee.tableSize - 1
        var slot = Int(truncatingIfNeeded: names.base[frame.pointee.firstName + place - 1].fingerprint >> 6) & mask
        while table[slot] != 0 { slot = (slot + 1) & mask }
        table[slot] = place
    }
}
