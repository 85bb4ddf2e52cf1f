/// HMAC with SHA-256 over a message that comes in parts (RFC 2104 §2).
///
/// Compiled everywhere so that it can be compared with CryptoKit's; used where there is no CryptoKit.
package struct HMACComputation: Sendable {
    private var inner = SHA256Computation()
    private var outer = SHA256Computation()

    package init(key: [UInt8]) {
        let blockKey = Self.blockKey(key)
        inner.update(blockKey.map { $0 ^ 0x36 })
        outer.update(blockKey.map { $0 ^ 0x5C })
    }

    package mutating func update(_ bytes: [UInt8]) {
        inner.update(bytes)
    }

    /// The authentication code of everything so far.
    package func finalize() -> [UInt8] {
        var outer = outer
        outer.update(inner.finalize())
        return outer.finalize()
    }

    /// The key as one block: a longer one is replaced by its digest, a shorter one filled with zeros.
    private static func blockKey(_ key: [UInt8]) -> [UInt8] {
        var block = key
        if key.count > SHA256Computation.blockLength {
            var computation = SHA256Computation()
            computation.update(key)
            block = computation.finalize()
        }
        return block + [UInt8](repeating: 0, count: SHA256Computation.blockLength - block.count)
    }
}
