#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

extension JSONReader {
    /// Reads a whole text: one value, white space around it, and nothing else.
    ///
    /// A byte order mark at the start is ignored, as RFC 8259 §8.1 allows. The error carries the JSON pointer.
    @inlinable public static func read<T: JSONReadable>(
        _ type: T.Type = T.self, from bytes: [UInt8], options: JSONReaderOptions = JSONReaderOptions()
    ) throws(JSONError) -> T {
        try withReader(of: bytes, options: options) { (reader) throws(JSONError) in try T(from: &reader) }
    }

    /// Reads a whole text, as `read(_:from:options:)` of an array does.
    @inlinable public static func read<T: JSONReadable>(
        _ type: T.Type = T.self, from bytes: UnsafeRawBufferPointer, options: JSONReaderOptions = JSONReaderOptions()
    ) throws(JSONError) -> T {
        try withReader(of: bytes, options: options) { (reader) throws(JSONError) in try T(from: &reader) }
    }

    /// Reads a whole text, as `read(_:from:options:)` of an array does.
    @inlinable public static func read<T: JSONReadable>(
        _ type: T.Type = T.self, from data: Data, options: JSONReaderOptions = JSONReaderOptions()
    ) throws(JSONError) -> T {
        try withReader(of: data, options: options) { (reader) throws(JSONError) in try T(from: &reader) }
    }

    /// Gives a reader of a whole text; an error when the body leaves more than white space.
    public static func withReader<R>(
        of bytes: [UInt8], options: JSONReaderOptions = JSONReaderOptions(),
        _ body: (inout JSONReader) throws(JSONError) -> R
    ) throws(JSONError) -> R {
        try bytes.withUnsafeBufferPointer { (buffer) throws(JSONError) -> R in
            try run(buffer, at: 0, options, endsText: true, body).result
        }
    }

    /// Gives a reader of a whole text; an error when the body leaves more than white space.
    public static func withReader<R>(
        of bytes: UnsafeRawBufferPointer, options: JSONReaderOptions = JSONReaderOptions(),
        _ body: (inout JSONReader) throws(JSONError) -> R
    ) throws(JSONError) -> R {
        try run(bytes.assumingMemoryBound(to: UInt8.self), at: 0, options, endsText: true, body).result
    }

    /// Gives a reader of a whole text; an error when the body leaves more than white space.
    public static func withReader<R>(
        of data: Data, options: JSONReaderOptions = JSONReaderOptions(),
        _ body: (inout JSONReader) throws(JSONError) -> R
    ) throws(JSONError) -> R {
        let result = data.withUnsafeBytes { bytes in
            Result { () throws(JSONError) -> R in try withReader(of: bytes, options: options, body) }
        }
        return try result.get()
    }

    /// Gives a reader that begins inside a text, and tells where it stopped: whatever follows is left alone.
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
    /// Reads the value at hand.
    @inlinable public mutating func read<T: JSONReadable>(_ type: T.Type = T.self) throws(JSONError) -> T {
        try T(from: &self)
    }

    /// Reads the value at hand; nil for null.
    @inlinable public mutating func readIfPresent<T: JSONReadable>(
        _ type: T.Type = T.self
    ) throws(JSONError) -> T? {
        if mayStartNull, try readNullIfPresent() { return nil }
        return try T(from: &self)
    }
}
