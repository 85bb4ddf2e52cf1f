/// HKDF with SHA-256 (RFC 5869): keys for a purpose out of a key.
package enum HKDFSHA256 {
    /// - Parameters:
    ///   - info: Names the purpose.
    ///   - count: How many bytes; at most 8,160 (RFC 5869 §2.3).
    package static func key(from input: [UInt8], salt: [UInt8], info: [UInt8], count: Int) -> [UInt8] {
        // RFC 5869 §2.2: the salt is the key, and 32 zeros where there is none.
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
