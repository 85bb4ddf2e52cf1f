extension JSONWriter {
    /// Writes `null`.
    public mutating func null() {
        writeText("null")
    }

    /// Writes `true` or `false`.
    public mutating func boolean(_ value: Bool) {
        writeText(value ? "true" : "false")
    }

    /// Writes a number as the text is; null when the text is no JSON number (RFC 8259 §6).
    public mutating func number(lexeme: String) {
        guard JSONNumber(text: lexeme) != nil else { return null() }
        writeRaw(lexeme)
    }

    /// Writes an integer.
    public mutating func integer(_ value: Int64) {
        if value < 0 { buffer.append(UInt8(ascii: "-")) }
        writeDigits(value.magnitude)
    }

    /// Writes an integer.
    public mutating func integer(_ value: UInt64) {
        writeDigits(value)
    }

    /// Writes the shortest text that reads back as the same value. JSON has no infinity and no NaN: they are null.
    public mutating func double(_ value: Double) {
        guard value.isFinite else { return null() }
        writeRaw(JSONNumber.text(of: value.description))
    }

    /// Writes the shortest text that reads back as the same value. JSON has no infinity and no NaN: they are null.
    public mutating func float(_ value: Float) {
        guard value.isFinite else { return null() }
        writeRaw(JSONNumber.text(of: value.description))
    }

    private mutating func writeText(_ text: StaticString) {
        text.withUTF8Buffer { buffer.append($0) }
    }

    /// Writes text that needs no escapes and no quotes.
    mutating func writeRaw(_ text: String) {
        var text = text
        text.withUTF8 { buffer.append($0) }
    }

    /// Writes decimal digits, from the last to the first.
    mutating func writeDigits(_ value: UInt64) {
        let length = decimalLength(of: value)
        let place = buffer.reserve(length)
        var rest = value
        var index = length
        repeat {
            index -= 1
            place[index] = UInt8(truncatingIfNeeded: rest % 10) + 0x30
            rest /= 10
        } while index > 0
        buffer.commit(length)
    }

    private func decimalLength(of value: UInt64) -> Int {
        var length = 1
        var bound: UInt64 = 10
        while value >= bound {
            length += 1
            let (next, overflow) = bound.multipliedReportingOverflow(by: 10)
            if overflow { break }
            bound = next
        }
        return length
    }
}
