import Foundation
import HTTPTestSupport
import KurusHTTP
import Synchronization
import Testing

/// Time, size and the caller's patience.
@Suite struct LimitTests {
    /// A request that has thirty seconds on the clock, which runs.
    private func sending(
        _ kind: TransportKind, _ method: HTTPMethod, to server: ScriptedServer, _ clock: ManualClock
    ) async throws -> Task<TransportError?, Never> {
        let request = try HTTPRequest.to(server, method: method)
        let transport = try kind.transport(clock: clock)
        let sending = Task { await transportError { try await transport.send(request, timeout: .seconds(30)) } }
        await clock.sleepsBegun(1)
        return sending
    }

    @Test(arguments: TransportKind.allCases, [HTTPMethod.get, .post])
    func drippingContentMeetsTheDeadline(kind: TransportKind, method: HTTPMethod) async throws {
        let clock = ManualClock()
        let dripped = AsyncStream.makeStream(of: Void.self)
        let more = DispatchSemaphore(value: 0)
        let server = try ScriptedServer { _, peer in
            peer.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
            while peer.write("x") {
                dripped.continuation.yield()
                more.wait()
            }
            return .close
        }
        let sending = try await sending(kind, method, to: server, clock)
        var drips = dripped.stream.makeAsyncIterator()
        for _ in 1...29 {
            await drips.next()
            clock.advance(by: .seconds(1))
            more.signal()
        }
        await drips.next()
        clock.advance(by: .seconds(1))
        #expect(await sending.value == TransportError(.deadline, "no answer in time"))
        for _ in 1...1000 { more.signal() }
    }

    @Test(arguments: TransportKind.allCases, [HTTPMethod.get, .post])
    func silentServerMeetsTheDeadline(kind: TransportKind, method: HTTPMethod) async throws {
        let clock = ManualClock()
        let arrived = AsyncStream.makeStream(of: Void.self)
        let server = try ScriptedServer { _, peer in
            arrived.continuation.yield()
            peer.waitForClose()
            return .close
        }
        let sending = try await sending(kind, method, to: server, clock)
        var arrivals = arrived.stream.makeAsyncIterator()
        await arrivals.next()
        clock.advance(by: .seconds(30))
        #expect(await sending.value == TransportError(.deadline, "no answer in time"))
        #expect(server.arrivals.count == 1)
    }

    @Test(arguments: TransportKind.allCases, [(999, true), (1000, true), (1001, false), (1_000_000, false)])
    func contentPastTheLimitEndsTheAttempt(kind: TransportKind, content: (size: Int, fits: Bool)) async throws {
        let transport = try kind.transport(responseSizeLimit: 1000)
        let server = try ScriptedServer { _, peer in
            peer.answer(200, String(repeating: "x", count: content.size))
            return .keep
        }
        for request in [try HTTPRequest.to(server), try .post(server)] {
            let error = await transportError { try await transport.send(request, timeout: .seconds(600)) }
            let tooLarge = TransportError(.interrupted, "the response is larger than the limit", isRetryable: false)
            #expect(error == (content.fits ? nil : tooLarge))
        }
    }

    @Test(arguments: TransportKind.allCases) func contentWithoutEndEndsTheAttempt(kind: TransportKind) async throws {
        let transport = try kind.transport(responseSizeLimit: 100_000)
        let closed = AsyncStream.makeStream(of: Void.self)
        let server = try ScriptedServer { _, peer in
            peer.write("HTTP/1.1 200 OK\r\n\r\n")
            let block = [UInt8](repeating: 0x78, count: 10_000)
            while peer.write(block) {}
            closed.continuation.yield()
            return .close
        }
        let error = await transportError { try await transport.send(.to(server), timeout: .seconds(600)) }
        #expect(error?.reason == "the response is larger than the limit")
        // The connection is given up as well.
        var iterator = closed.stream.makeAsyncIterator()
        await iterator.next()
    }

    /// A thousandth of it comes over the wire.
    @Test(arguments: TransportKind.allCases) func sizeIsCountedAfterDecompression(kind: TransportKind) async throws {
        let transport = try kind.transport(responseSizeLimit: 999_999)
        let bomb = AnswerTests.gzipOfAMillionLetters
        #expect(bomb.count < 20_000)
        let server = try ScriptedServer { _, peer in
            peer.answer(200, bomb, fields: ["Content-Encoding: gzip"])
            return .keep
        }
        let error = await transportError { try await transport.send(.to(server), timeout: .seconds(600)) }
        #expect(error?.reason == "the response is larger than the limit")
    }

    @Test(arguments: TransportKind.allCases) func cancelledBeforeSendingIsNotSent(kind: TransportKind) async throws {
        let transport = try kind.transport()
        let server = try ScriptedServer { _, _ in .close }
        for request in [try HTTPRequest.to(server), try .post(server)] {
            let error = await Task {
                withUnsafeCurrentTask { $0?.cancel() }
                return await transportError { try await transport.send(request, timeout: .seconds(600)) }
            }.value
            #expect(error == TransportError(.notSent, "cancelled before sending", isRetryable: false))
        }
        #expect(server.connectionCount == 0)
    }

    @Test(arguments: TransportKind.allCases, [HTTPMethod.get, .post])
    func cancelledAfterSendingSaysSo(kind: TransportKind, method: HTTPMethod) async throws {
        let arrived = AsyncStream.makeStream(of: Void.self)
        let server = try ScriptedServer { _, peer in
            arrived.continuation.yield()
            peer.waitForClose()
            return .close
        }
        let request = try HTTPRequest.to(server, method: method)
        let transport = try kind.transport()
        let sending = Task { await transportError { try await transport.send(request, timeout: .seconds(600)) } }
        var arrivals = arrived.stream.makeAsyncIterator()
        await arrivals.next()
        sending.cancel()
        #expect(await sending.value == TransportError(.cancelled, "cancelled after sending began"))
        // Another request of the same transport is not touched.
        let after = try ScriptedServer { _, peer in
            peer.answer(200)
            return .keep
        }
        #expect(try await transport.send(.to(after), timeout: .seconds(600)).status == 200)
    }
}
