/// SHA-256 over a message that comes in parts (FIPS 180-4 §6.2).
///
/// Compiled everywhere so that it can be compared with CryptoKit's; used where there is no CryptoKit. Nothing of it is on
/// the heap but the digest: a journal's chain computes two for each of its lines.
package struct SHA256Computation: Sendable {
    /// The bytes of a block (FIPS 180-4 §1, figure 1: 512 bits).
    package static let blockLength = 64

    private var state = SHA256State()
    /// What came after the last whole block, in the first places of one.
    private var rest = SIMD64<UInt8>()
    private var length: UInt64 = 0

    package init() {}

    package mutating func update(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { update($0) }
    }

    package mutating func update(_ bytes: UnsafeRawBufferPointer) {
        var whole = bytes[...]
        if restCount > 0 {
            let missing = whole.prefix(Self.blockLength - restCount)
            keep(missing)
            whole = whole.dropFirst(missing.count)
            guard restCount == 0 else { return }
            compressRest()
        }
        let blocks = whole.prefix(whole.count / Self.blockLength * Self.blockLength)
        length += UInt64(blocks.count)
        state.compress(UnsafeRawBufferPointer(rebasing: blocks))
        keep(whole.dropFirst(blocks.count))
    }

    /// The digest of everything so far.
    package func finalize() -> [UInt8] {
        var last = self
        last.pad()
        return last.state.bytes
    }

    /// 0 also when the rest is a whole block, which is compressed at once.
    private var restCount: Int { Int(length % UInt64(Self.blockLength)) }

    private mutating func keep(_ bytes: Slice<UnsafeRawBufferPointer>) {
        guard !bytes.isEmpty else { return }
        let start = restCount
        withUnsafeMutableBytes(of: &rest) { block in
            UnsafeMutableRawBufferPointer(rebasing: block[start...]).copyBytes(from: bytes)
        }
        length += UInt64(bytes.count)
    }

    private mutating func compressRest() {
        withUnsafeBytes(of: rest) { state.compress($0) }
    }

    /// FIPS 180-4 §5.1.1: a one bit, zeros, and the message's length in bits at the end of a block.
    private mutating func pad() {
        let (bits, end) = (length << 3, Self.blockLength - 8)
        let start = restCount
        withUnsafeMutableBytes(of: &rest) { block in
            block[start] = 0x80
            for index in (start + 1)..<Self.blockLength { block[index] = 0 }
        }
        if start + 1 > end {
            compressRest()
            rest = SIMD64()
        }
        withUnsafeMutableBytes(of: &rest) { $0.storeBytes(of: bits.bigEndian, toByteOffset: end, as: UInt64.self) }
        compressRest()
    }
}
