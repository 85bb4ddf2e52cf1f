import Foundation
import HTTPTestSupport
import KurusHTTP
import Testing

/// The results of a server's answers.
@Suite struct AnswerTests {
    private func answer(
        _ kind: TransportKind, _ method: HTTPMethod = .get,
        _ script: @escaping @Sendable (Peer) -> ScriptedServer.Ending
    ) async throws -> HTTPResponse {
        let server = try ScriptedServer { _, peer in script(peer) }
        return try await kind.transport().send(.to(server, method: method), timeout: .seconds(600))
    }

    @Test(
        arguments: TransportKind.allCases,
        [
            "Basic realm=\"iyzico\"", "Basic realm=a, Bearer", "Bearer", "Digest realm=\"a\", nonce=\"b\"", "Negotiate",
            "", ",", "Basic realm=\"",
        ])
    func unauthorizedIsReadWhateverChallengeItHolds(kind: TransportKind, challenge: String) async throws {
        for method in [HTTPMethod.get, .post] {
            let response = try await answer(kind, method) { peer in
                peer.answer(401, #"{"status":"failure"}"#, fields: ["WWW-Authenticate: \(challenge)", "X-A: b"])
                return .keep
            }
            #expect(response.status == 401)
            #expect(response.text == #"{"status":"failure"}"#)
            #expect(response.fields["X-A"] == "b")
        }
    }

    @Test(arguments: TransportKind.allCases, [200, 201, 204, 300, 304, 400, 404, 407, 429, 500, 503, 599])
    func everyStatusIsAnAnswer(kind: TransportKind, status: Int) async throws {
        let response = try await answer(kind) { peer in
            peer.answer(status, status == 204 || status == 304 ? "" : "content")
            return .keep
        }
        #expect(response.status == status)
        #expect(response.text == (status == 204 || status == 304 ? "" : "content"))
    }

    @Test(arguments: TransportKind.allCases) func headOfAnInformationalResponseIsNotTheAnswer(
        kind: TransportKind
    ) async throws {
        let response = try await answer(kind) { peer in
            peer.write("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n")
            peer.answer(200, "after")
            return .keep
        }
        #expect(response.status == 200)
        #expect(response.text == "after")
        #expect(!response.fields.contains("Link"))
    }

    @Test(arguments: TransportKind.allCases) func contentIsDecompressed(kind: TransportKind) async throws {
        let response = try await answer(kind) { peer in
            peer.answer(200, Self.gzipOfAMillionLetters, fields: ["Content-Encoding: gzip"])
            return .keep
        }
        #expect(response.body.count == 1_000_000)
        #expect(response.body.allSatisfy { $0 == UInt8(ascii: "x") })
    }

    @Test(
        arguments: TransportKind.allCases,
        [
            "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabcde\r\n5\r\nab",
            "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 7\r\n\r\nnotgzip",
            "HTTP/1.1 200 OK\r\n: x\r\nno colon\r\nContent-Length: 2\r\n\r\nab",
            "HTTP/1.1 100 Continue\r\n\r\n", "hello\n", "\0\u{1}\u{2}\r\n\r\nfoo", "HTTP/1.1 000 OK\r\n\r\n", "",
        ])
    func whatIsNoWholeResponseIsInterrupted(kind: TransportKind, bytes: String) async throws {
        for method in [HTTPMethod.get, .post] {
            let error = await transportError {
                try await answer(kind, method) { peer in
                    peer.write(bytes)
                    return .close
                }
            }
            #expect(error?.kind == .interrupted)
        }
    }

    @Test(arguments: TransportKind.allCases) func resetConnectionIsInterrupted(kind: TransportKind) async throws {
        for text in ["", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc"] {
            let error = await transportError {
                try await answer(kind, .post) { peer in
                    peer.write(text)
                    return .reset
                }
            }
            #expect(error?.kind == .interrupted)
        }
    }

    /// Six thousand bytes that decompress to a million.
    static let gzipOfAMillionLetters: [UInt8] = {
        // A gzip member (RFC 1952) of one deflate block (RFC 1951 §3.2.6) with fixed codes: one letter, then matches of
        // 258 bytes at distance 1.
        var bits = DeflateBits()
        bits.write(0b011, count: 3)
        bits.writeCode(UInt32(0x30 + UInt8(ascii: "x")), count: 8)
        var rest = 999_999
        while rest >= 258 {
            bits.writeCode(0b1100_0101, count: 8)
            bits.writeCode(0, count: 5)
            rest -= 258
        }
        for _ in 0..<rest { bits.writeCode(UInt32(0x30 + UInt8(ascii: "x")), count: 8) }
        bits.writeCode(0, count: 7)
        let checksum = CRC32.checksum(of: repeatElement(UInt8(ascii: "x"), count: 1_000_000))
        let trailer = [checksum, 1_000_000].flatMap { value in
            (0..<4).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
        }
        return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255] + bits.bytes + trailer
    }()
}

/// Bits in the order of RFC 1951 §3.1.1.
private struct DeflateBits {
    private(set) var bytes: [UInt8] = []
    private var used = 8

    /// A number, its lowest bit first.
    mutating func write(_ value: UInt32, count: Int) {
        for index in 0..<count { append(value >> UInt32(index) & 1) }
    }

    /// A Huffman code, its highest bit first.
    mutating func writeCode(_ code: UInt32, count: Int) {
        for index in (0..<count).reversed() { append(code >> UInt32(index) & 1) }
    }

    private mutating func append(_ bit: UInt32) {
        if used == 8 {
            bytes.append(0)
            used = 0
        }
        bytes[bytes.count - 1] |= UInt8(bit) << UInt8(used)
        used += 1
    }
}

/// The checksum of a gzip member (RFC 1952 §8).
private enum CRC32 {
    static func checksum(of bytes: some Sequence<UInt8>) -> UInt32 {
        var remainder: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            remainder ^= UInt32(byte)
            for _ in 0..<8 { remainder = remainder & 1 == 1 ? remainder >> 1 ^ 0xEDB8_8320 : remainder >> 1 }
        }
        return remainder ^ 0xFFFF_FFFF
    }
}
