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
