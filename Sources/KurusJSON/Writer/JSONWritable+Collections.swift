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
