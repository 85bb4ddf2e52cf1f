#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A growing run of bytes in memory of its own.
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

    /// Makes room for this many more bytes, and gives the place of the first.
    @inline(__always) mutating func reserve(_ more: Int) -> UnsafeMutablePointer<UInt8> {
        if capacity - count < more { grow(more) }
        return base + count
    }

    /// Counts bytes that were written at the place given by `reserve`.
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

// A text in a buffer of its own, copied into an array at the end, is in memory twice, and where it is large the system
// takes longer to provide that memory than the writer takes to write. So the elements of a large array leave the buffer
// while they are written, for an array that was made as large as it will have to be.
extension JSONWriter {
    /// What the buffer holds before it is emptied: little enough to stay in the processor's caches.
    private static let spillLength = 1 << 16

    /// Empties the buffer after an element of the outermost array, if nobody comes back to what is in it.
    @usableFromInline mutating func spillIfLarge(after written: Int, of expected: Int) {
        if buffer.count >= Self.spillLength, openPlaces == 1, spilled != nil { spill(after: written, of: expected) }
    }

    /// Everything that was written.
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

    /// What all elements will take if they are like those so far, and an eighth more. At least half as much again as
    /// there is, so that copying stays linear. The fewer elements there were, the less they are trusted, and one GiB is
    /// asked for at most, so that long elements at the start do not ask for more memory than there is.
    private static func capacity(for count: Int, after written: Int, of expected: Int) -> Int {
        let factor = min(Double(expected) / Double(written) * 1.125, Double(written))
        return max(count + count / 2, Int(min(Double(count) * factor, 0x1p30)))
    }
}
