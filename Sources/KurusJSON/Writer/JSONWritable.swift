/// A type that writes itself as one JSON value.
public protocol JSONWritable {
    /// Writes exactly one value.
    func write(to writer: inout JSONWriter)
}

/// Whether a member may be shown to people.
public enum JSONVisibility: Hashable, Sendable {
    /// Shown, except for account numbers in its text.
    case plain
    /// Replaced by `Redaction.placeholder` when the writer redacts.
    case sensitive
}

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

extension Array: JSONWritable where Element: JSONWritable {
    @inlinable public func write(to writer: inout JSONWriter) {
        writer.array(self)
    }
}

extension Dictionary: JSONWritable where Key == String, Value: JSONWritable {
    /// Writes an object, its members in the order of the names' bytes.
    @inlinable public func write(to writer: inout JSONWriter) {
        writer.object { writer in writer.members(self) }
    }
}
