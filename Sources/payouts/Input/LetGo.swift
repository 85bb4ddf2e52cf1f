#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

extension [UInt8] {
    /// Returns the memory of bytes that are not read again to the system. Offsets keep their meaning, and no copy is
    /// made, as a shorter array would need. On Linux the bytes are 0 afterwards; other systems may keep them.
    mutating func letGo(of range: Range<Int>) {
        let page = Int(getpagesize())
        withUnsafeMutableBytes { bytes in
            guard let base = bytes.baseAddress, !range.isEmpty else { return }
            // Only whole pages: the rest of the others is in use.
            let start = (UInt(bitPattern: base) + UInt(range.lowerBound) + UInt(page) - 1) / UInt(page) * UInt(page)
            let end = (UInt(bitPattern: base) + UInt(range.upperBound)) / UInt(page) * UInt(page)
            guard end > start, let address = UnsafeMutableRawPointer(bitPattern: start) else { return }
            madvise(address, Int(end - start), MADV_DONTNEED)
        }
    }
}
