extension Optional: JSONReadable where Wrapped: JSONReadable {
    /// Null is nil.
    @inlinable public init(from reader: inout JSONReader) throws(JSONError) {
        self = try reader.readIfPresent(Wrapped.self)
    }
}

extension Array: JSONReadable where Element: JSONReadable {
    @inlinable public init(from reader: inout JSONReader) throws(JSONError) {
        self.init()
        let start = reader.endOffset
        while try reader.nextElement() {
            if count == capacity, count >= 512 { reserveCapacity(reader.expectedCount(after: count, since: start)) }
            append(try Element(from: &reader))
        }
    }
}

extension Dictionary: JSONReadable where Key == String, Value: JSONReadable {
    /// Reads an object whose members are all of one type.
    ///
    /// Names that Swift holds for one string, being canonically equivalent, are refused as duplicates.
    @inlinable public init(from reader: inout JSONReader) throws(JSONError) {
        self.init()
        while let key = try reader.nextKey() {
            let name = key.string
            let offset = reader.keyOffset
            guard updateValue(try Value(from: &reader), forKey: name) == nil else {
                throw reader.equivalentMember(name, at: offset)
            }
        }
    }
}
