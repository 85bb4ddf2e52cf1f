#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Reads JSON text (RFC 8259) from UTF-8 bytes, one value after the other, without making a tree of it.
///
/// A reader is positioned before a value, or after one inside an array or object. At a value, call one of the `read`
/// functions, `skip`, `nextKey` or `nextElement`, which consumes it:
///
///     while let key = try reader.nextKey() {
///         switch key {
///         case "amount": amount = try reader.read()
///         default: try reader.skip()
///         }
///     }
///
/// The reader refuses invalid UTF-8, lone surrogates, members of one name in one object, and nesting beyond a limit, also
/// in what is skipped. It holds no copy of the text: it lives only inside the entry points `read` and `withReader`.
public struct JSONReader: ~Copyable {
    @usableFromInline let base: UnsafePointer<UInt8>
    @usableFromInline let count: Int
    let options: JSONReaderOptions

    /// The next byte to be read.
    @usableFromInline var position: Int
    /// Whether a value comes next, and not a comma or the end of an array or object.
    var expectsValue = true
    /// The key of the members' fingerprints.
    let nameKey = JSONFingerprint.key
    /// The open arrays and objects, above one entry for the text itself.
    var frames = Stack<JSONFrame>(capacity: 16)
    /// The names seen in the open objects.
    var names = Stack<JSONMemberName>(capacity: 64)
    /// The decoded bytes of a key that has escapes.
    var scratch = ByteBuffer(capacity: 32)
    /// The offset of the object that was closed last.
    var closedOffset = 0
    /// How many bytes choices have read in attempts.
    var attemptedBytes = 0

    /// How many members and elements `skip` has passed over.
    public internal(set) var skippedMembers = 0

    /// How many values were read as a type that they only nearly have: numbers from strings, and values that fit no
    /// alternative of a choice. An enclosing choice prefers a type that reads them exactly.
    public internal(set) var approximations = 0

    /// The offsets of the members that `skip` has passed over in the object that is read as several types.
    var recording: JSONSkips?

    /// The offset of the opening quote of the last key.
    public internal(set) var keyOffset = 0

    init(base: UnsafePointer<UInt8>, count: Int, position: Int, options: JSONReaderOptions) {
        self.base = base
        self.count = count
        self.position = position
        self.options = options
        frames.push(JSONFrame(kind: .text, start: position, firstName: 0))
    }

    deinit {
        for index in 0..<frames.count { frames.base[index].table?.deallocate() }
    }

    /// The offset of the current value, after white space.
    public var offset: Int {
        var index = position
        while index < count, isWhitespace(base[index]) { index += 1 }
        return index
    }

    /// The offset after the last byte read.
    public var endOffset: Int { position }

    /// Returns the kind of the current value, which its first byte decides.
    public func peekKind() throws(JSONError) -> JSONKind {
        let offset = offset
        guard offset < count else { throw JSONError(.unexpectedEnd, offset: offset) }
        guard let kind = JSONKind(firstByte: base[offset]) else {
            throw JSONError(.unexpectedCharacter, offset: offset)
        }
        return kind
    }
}

extension JSONReader {
    /// The current byte; 0, which starts nothing in JSON, at the end.
    @inline(__always) var byte: UInt8 { position < count ? base[position] : 0 }

    var firstByte: UInt8? { count > 0 ? base[0] : nil }

    @inline(__always) func byte(at index: Int) -> UInt8 { index < count ? base[index] : 0 }

    /// RFC 8259 §2: space, tab, line feed, carriage return.
    @inline(__always) func isWhitespace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    }

    @inline(__always) mutating func skipWhitespace() {
        if position < count, base[position] > 0x20 { return }
        while position < count, isWhitespace(base[position]) { position += 1 }
    }

    /// Returns the error for a byte that is not allowed here.
    @inline(never) func unexpected(at offset: Int) -> JSONError {
        JSONError(offset < count ? .unexpectedCharacter : .unexpectedEnd, offset: offset)
    }

    /// Returns the error for a current value of an unexpected kind.
    @inline(never) func mismatch(_ expected: JSONKind) -> JSONError {
        let offset = offset
        guard offset < count, let found = JSONKind(firstByte: base[offset]), found != expected else {
            return unexpected(at: offset)
        }
        return JSONError(.typeMismatch(expected: expected, found: found), offset: offset)
    }
}

/// A type that reads itself from the current value.
public protocol JSONReadable {
    /// Consumes exactly one value.
    init(from reader: inout JSONReader) throws(JSONError)
}

/// Settings for behaviour that the specification leaves open.
public struct JSONReaderOptions: Hashable, Sendable {
    /// How many arrays and objects may be open at once (RFC 8259 §9 lets a reader set a limit).
    public var depthLimit: Int

    /// Whether a quoted number or boolean is read as a number or boolean: parameters of a request are text, which the
    /// server reads into typed values.
    public var lenientScalars: Bool

    /// The message that the value is part of: it must have the members that only such messages carry. Nil where the
    /// value is stored or shown.
    public var direction: JSONDirection?

    /// Creates options; a reader without options has a depth limit of 512.
    public init(depthLimit: Int = 512, lenientScalars: Bool = false) {
        self.depthLimit = depthLimit
        self.lenientScalars = lenientScalars
    }

    /// Creates options for a value of a message.
    public init(direction: JSONDirection?) {
        self.init()
        self.direction = direction
    }
}

extension JSONReader {
    /// Reads a whole text: one value, white space around it, and nothing else.
    ///
    /// A byte order mark at the start is ignored, as RFC 8259 §8.1 allows. The error carries the JSON pointer.
    @inlinable public static func read<T: JSONReadable>(
        _ type: T.Type = T.self, from bytes: [UInt8], options: JSONReaderOptions = JSONReaderOptions()
    ) throws(JSONError) -> T {
        try withReader(of: bytes, options: options) { (reader) throws(JSONError) in try T(from: &reader) }
    }

    /// Reads a whole text, like `read(_:from:options:)` of an array.
    @inlinable public static func read<T: JSONReadable>(
        _ type: T.Type = T.self, from bytes: UnsafeRawBufferPointer, options: JSONReaderOptions = JSONReaderOptions()
    ) throws(JSONError) -> T {
        try withReader(of: bytes, options: options) { (reader) throws(JSONError) in try T(from: &reader) }
    }

    /// Reads a whole text, like `read(_:from:options:)` of an array.
    @inlinable public static func read<T: JSONReadable>(
        _ type: T.Type = T.self, from data: Data, options: JSONReaderOptions = JSONReaderOptions()
    ) throws(JSONError) -> T {
        try withReader(of: data, options: options) { (reader) throws(JSONError) in try T(from: &reader) }
    }

    /// Calls the body with a reader of a whole text. Throws when the body leaves more than white space.
    public static func withReader<R>(
        of bytes: [UInt8], options: JSONReaderOptions = JSONReaderOptions(),
        _ body: (inout JSONReader) throws(JSONError) -> R
    ) throws(JSONError) -> R {
        try bytes.withUnsafeBufferPointer { (buffer) throws(JSONError) -> R in
            try run(buffer, at: 0, options, endsText: true, body).result
        }
    }

    /// Calls the body with a reader of a whole text. Throws when the body leaves more than white space.
    public static func withReader<R>(
        of bytes: UnsafeRawBufferPointer, options: JSONReaderOptions = JSONReaderOptions(),
        _ body: (inout JSONReader) throws(JSONError) -> R
    ) throws(JSONError) -> R {
        try run(bytes.assumingMemoryBound(to: UInt8.self), at: 0, options, endsText: true, body).result
    }

    /// Calls the body with a reader of a whole text. Throws when the body leaves more than white space.
    public static func withReader<R>(
        of data: Data, options: JSONReaderOptions = JSONReaderOptions(),
        _ body: (inout JSONReader) throws(JSONError) -> R
    ) throws(JSONError) -> R {
        let result = data.withUnsafeBytes { bytes in
            Result { () throws(JSONError) -> R in try withReader(of: bytes, options: options, body) }
        }
        return try result.get()
    }

    /// Calls the body with a reader that begins inside a text, and returns the offset at which it stopped. The rest is
    /// not read.
    ///
    /// Offsets count from the text's first byte, paths from the value at `startOffset`. The text is taken to end at
    /// `endOffset`, by default with the last byte.
    public static func withReader<R>(
        of bytes: [UInt8], at startOffset: Int, until endOffset: Int? = nil,
        options: JSONReaderOptions = JSONReaderOptions(),
        _ body: (inout JSONReader) throws(JSONError) -> R
    ) throws(JSONError) -> (result: R, endOffset: Int) {
        try bytes.withUnsafeBufferPointer { (buffer) throws(JSONError) -> (result: R, endOffset: Int) in
            let text = UnsafeBufferPointer(rebasing: buffer[..<(endOffset ?? buffer.count)])
            return try run(text, at: startOffset, options, endsText: false, body)
        }
    }

    private static func run<R>(
        _ bytes: UnsafeBufferPointer<UInt8>, at startOffset: Int, _ options: JSONReaderOptions, endsText: Bool,
        _ body: (inout JSONReader) throws(JSONError) -> R
    ) throws(JSONError) -> (result: R, endOffset: Int) {
        precondition(startOffset >= 0 && startOffset <= bytes.count, "the start lies outside of the text")
        do throws(JSONError) {
            guard let base = bytes.baseAddress else { throw JSONError(.unexpectedEnd, offset: 0) }
            var reader = JSONReader(base: base, count: bytes.count, position: startOffset, options: options)
            if startOffset == 0 { reader.skipByteOrderMark() }
            let result = try body(&reader)
            if endsText { try reader.finish() }
            return (result, reader.endOffset)
        } catch {
            guard error.path.isEmpty else { throw error }
            throw error.at(path: JSONPathScan.pointer(in: bytes, from: startOffset, to: error.offset))
        }
    }

    private mutating func skipByteOrderMark() {
        if byte(at: 0) == 0xEF, byte(at: 1) == 0xBB, byte(at: 2) == 0xBF { position = 3 }
    }

    private mutating func finish() throws(JSONError) {
        skipWhitespace()
        guard expectsValue || position == count else { throw JSONError(.trailingContent, offset: position) }
        guard !expectsValue else { throw unexpected(at: position) }
    }
}

extension JSONReader {
    /// Reads the current value.
    @inlinable public mutating func read<T: JSONReadable>(_ type: T.Type = T.self) throws(JSONError) -> T {
        try T(from: &self)
    }

    /// Reads the current value; nil for null.
    @inlinable public mutating func readIfPresent<T: JSONReadable>(
        _ type: T.Type = T.self
    ) throws(JSONError) -> T? {
        if mayStartNull, try readNullIfPresent() { return nil }
        return try T(from: &self)
    }
}
