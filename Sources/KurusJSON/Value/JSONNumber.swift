#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A number kept as its text, without loss of digits. Two numbers are equal when their texts are.
public struct JSONNumber: Hashable, Sendable {
    /// The number's text, by the grammar of RFC 8259 §6.
    public let text: String

    /// Nil when the text is not a JSON number.
    public init?(text: String) {
        let number = try? text.withReader { (reader) throws(JSONError) in try reader.readNumber() }
        guard number?.start == 0 else { return nil }
        self.text = text
    }

    /// The text of an integer.
    public init(_ value: some BinaryInteger) {
        text = value.description
    }

    /// Nil when the value is not finite.
    public init?(_ value: Double) {
        guard value.isFinite else { return nil }
        text = JSONNumber.text(of: value.description)
    }

    /// Nil when the value is not a number.
    public init?(_ value: Decimal) {
        guard !value.isNaN else { return nil }
        text = DecimalText.text(of: value)
    }

    init(validText: String) {
        text = validText
    }

    /// The shortest text of a floating-point value, without the `.0` that Swift gives whole ones.
    static func text(of description: String) -> String {
        description.hasSuffix(".0") ? String(description.dropLast(2)) : description
    }

    /// The value when it is whole and fits.
    public var int: Int? { value() }

    /// The value when it is whole and fits.
    public var int64: Int64? { value() }

    /// The value when Decimal holds it exactly.
    public var decimal: Decimal? { value() }

    /// The nearest Double, nil beyond the largest.
    public var double: Double? { value() }

    private func value<T: JSONReadable>() -> T? {
        try? text.withReader { (reader) throws(JSONError) in try T(from: &reader) }
    }
}

extension JSONNumber: JSONReadable, JSONWritable {
    public init(from reader: inout JSONReader) throws(JSONError) {
        text = try reader.readNumberText()
    }

    public func write(to writer: inout JSONWriter) {
        writer.writeRaw(text)
    }
}

extension JSONNumber: CustomStringConvertible {
    public var description: String { text }
}
