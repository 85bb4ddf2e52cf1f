extension String: JSONWritable {
    @inlinable public func write(to writer: inout JSONWriter) {
        writer.string(self)
    }
}

extension Bool: JSONWritable {
    @inlinable public func write(to writer: inout JSONWriter) {
        writer.boolean(self)
    }
}

extension Double: JSONWritable {
    /// JSON has no infinity and no NaN: they are written as null.
    @inlinable public func write(to writer: inout JSONWriter) {
        writer.double(self)
    }
}

extension Float: JSONWritable {
    /// JSON has no infinity and no NaN: they are written as null.
    @inlinable public func write(to writer: inout JSONWriter) {
        writer.float(self)
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

extension Int: JSONWritable {}
extension Int8: JSONWritable {}
extension Int16: JSONWritable {}
extension Int32: JSONWritable {}
extension Int64: JSONWritable {}
extension UInt: JSONWritable {}
extension UInt8: JSONWritable {}
extension UInt16: JSONWritable {}
extension UInt32: JSONWritable {}
extension UInt64: JSONWritable {}
