import IyzicoMassPayout
import Testing

#if canImport(CryptoKit)
    import CryptoKit
#endif

@Suite struct SHA256Tests {
    /// NIST's examples for FIPS 180-4.
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        (
            "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrst"
                + "nopqrstu",
            "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
        ),
        (
            String(repeating: "a", count: 1_000_000),
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
        ),
    ])
    func givesTheDigestsOfTheStandard(message: String, digest: String) {
        expect(Array(message.utf8), digest)
    }

    /// Lengths at which the padding fills a block, and at which it needs one more.
    @Test(arguments: [
        (55, "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"),
        (56, "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a"),
        (63, "7d3e74a05d7db15bce4ad9ec0658ea98e3f06eeecf16b4c6fff2da457ddc2f34"),
        (64, "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"),
        (65, "635361c48bb9eab14198e76ea8ab7f1a41685d6ad62aa9146d301d4f17eb0ae0"),
        (119, "31eba51c313a5c08226adf18d4a359cfdfd8d2e816b13f4af952f7ea6584dcfb"),
        (120, "2f3d335432c70b580af0e8e1b3674a7c020d683aa5f73aaaedfdc55af904c21c"),
        (128, "6836cf13bac400e9105071cd6af47084dfacad4e5e302c94bfed24e013afb73e"),
    ])
    func padsMessagesOfEveryLength(length: Int, digest: String) {
        expect([UInt8](repeating: UInt8(ascii: "a"), count: length), digest)
    }

    @Test(arguments: [1, 3, 55, 63, 64, 65, 200])
    func partsGiveTheDigestOfTheWhole(size: Int) {
        let message = (0..<1000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        var computation = SHA256Computation()
        for start in stride(from: 0, to: message.count, by: size) {
            computation.update(Array(message[start..<min(start + size, message.count)]))
        }
        #expect(computation.finalize() == SHA256Digest.digest(message))
        // Asking does not end the computation.
        computation.update([1])
        #expect(computation.finalize() == SHA256Digest.digest(message + [1]))
    }

    #if canImport(CryptoKit)
        @Test func equalsCryptoKit() {
            for length in 0..<300 {
                let message = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ length) }
                var computation = SHA256Computation()
                computation.update(message)
                #expect(computation.finalize() == Array(SHA256.hash(data: message)), "\(length) bytes")
            }
        }
    #endif

    private func expect(_ message: [UInt8], _ digest: String, _ location: SourceLocation = #_sourceLocation) {
        var computation = SHA256Computation()
        computation.update(message)
        #expect(Hexadecimal.text(computation.finalize()) == digest, sourceLocation: location)
        #expect(Hexadecimal.text(SHA256Digest.digest(message)) == digest, sourceLocation: location)
    }
}
