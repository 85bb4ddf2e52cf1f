#if canImport(CryptoKit)
    import CryptoKit
#endif

/// SHA-256 (FIPS 180-4): CryptoKit's where the platform has it, `SHA256Computation` elsewhere.
package enum SHA256Digest {
    /// The 32 bytes of the digest.
    package static func digest(_ bytes: [UInt8]) -> [UInt8] {
        #if canImport(CryptoKit)
            return Array(SHA256.hash(data: bytes))
        #else
            var computation = SHA256Computation()
            computation.update(bytes)
            return computation.finalize()
        #endif
    }
}

/// SHA-256 over a message that comes in parts (FIPS 180-4 §6.2).
///
/// Compiled everywhere for comparison with CryptoKit; used where CryptoKit is missing. Only the digest is on the heap,
/// because a journal's chain computes two for each line.
package struct SHA256Computation: Sendable {
    /// The bytes of a block (FIPS 180-4 §1, figure 1: 512 bits).
    package static let blockLength = 64

    private var state = SHA256State()
    /// The bytes after the last whole block.
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

    /// The number of bytes in `rest`, below a block, since a whole block is compressed at once.
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

/// The eight words that SHA-256 works on (FIPS 180-4 §6.2).
private struct SHA256State: Sendable {
    // FIPS 180-4 §5.3.3.
    private var words = SIMD8<UInt32>(
        0x6A09_E667, 0xBB67_AE85, 0x3C6E_F372, 0xA54F_F53A, 0x510E_527F, 0x9B05_688C, 0x1F83_D9AB, 0x5BE0_CD19)

    /// The words' bytes, highest first.
    var bytes: [UInt8] {
        [UInt8](unsafeUninitializedCapacity: 32) { buffer, count in
            for index in 0..<8 {
                UnsafeMutableRawBufferPointer(buffer).storeBytes(
                    of: words[index].bigEndian, toByteOffset: index * 4, as: UInt32.self)
            }
            count = 32
        }
    }

    /// Compresses blocks of 64 bytes. The names are those of FIPS 180-4 §6.2.2.
    fileprivate mutating func compress(_ blocks: UnsafeRawBufferPointer) {
        precondition(blocks.count.isMultiple(of: SHA256Computation.blockLength))
        Self.constants.withUnsafeBufferPointer { constants in
            withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { schedule in
                for start in stride(from: 0, to: blocks.count, by: SHA256Computation.blockLength) {
                    Self.fill(schedule, from: blocks, at: start)
                    words &+= rounds(schedule, constants)
                }
            }
        }
    }

    @inline(__always) private func rounds(
        _ schedule: UnsafeMutableBufferPointer<UInt32>, _ constants: UnsafeBufferPointer<UInt32>
    ) -> SIMD8<UInt32> {
        var (a, b, c, d) = (words[0], words[1], words[2], words[3])
        var (e, f, g, h) = (words[4], words[5], words[6], words[7])
        // Eight rounds bring each word back to its place, so that none is moved.
        for round in stride(from: 0, to: 64, by: 8) {
            func input(_ index: Int) -> UInt32 { constants[round &+ index] &+ schedule[round &+ index] }
            Self.round(a, b, c, &d, e, f, g, &h, input(0))
            Self.round(h, a, b, &c, d, e, f, &g, input(1))
            Self.round(g, h, a, &b, c, d, e, &f, input(2))
            Self.round(f, g, h, &a, b, c, d, &e, input(3))
            Self.round(e, f, g, &h, a, b, c, &d, input(4))
            Self.round(d, e, f, &g, h, a, b, &c, input(5))
            Self.round(c, d, e, &f, g, h, a, &b, input(6))
            Self.round(b, c, d, &e, f, g, h, &a, input(7))
        }
        return SIMD8(a, b, c, d, e, f, g, h)
    }

    /// One round of FIPS 180-4 §6.2.2, step 3; the two words that change, d and h, are e and a of the next.
    @inline(__always) private static func round(
        _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32, _ g: UInt32,
        _ h: inout UInt32, _ input: UInt32
    ) {
        let choice = g ^ (e & (f ^ g))
        let majority = (a & b) | (c & (a | b))
        let first = h &+ sum1(e) &+ choice &+ input
        d = d &+ first
        h = first &+ sum0(a) &+ majority
    }

    /// The message schedule (FIPS 180-4 §6.2.2, step 1).
    @inline(__always) private static func fill(
        _ schedule: UnsafeMutableBufferPointer<UInt32>, from blocks: UnsafeRawBufferPointer, at start: Int
    ) {
        for index in 0..<16 {
            let word = blocks.loadUnaligned(fromByteOffset: start + index * 4, as: UInt32.self)
            schedule[index] = UInt32(bigEndian: word)
        }
        for index in 16..<64 {
            schedule[index] =
                small1(schedule[index - 2]) &+ schedule[index - 7] &+ small0(schedule[index - 15])
                &+ schedule[index - 16]
        }
    }

    // FIPS 180-4 §4.1.2, formulas 4.4 to 4.7.
    private static func sum0(_ x: UInt32) -> UInt32 { rotated(x, 2) ^ rotated(x, 13) ^ rotated(x, 22) }
    private static func sum1(_ x: UInt32) -> UInt32 { rotated(x, 6) ^ rotated(x, 11) ^ rotated(x, 25) }
    private static func small0(_ x: UInt32) -> UInt32 { rotated(x, 7) ^ rotated(x, 18) ^ (x &>> 3) }
    private static func small1(_ x: UInt32) -> UInt32 { rotated(x, 17) ^ rotated(x, 19) ^ (x &>> 10) }

    private static func rotated(_ x: UInt32, _ count: UInt32) -> UInt32 {
        (x &>> count) | (x &<< (32 &- count))
    }

    /// FIPS 180-4 §4.2.2.
    private static let constants: [UInt32] = [
        0x428A_2F98, 0x7137_4491, 0xB5C0_FBCF, 0xE9B5_DBA5, 0x3956_C25B, 0x59F1_11F1, 0x923F_82A4, 0xAB1C_5ED5,
        0xD807_AA98, 0x1283_5B01, 0x2431_85BE, 0x550C_7DC3, 0x72BE_5D74, 0x80DE_B1FE, 0x9BDC_06A7, 0xC19B_F174,
        0xE49B_69C1, 0xEFBE_4786, 0x0FC1_9DC6, 0x240C_A1CC, 0x2DE9_2C6F, 0x4A74_84AA, 0x5CB0_A9DC, 0x76F9_88DA,
        0x983E_5152, 0xA831_C66D, 0xB003_27C8, 0xBF59_7FC7, 0xC6E0_0BF3, 0xD5A7_9147, 0x06CA_6351, 0x1429_2967,
        0x27B7_0A85, 0x2E1B_2138, 0x4D2C_6DFC, 0x5338_0D13, 0x650A_7354, 0x766A_0ABB, 0x81C2_C92E, 0x9272_2C85,
        0xA2BF_E8A1, 0xA81A_664B, 0xC24B_8B70, 0xC76C_51A3, 0xD192_E819, 0xD699_0624, 0xF40E_3585, 0x106A_A070,
        0x19A4_C116, 0x1E37_6C08, 0x2748_774C, 0x34B0_BCB5, 0x391C_0CB3, 0x4ED8_AA4A, 0x5B9C_CA4F, 0x682E_6FF3,
        0x748F_82EE, 0x78A5_636F, 0x84C8_7814, 0x8CC7_0208, 0x90BE_FFFA, 0xA450_6CEB, 0xBEF9_A3F7, 0xC671_78F2,
    ]
}
