extension JSONReader {
    /// Moves to the next member of the current object and returns its name; nil after the last.
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

    /// Moves to the next element of the current array; false after the last.
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

extension JSONReader {
    /// Above this many members an object's names are found by hashing.
    private static let tableThreshold = 32

    /// Remembers a name of the current object. Throws when the object has a member of that name already (RFC 8259 §4).
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

    /// Returns the name whose opening quote is at the offset. It was scanned before, so it is well formed.
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

    /// Returns the error for a name that equals an earlier one of the object as a Swift string.
    @usableFromInline @inline(never) func equivalentMember(_ name: String, at offset: Int) -> JSONError {
        var first = offset
        for index in (frames.base[frames.count - 1].firstName..<names.count).reversed()
        where self.name(at: names.base[index].offset) == name { first = names.base[index].offset }
        return JSONError(.duplicateMember(name: name, firstOffset: first), offset: offset)
    }

    /// Adds the last name to the table, which is created or doubled when it is more than half full.
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

/// An open array or object.
struct JSONFrame: BitwiseCopyable {
    enum Kind: BitwiseCopyable {
        case text, array, object
    }

    let kind: Kind
    /// The offset of its opening bracket.
    let start: Int
    /// The index of its first name in the reader's list.
    let firstName: Int
    /// One bit per name seen, chosen by fingerprint; it alone shows that most new names are new.
    var seen: UInt64 = 0
    /// For large objects: a hash table of 1 + the index of a name in the object, 0 for an empty slot.
    var table: UnsafeMutablePointer<Int>?
    /// A power of two.
    var tableSize = 0
}

/// A name in an open object.
struct JSONMemberName: BitwiseCopyable {
    let fingerprint: UInt64
    /// The offset of its opening quote.
    let offset: Int
}

/// A growing buffer of plain values, without reference counting or uniqueness checks.
struct Stack<Element: BitwiseCopyable>: ~Copyable {
    private(set) var count = 0
    private var capacity: Int
    private var elements: UnsafeMutablePointer<Element>

    init(capacity: Int) {
        self.capacity = capacity
        elements = .allocate(capacity: capacity)
    }

    deinit {
        elements.deallocate()
    }

    /// The elements' address, valid until the next `push`.
    @inline(__always) var base: UnsafeMutablePointer<Element> { elements }

    @inline(__always) mutating func push(_ element: Element) {
        if count == capacity { grow() }
        (elements + count).initialize(to: element)
        count += 1
    }

    /// Removes the elements from `count` on.
    @inline(__always) mutating func truncate(to count: Int) {
        precondition(count >= 0 && count <= self.count)
        self.count = count
    }

    @inline(never) private mutating func grow() {
        let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity * 2)
        larger.moveInitialize(from: elements, count: count)
        elements.deallocate()
        elements = larger
        capacity *= 2
    }
}
