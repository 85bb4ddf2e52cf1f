#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

extension [UInt8] {
    /// Gives the memory of bytes that are not read again back to the system. Nothing moves, so that offsets keep their
    /// meaning, and nothing is held twice, as it would be while a shorter array is made. On Linux the bytes are 0 then;
    /// other systems may keep them.
    mutating func letGo(of range: Range<Int>) {
        let page = Int(getpagesize())
        withUnsafeMutableBytes { bytes in
            guard let base = bytes.baseAddress, !range.isEmpty else { return }
            // Whole pages alone: what else is in the others is not the array's, or is still read.
            let start = (UInt(bitPattern: base) + UInt(range.lowerBound) + UInt(page) - 1) / UInt(page) * UInt(page)
            let end = (UInt(bitPattern: base) + UInt(range.upperBound)) / UInt(page) * UInt(page)
            guard end > start, let address = UnsafeMutableRawPointer(bitPattern: start) else { return }
            madvise(address, Int(end - start), MADV_DONTNEED)
        }
    }
}
