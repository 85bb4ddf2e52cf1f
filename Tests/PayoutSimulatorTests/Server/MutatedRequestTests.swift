import Foundation
import HTTPTestSupport
import KurusRuntime
import PayoutSimulator
import SeededRandom
import Testing

/// Requests with random damage: whatever they do to their own connection, the next one is served.
@Suite struct MutatedRequestTests {
    private static let requests = [
        "GET /v1/mass/payout/balance?locale=en HTTP/1.1\r\nHost: h\r\nX: y\r\n\r\n",
        "POST /v1/mass/payout/auth?locale=en HTTP/1.1\r\nHost: h\r\nContent-Length: 21\r\n\r\n{\"requestId\":\"SIM-1\"}",
        "POST /v1/mass/payout/cancel/SIM-1?locale=en HTTP/1.1\r\nHost: h\r\nContent-Length: 0\r\n\r\n",
        """
        POST /v1/mass/payout/init?locale=tr HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n\
        5\r\n{\"ext\r\n40;a=b\r\nernalId\":\"e\",\"conversationId\":\"c\",\"items\":[{\"itemExternalId\":\"i\r\n0\r\n\r\n
        """,
        "GET /payout/merchant/v1/getways/balance HTTP/1.1\r\nHost: h\r\nAuthorization: Basic c2ltdWxhdG9yOg==\r\n\r\n",
    ].map { Array($0.utf8) }

    private static let pieces = [
        "\r\n", "\n", "\r", "\0", ":", " ", "\t", "\u{FF}", "%", "Content-Length: 5\r\n",
        "Transfer-Encoding: chunked\r\n", "Expect: 100-continue\r\n", "Connection: close\r\n", "{", "\"",
        "99999999999999999999",
    ].map { Array($0.utf8) }

    private static func mutated(_ generator: inout SeededGenerator) -> [UInt8] {
        var bytes = (0..<Int.random(in: 1...2, using: &generator)).flatMap { _ in
            requests[Int.random(in: requests.indices, using: &generator)]
        }
        for _ in 0..<Int.random(in: 1...4, using: &generator) {
            let place = Int.random(in: 0..<bytes.count, using: &generator)
            let end = min(bytes.count, place + Int.random(in: 0...12, using: &generator))
            switch Int.random(in: 0..<4, using: &generator) {
            case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
            case 1 where bytes.count > 20: bytes.removeSubrange(place..<end)
            case 2: bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &generator))
            default: bytes.insert(contentsOf: pieces[Int.random(in: pieces.indices, using: &generator)], at: place)
            }
        }
        return bytes
    }

    @Test func survivesRandomDamage() async throws {
        let seed = ProcessInfo.processInfo.environment["SEED"].flatMap { UInt64($0) } ?? .random(in: 0 ... .max)
        let simulator = try Simulator()
        simulator.start()
        defer { simulator.stop() }
        let failures = try await blocking { [port = simulator.port] in
            var generator = SeededGenerator(seed)
            return (0..<1_500).filter { _ in
                let bytes = Self.mutated(&generator)
                guard let connection = try? RawConnection(port: port) else { return true }
                connection.send(bytes)
                connection.endSending()
                guard let answer = connection.receiveToEnd() else { return true }
                return !answer.isEmpty && !answer.hasPrefix("HTTP/1.1 ")
            }
        }
        #expect(failures.isEmpty, "SEED=\(seed)")
        let last = try await blocking { [port = simulator.port] in
            let connection = try RawConnection(port: port)
            connection.send(Self.requests[4])
            return connection.receiveResponse()?.status
        }
        #expect(last == 200, "SEED=\(seed)")
    }
}
