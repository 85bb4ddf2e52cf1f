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
