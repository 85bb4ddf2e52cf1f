/// Reads JSON text (RFC 8259) from UTF-8 bytes, one value after the other, without making a tree of it.
///
/// A reader stands before a value, or after one inside an array or object. At a value, one of the `read` functions,
/// `skip`, `nextKey` or `nextElement` is called, and consumes it:
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
    /// The open arrays and objects, above one entry that stands for the text itself.
    let nameKey = JSONFingerprint.key
    var frames = Stack<JSONFrame>(capacity: 16)
    /// The names seen in the open objects.
    var names = Stack<JSONMemberName>(capacity: 64)
    /// The decoded bytes of a key that has escapes.
    var scratch = ByteBuffer(capacity: 32)
    /// Where the object that was closed last began.
    var closedOffset = 0
    /// How many bytes choices have read that were not the value's last reading.
    var attemptedBytes = 0

    /// How many members and elements `skip` has passed over.
    public internal(set) var skippedMembers = 0

    /// How many values were taken for what they only nearly are: numbers read from strings, and values that fit no
    /// alternative of a choice. A choice around them prefers a type that takes them for what they are.
    public internal(set) var approximations = 0

    /// Where the opening quote of the key read last stands.
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

    /// Where the value at hand begins, white space passed over.
    public var offset: Int {
        var index = position
        while index < count, isWhitespace(base[index]) { index += 1 }
        return index
    }

    /// The offset after the last byte read.
    public var endOffset: Int { position }

    /// The kind of the value at hand, told by its first byte.
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
    /// The byte at hand; 0, which starts nothing in JSON, at the end.
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

    /// The error for a byte that cannot stand here.
    @inline(never) func unexpected(at offset: Int) -> JSONError {
        JSONError(offset < count ? .unexpectedCharacter : .unexpectedEnd, offset: offset)
    }

    /// The error for a value at hand that is not what was asked for.
    @inline(never) func mismatch(_ expected: JSONKind) -> JSONError {
        let offset = offset
        guard offset < count, let found = JSONKind(firstByte: base[offset]), found != expected else {
            return unexpected(at: offset)
        }
        return JSONError(.typeMismatch(expected: expected, found: found), offset: offset)
    }
}
