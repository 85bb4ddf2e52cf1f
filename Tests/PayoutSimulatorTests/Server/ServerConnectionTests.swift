import Foundation
import KurusRuntime
import Testing

@testable import PayoutSimulator

/// A connection without its socket: what it makes of bytes and deadlines.
@Suite struct ServerConnectionTests {
    private func connection(_ limits: ServerLimits = ServerLimits()) -> ServerConnection {
        ServerConnection(-1, number: 1, limits, origin: "http://127.0.0.1")
    }

    @Test func aRequestThatDripsDoesNotPutItsDeadlineOff() {
        let connection = connection()
        let idle = connection.deadline
        #expect(connection.take(ArraySlice("G".utf8)) == nil)
        let deadline = connection.deadline
        #expect(deadline != idle)
        for byte in "ET / HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\n\r\nab".utf8 {
            #expect(connection.take([byte]) == nil)
        }
        #expect(connection.deadline == deadline)
        #expect(connection.take(ArraySlice("c".utf8))?.body == Array("abc".utf8))
        #expect(connection.deadline == nil)
    }

    @Test func readsNothingWhileARequestIsCarriedOut() {
        let connection = connection()
        #expect(connection.take(ArraySlice("GET / HTTP/1.1\r\nHost: h\r\n\r\nGET /2".utf8)) != nil)
        #expect(!connection.wantsToRead)
        connection.deliver(.answer(.empty(200)))
        #expect(connection.wantsToWrite)
        #expect(!connection.wantsToRead)
    }

    @Test func expiresByWhatItWaitsFor() {
        let idle = connection()
        idle.expire()
        #expect(idle.isClosed)
        let slow = connection()
        _ = slow.take(ArraySlice("GET".utf8))
        slow.expire()
        #expect(!slow.isClosed)
        #expect(slow.wantsToWrite)
        slow.expire()
        #expect(slow.isClosed)
    }

    /// Cuts requests at every pair of places: the pieces give what the whole gives.
    @Test func piecesGiveWhatTheWholeGives() throws {
        let texts = [
            "POST /a HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n2;x\r\nab\r\n1\r\nc\r\n0\r\nT: u\r\n\r\n",
            "POST /b HTTP/1.1\r\nHost: h\r\nContent-Length: 4\r\n\r\nabcd",
        ]
        for bytes in texts.map({ Array($0.utf8) }) {
            let whole = try #require(connection().take(bytes[...]))
            for first in bytes.indices {
                for second in stride(from: first, to: bytes.count, by: 7) {
                    let connection = connection()
                    let pieces = [bytes[..<first], bytes[first..<second], bytes[second...]]
                    #expect(pieces.compactMap { connection.take($0) } == [whole])
                }
            }
        }
    }
}
