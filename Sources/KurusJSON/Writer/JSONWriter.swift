/// Writes compact JSON text (RFC 8259) as UTF-8 bytes, members in the order of the calls.
///
///     JSONWriter.bytes(of: amount)
///
///     func write(to writer: inout JSONWriter) {
///         writer.object { writer in
///             writer.member("value", value)
///             writer.memberIfPresent("currency", currency)
///         }
///     }
public struct JSONWriter: ~Copyable {
    var buffer = ByteBuffer(capacity: 256)
    /// Whether the current object or array already has an element.
    var needsComma = false
    /// Whether text is masked, for descriptions.
    let isRedacting: Bool
    /// The message that the value is part of; nil for the value as a whole.
    let direction: JSONDirection?
    /// The first value that could not be written.
    var failure: Failure?
    /// Whether the next object's members go into the current object.
    var isSplicing = false
    /// The names written in the current object, when it keeps them distinct.
    var distinctNames: Set<String>?

    /// Bytes that left the buffer while a large array was written; nil when the buffer keeps everything.
    var spilled: [UInt8]?
    /// How many arrays, splices and variants are open, whose callers may return to a position in the buffer.
    var openPlaces = 0

    /// How many names of members were masked.
    var maskedNameCount = 0

    /// A value that could not be written, and its offset in the whole text.
    struct Failure {
        let problem: JSONWriteError.Problem
        var offset: Int
    }

    init(isRedacting: Bool, direction: JSONDirection? = nil) {
        self.isRedacting = isRedacting
        self.direction = direction
    }

    /// The bytes of a value as a whole. A number that JSON has no form for is null.
    public static func bytes<T: JSONWritable>(of value: T) -> [UInt8] {
        var writer = JSONWriter(isRedacting: false)
        writer.spilled = []
        value.write(to: &writer)
        return writer.allBytes()
    }

    /// The bytes of a value as a message carries it: without `readOnly` members in a request, and without `writeOnly`
    /// ones in a response (OpenAPI 3.0.3, §4.7.24.1). Without a direction, the bytes of the whole value.
    ///
    /// - Throws: The first number that JSON has no form for, or required member that is missing.
    public static func bytes<T: JSONWritable>(
        of value: T, for direction: JSONDirection?
    ) throws(JSONWriteError) -> [UInt8] {
        var writer = JSONWriter(isRedacting: false, direction: direction)
        writer.spilled = []
        value.write(to: &writer)
        let failure = writer.failure
        let bytes = writer.allBytes()
        guard let failure else { return bytes }
        let path = bytes.withUnsafeBufferPointer { JSONPathScan.pointer(in: $0, from: 0, to: failure.offset) }
        throw JSONWriteError(failure.problem, path: path)
    }

    /// Returns the value with sensitive members replaced and all other strings masked, for descriptions only.
    ///
    /// Returns the placeholder for a value that does not write one JSON value of usual depth.
    public static func redactedValue<T: JSONWritable>(of value: T) -> JSONValue {
        var writer = JSONWriter(isRedacting: true)
        value.write(to: &writer)
        return (try? JSONReader.read(JSONValue.self, from: UnsafeRawBufferPointer(writer.buffer.bytes)))
            ?? .string(Redaction.placeholder)
    }

    var text: String { String(decoding: buffer.bytes, as: UTF8.self) }
}

extension JSONWriter {
    /// Writes an object whose members the body writes.
    @inlinable public mutating func object(_ body: (inout JSONWriter) -> Void) {
        if takeSplicing() {
            body(&self)
            return
        }
        let outer = beginObject()
        body(&self)
        endObject(outer)
    }

    /// Writes an object and drops members whose name was written before.
    public mutating func distinctObject(_ body: (inout JSONWriter) -> Void) {
        if takeSplicing() {
            let outer = distinctNames
            if outer == nil { distinctNames = [] }
            body(&self)
            if outer == nil { distinctNames = nil }
            return
        }
        let outer = beginObject()
        distinctNames = []
        body(&self)
        endObject(outer)
    }

    /// Writes an array.
    @inlinable public mutating func array<S: Sequence>(_ elements: S) where S.Element: JSONWritable {
        let wasSplicing = beginArray()
        var written = 0
        for element in elements {
            beginElement()
            element.write(to: &self)
            endElement()
            written += 1
            spillIfLarge(after: written, of: elements.underestimatedCount)
        }
        endArray(wasSplicing)
    }

    /// Writes an array whose elements the body writes by `element`.
    @inlinable public mutating func array(_ body: (inout JSONWriter) -> Void) {
        let wasSplicing = beginArray()
        body(&self)
        endArray(wasSplicing)
    }

    /// Writes an element of the current array.
    @inlinable public mutating func element<T: JSONWritable>(_ value: T) {
        beginElement()
        value.write(to: &self)
        endElement()
    }
}

extension JSONWriter {
    /// Returns whether the next object is spliced into the current one.
    @usableFromInline mutating func takeSplicing() -> Bool {
        defer { isSplicing = false }
        return isSplicing
    }

    /// Opens an object; returns the names of the enclosing one.
    @usableFromInline mutating func beginObject() -> Set<String>? {
        buffer.append(UInt8(ascii: "{"))
        needsComma = false
        defer { distinctNames = nil }
        return distinctNames
    }

    @usableFromInline mutating func endObject(_ outer: Set<String>?) {
        buffer.append(UInt8(ascii: "}"))
        needsComma = true
        distinctNames = outer
    }

    /// Opens an array, whose elements are never spliced; returns the flag to restore.
    @usableFromInline mutating func beginArray() -> Bool {
        buffer.append(UInt8(ascii: "["))
        needsComma = false
        openPlaces += 1
        defer { isSplicing = false }
        return isSplicing
    }

    @usableFromInline mutating func endArray(_ wasSplicing: Bool) {
        openPlaces -= 1
        buffer.append(UInt8(ascii: "]"))
        needsComma = true
        isSplicing = wasSplicing
    }

    @usableFromInline mutating func beginElement() {
        if needsComma { buffer.append(UInt8(ascii: ",")) }
    }

    @usableFromInline mutating func endElement() {
        needsComma = true
    }
}

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
