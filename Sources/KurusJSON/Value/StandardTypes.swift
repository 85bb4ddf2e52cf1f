// The standard library's types as JSON. JSON has no infinity and no NaN: see `JSONWriter.double`.

extension String: JSONReadable, JSONWritable {
    @inlinable public init(from reader: inout JSONReader) throws(JSONError) {
        self = try reader.readString()
    }

    @inlinable public func write(to writer: inout JSONWriter) {
        writer.string(self)
    }
}

extension Bool: JSONReadable, JSONWritable {
    @inlinable public init(from reader: inout JSONReader) throws(JSONError) {
        self = try reader.readBoolean()
    }

    @inlinable public func write(to writer: inout JSONWriter) {
        writer.boolean(self)
    }
}

extension Double: JSONReadable, JSONWritable {
    @inlinable public init(from reader: inout JSONReader) throws(JSONError) {
        self = try reader.readDouble()
    }

    @inlinable public func write(to writer: inout JSONWriter) {
        writer.double(self)
    }
}

extension Float: JSONReadable, JSONWritable {
    @inlinable public init(from reader: inout JSONReader) throws(JSONError) {
        self = try reader.readFloat()
    }

    @inlinable public func write(to writer: inout JSONWriter) {
        writer.float(self)
    }
}

extension JSONReadable where Self: FixedWidthInteger {
    /// Reads a whole number; out of range is an error.
    @inlinable public init(from reader: inout JSONReader) throws(JSONError) {
        self = try reader.readInteger(Self.self)
    }
}

extension JSONWritable where Self: FixedWidthInteger & SignedInteger {
    @inlinable public func write(to writer: inout JSONWriter) {
        writer.integer(Int64(self))
    }
}

extension JSONWritable where Self: FixedWidthInteger & UnsignedInteger {
    @inlinable public func write(to writer: inout JSONWriter) {
        writer.integer(UInt64(self))
    }
}

extension Int: JSONReadable, JSONWritable {}
extension Int8: JSONReadable, JSONWritable {}
extension Int16: JSONReadable, JSONWritable {}
extension Int32: JSONReadable, JSONWritable {}
extension Int64: JSONReadable, JSONWritable {}
extension UInt: JSONReadable, JSONWritable {}
extension UInt8: JSONReadable, JSONWritable {}
extension UInt16: JSONReadable, JSONWritable {}
extension UInt32: JSONReadable, JSONWritable {}
extension UInt64: JSONReadable, JSONWritable {}

extension Optional: JSONReadable where Wrapped: JSONReadable {
    /// Null is nil.
    @inlinable public init(from reader: inout JSONReader) throws(JSONError) {
        self = try reader.readIfPresent(Wrapped.self)
    }
}

extension Optional: JSONWritable where Wrapped: JSONWritable {
    /// Nil is null.
    @inlinable public func write(to writer: inout JSONWriter) {
        if let value = self {
            value.write(to: &writer)
        } else {
            writer.null()
        }
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

extension Array: JSONWritable where Element: JSONWritable {
    @inlinable public func write(to writer: inout JSONWriter) {
        writer.array(self)
    }
}

extension Dictionary: JSONReadable where Key == String, Value: JSONReadable {
    /// Reads an object whose members are all of one type.
    ///
    /// Names that are canonically equivalent, and so equal as Swift strings, are refused as duplicates.
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

extension Dictionary: JSONWritable where Key == String, Value: JSONWritable {
    /// Writes an object, its members in the order of the names' bytes.
    @inlinable public func write(to writer: inout JSONWriter) {
        writer.object { writer in writer.members(self) }
    }
}
