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
