/// The random key of a signature: a new one for every attempt.
public enum RandomKey {
    /// 128 random bits of the system's generator, in hexadecimal.
    @Sendable public static func system() -> String {
        var generator = SystemRandomNumberGenerator()
        return make(using: &generator)
    }

    static func make(using generator: inout some RandomNumberGenerator) -> String {
        let words = [generator.next(), generator.next()] as [UInt64]
        return Hexadecimal.text(words.flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) } })
    }
}
