/// SHA-256 over a message that comes in parts (FIPS 180-4 §6.2).
///
/// Compiled everywhere so that it can be compared with CryptoKit's; used where there is no CryptoKit.
package struct SHA256Computation: Sendable {
    /// The bytes of a block (FIPS 180-4 §1, figure 1: 512 bits).
    package static let blockLength = 64

    private var state = SHA256State()
    /// What came after the last whole block.
    private var rest: [UInt8] = []
    private var length: UInt64 = 0

    package init() {}

    package mutating func update(_ bytes: [UInt8]) {
        length += UInt64(bytes.count)
        var whole = bytes[...]
        if !rest.isEmpty {
            let missing = whole.prefix(Self.blockLength - rest.count)
            rest += missing
            whole = whole.dropFirst(missing.count)
            guard rest.count == Self.blockLength else { return }
            compress(rest[...])
            rest.removeAll(keepingCapacity: true)
        }
        let length = whole.count / Self.blockLength * Self.blockLength
        compress(whole.prefix(length))
        rest += whole.dropFirst(length)
    }

    /// The digest of everything so far.
    package func finalize() -> [UInt8] {
        var last = self
        last.compress((rest + padding)[...])
        return last.state.bytes
    }

    /// FIPS 180-4 §5.1.1: a one bit, zeros, and the message's length in bits at the end of a block.
    private var padding: [UInt8] {
        let zeros = (2 * Self.blockLength - 9 - rest.count) % Self.blockLength
        let bits = length << 3
        return [0x80] + [UInt8](repeating: 0, count: zeros)
            + stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: bits >> $0) }
    }

    private mutating func compress(_ blocks: ArraySlice<UInt8>) {
        blocks.withUnsafeBytes { state.compress($0) }
    }
}
