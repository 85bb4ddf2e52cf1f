/// A type that reads itself from the current value.
public protocol JSONReadable {
    /// Consumes exactly one value.
    init(from reader: inout JSONReader) throws(JSONError)
}

extension String: JSONReadable {
    @inlinable public init(from reader: inout JSONReader) throws(JSONError) {
        self = try reader.readString()
    }
}

extension Bool: JSONReadable {
    @inlinable public init(from reader: inout JSONReader) throws(JSONError) {
        self = try reader.readBoolean()
    }
}

extension Double: JSONReadable {
    @inlinable public init(from reader: inout JSONReader) throws(JSONError) {
        self = try reader.readDouble()
    }
}

extension Float: JSONReadable {
    @inlinable public init(from reader: inout JSONReader) throws(JSONError) {
        self = try reader.readFloat()
    }
}

extension JSONReadable where Self: FixedWidthInteger {
    /// Reads a whole number; out of range is an error.
    @inlinable public init(from reader: inout JSONReader) throws(JSONError) {
        self = try reader.readInteger(Self.self)
    }
}

extension Int: JSONReadable {}
extension Int8: JSONReadable {}
extension Int16: JSONReadable {}
extension Int32: JSONReadable {}
extension Int64: JSONReadable {}
extension UInt: JSONReadable {}
extension UInt8: JSONReadable {}
extension UInt16: JSONReadable {}
extension UInt32: JSONReadable {}
extension UInt64: JSONReadable {}

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
