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
