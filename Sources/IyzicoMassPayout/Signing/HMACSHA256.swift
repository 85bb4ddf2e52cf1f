#if canImport(CryptoKit)
    import CryptoKit
#endif

/// HMAC (RFC 2104) with SHA-256: CryptoKit's where the platform has it, `HMACComputation` elsewhere.
package enum HMACSHA256 {
    /// The 32 bytes of the authentication code.
    package static func code(key: [UInt8], message: [UInt8]) -> [UInt8] {
        code(key: key, parts: [message])
    }

    /// Returns the authentication code of concatenated parts, without copying a large body.
    package static func code(key: [UInt8], parts: [[UInt8]]) -> [UInt8] {
        HMACKey(key).code(parts)
    }
}

/// A key for repeated use, whose two blocks are hashed once (RFC 2104 §4).
package struct HMACKey: Sendable {
    #if canImport(CryptoKit)
        private let key: SymmetricKey

        package init(_ key: [UInt8]) {
            self.key = SymmetricKey(data: key)
        }

        /// Returns the 32 bytes of the authentication code of concatenated parts.
        package func code(_ parts: [[UInt8]]) -> [UInt8] {
            var computation = HMAC<SHA256>(key: key)
            for part in parts { computation.update(data: part) }
            return Array(computation.finalize())
        }
    #else
        private let started: HMACComputation

        package init(_ key: [UInt8]) {
            started = HMACComputation(key: key)
        }

        /// Returns the 32 bytes of the authentication code of concatenated parts.
        package func code(_ parts: [[UInt8]]) -> [UInt8] {
            var computation = started
            for part in parts { computation.update(part) }
            return computation.finalize()
        }
    #endif
}

/// HMAC with SHA-256 over a message that comes in parts (RFC 2104 §2).
///
/// Compiled everywhere for comparison with CryptoKit; used where CryptoKit is missing.
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

/// HKDF with SHA-256 (RFC 5869): derives keys for a purpose from a key.
package enum HKDFSHA256 {
    /// - Parameters:
    ///   - info: Names the purpose.
    ///   - count: The number of bytes, at most 8,160 (RFC 5869 §2.3).
    package static func key(from input: [UInt8], salt: [UInt8], info: [UInt8], count: Int) -> [UInt8] {
        // RFC 5869 §2.2: the salt is the key; a missing salt is 32 zeros.
        let extracted = HMACKey(
            HMACSHA256.code(key: salt.isEmpty ? [UInt8](repeating: 0, count: 32) : salt, message: input))
        // RFC 5869 §2.3: each block is made from the one before it.
        var output: [UInt8] = []
        var block: [UInt8] = []
        var number: UInt8 = 0
        while output.count < min(count, 8_160) {
            number += 1
            block = extracted.code([block, info, [number]])
            output += block
        }
        return Array(output.prefix(count))
    }
}
