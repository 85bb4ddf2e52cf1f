#if canImport(CryptoKit)
    import CryptoKit
#endif

/// HMAC (RFC 2104) with SHA-256: CryptoKit's where the platform has it, `HMACComputation` elsewhere.
package enum HMACSHA256 {
    /// The 32 bytes of the authentication code.
    package static func code(key: [UInt8], message: [UInt8]) -> [UInt8] {
        code(key: key, parts: [message])
    }

    /// The authentication code of parts one after the other; a large body need not be copied behind what comes before.
    package static func code(key: [UInt8], parts: [[UInt8]]) -> [UInt8] {
        HMACKey(key).code(parts)
    }
}

/// A key that is used often: what its two blocks come to is computed once (RFC 2104 §4).
package struct HMACKey: Sendable {
    #if canImport(CryptoKit)
        private let key: SymmetricKey

        package init(_ key: [UInt8]) {
            self.key = SymmetricKey(data: key)
        }

        /// The 32 bytes of the authentication code of parts one after the other.
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

        /// The 32 bytes of the authentication code of parts one after the other.
        package func code(_ parts: [[UInt8]]) -> [UInt8] {
            var computation = started
            for part in parts { computation.update(part) }
            return computation.finalize()
        }
    #endif
}
