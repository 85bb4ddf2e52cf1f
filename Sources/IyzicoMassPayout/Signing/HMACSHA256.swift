#if canImport(CryptoKit)
    import CryptoKit
#endif

/// HMAC (RFC 2104) with SHA-256: CryptoKit's where the platform has it, `HMACComputation` elsewhere.
package enum HMACSHA256 {
    /// The 32 bytes of the authentication code.
    package static func code(key: [UInt8], message: [UInt8]) -> [UInt8] {
        code(key: key, parts: [message])
    }

    /// The authentication code of parts one after the other; a large body need not be copied behind what stands before.
    package static func code(key: [UInt8], parts: [[UInt8]]) -> [UInt8] {
        #if canImport(CryptoKit)
            var computation = HMAC<SHA256>(key: SymmetricKey(data: key))
            for part in parts { computation.update(data: part) }
            return Array(computation.finalize())
        #else
            var computation = HMACComputation(key: key)
            for part in parts { computation.update(part) }
            return computation.finalize()
        #endif
    }
}
