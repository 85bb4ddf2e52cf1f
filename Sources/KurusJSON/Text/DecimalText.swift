#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// An amount that is written as a string: `"20.5"`. It is read from a string or a number.
public struct DecimalText: Hashable, Sendable, JSONReadable, JSONWritable {
    /// The amount.
    public var value: Decimal

    /// The amount, to be written as a string.
    public init(_ value: Decimal) {
        self.value = value
    }

    public init(from reader: inout JSONReader) throws(JSONError) {
        value = try reader.readDecimal()
    }

    public func write(to writer: inout JSONWriter) {
        writer.quotedDecimal(value)
    }

    /// A plain number, never with an exponent.
    static func text(of value: Decimal) -> String {
        var writer = JSONWriter(isRedacting: false)
        writer.decimal(value)
        return writer.text
    }
}

extension Decimal: JSONReadable, JSONWritable {
    public init(from reader: inout JSONReader) throws(JSONError) {
        self = try reader.readDecimal()
    }

    /// Writes a plain number: every digit, never an exponent. A Decimal that is not a number is written as null.
    public func write(to writer: inout JSONWriter) {
        writer.decimal(self)
    }
}
