/// A type that reads itself from the value at hand.
public protocol JSONReadable {
    /// Consumes exactly one value.
    init(from reader: inout JSONReader) throws(JSONError)
}
