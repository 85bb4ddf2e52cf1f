#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A growing buffer of bytes.
struct ByteBuffer: ~Copyable {
    private(set) var count = 0
    private var capacity: Int
    private(set) var base: UnsafeMutablePointer<UInt8>

    init(capacity: Int) {
        self.capacity = capacity
        base = Self.allocate(capacity, instead: nil)
    }

    deinit {
        free(base)
    }

    /// Makes room for more bytes and returns the address of the first.
    @inline(__always) mutating func reserve(_ more: Int) -> UnsafeMutablePointer<UInt8> {
        if capacity - count < more { grow(more) }
        return base + count
    }

    /// Counts bytes that were written at the address that `reserve` returned.
    @inline(__always) mutating func commit(_ more: Int) {
        count += more
    }

    @inline(__always) mutating func append(_ byte: UInt8) {
        reserve(1).pointee = byte
        count += 1
    }

    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let source = bytes.baseAddress else { return }
        reserve(bytes.count).initialize(from: source, count: bytes.count)
        count += bytes.count
    }

    mutating func insert(_ bytes: [UInt8], at place: Int) {
        precondition(place <= count)
        _ = reserve(bytes.count)
        (base + place + bytes.count).update(from: base + place, count: count - place)
        for (index, byte) in bytes.enumerated() { base[place + index] = byte }
        count += bytes.count
    }

    mutating func truncate(to count: Int) {
        precondition(count <= self.count)
        self.count = count
    }

    var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base, count: count) }

    @inline(never) private mutating func grow(_ more: Int) {
        capacity = max(capacity * 2, count + more)
        base = Self.allocate(capacity, instead: base)
    }

    /// Memory from the system's allocator, which moves large runs without copying them.
    private static func allocate(
        _ capacity: Int, instead old: UnsafeMutablePointer<UInt8>?
    ) -> UnsafeMutablePointer<UInt8> {
        guard let place = realloc(old, capacity) else { preconditionFailure("no memory for \(capacity) bytes") }
        return place.bindMemory(to: UInt8.self, capacity: capacity)
    }
}

// A text that is copied from the buffer into an array at the end is in memory twice, and for a large text the system
// takes longer to provide that memory than the writer takes to write. Elements of a large array therefore move from the
// buffer into an array of the expected size while they are written.
extension JSONWriter {
    /// The buffer's size before it is emptied: small enough to stay in the processor's caches.
    private static let spillLength = 1 << 16

    /// Empties the buffer after an element of the outermost array, if no caller will return to its content.
    @usableFromInline mutating func spillIfLarge(after written: Int, of expected: Int) {
        if buffer.count >= Self.spillLength, openPlaces == 1, spilled != nil { spill(after: written, of: expected) }
    }

    /// Returns everything that was written.
    mutating func allBytes() -> [UInt8] {
        guard var bytes = spilled.take(), !bytes.isEmpty else { return Array(buffer.bytes) }
        bytes.append(contentsOf: buffer.bytes)
        return bytes
    }

    @inline(never) private mutating func spill(after written: Int, of expected: Int) {
        let count = (spilled?.count ?? 0) + buffer.count
        if spilled?.capacity ?? 0 < count {
            spilled?.reserveCapacity(Self.capacity(for: count, after: written, of: expected))
        }
        spilled?.append(contentsOf: buffer.bytes)
        buffer.truncate(to: 0)
    }

    /// Estimates the bytes of all elements from those written so far, plus an eighth; at least half as much again as is
    /// used, so that copying stays linear. Few elements are trusted less, and one GiB is the maximum, so that long
    /// elements at the start do not request more memory than exists.
    private static func capacity(for count: Int, after written: Int, of expected: Int) -> Int {
        let factor = min(Double(expected) / Double(written) * 1.125, Double(written))
        return max(count + count / 2, Int(min(Double(count) * factor, 0x1p30)))
    }
}
