import Foundation
import HTTPTestSupport
import KurusHTTP
import Testing

/// Many requests at once and in a row, ended in every way.
@Suite(.serialized) struct LoadTests {
    private static func openFiles() -> Int {
        let folder = FileManager.default.fileExists(atPath: "/proc/self/fd") ? "/proc/self/fd" : "/dev/fd"
        return (try? FileManager.default.contentsOfDirectory(atPath: folder))?.count ?? 0
    }

    /// In a process of its own, whose files nobody else opens.
    @Test func aThousandRequestsInARowLeaveNoFilesOpen() async {
        await #expect(processExitsWith: .success) {
            let server = try ScriptedServer { arrival, peer in
                if arrival.line.hasSuffix("/close") { return .close }
                peer.answer(200)
                return .keep
            }
            for kind in TransportKind.allCases {
                let transport = try kind.transport()
                func send(_ count: Int) async throws {
                    for number in 0..<count {
                        let request = try HTTPRequest.post(server, number.isMultiple(of: 3) ? "/close" : "/")
                        _ = await transportError { try await transport.send(request, timeout: .seconds(600)) }
                    }
                }
                let arrived = server.arrivals.count
                try await send(50)
                let before = Self.openFiles()
                try await send(1000)
                #expect(server.arrivals.count == arrived + 1050)
                // URLSession finishes closing in the background, and the server closes its ends there.
                #expect(Self.openFiles() < before + 200, "\(kind)")
            }
        }
    }

    @Test(arguments: TransportKind.allCases) func cancellationAtAnyMomentEndsEveryRequestOnce(
        kind: TransportKind
    ) async throws {
        let server = try ScriptedServer { _, peer in
            peer.answer(200, String(repeating: "x", count: 10_000))
            return .keep
        }
        let transport = try kind.transport()
        for round in 0..<20 {
            let ended = await withTaskGroup(of: Bool.self) { group in
                for number in 0..<20 {
                    group.addTask {
                        let request = number.isMultiple(of: 2) ? try? HTTPRequest.to(server) : try? .post(server)
                        guard let request else { return false }
                        let error = await transportError {
                            try await transport.send(request, timeout: .seconds(600))
                        }
                        return error == nil || error?.kind == .cancelled || error?.kind == .notSent
                    }
                }
                // The others are cancelled wherever they are when so many have answered.
                var ended: [Bool] = []
                for await isGood in group {
                    ended.append(isGood)
                    if ended.count == round { group.cancelAll() }
                }
                return ended
            }
            #expect(ended.count == 20 && ended.allSatisfy { $0 })
        }
    }

    @Test(arguments: TransportKind.allCases) func deadlinesAtAnyMomentEndEveryRequestOnce(
        kind: TransportKind
    ) async throws {
        let server = try ScriptedServer { _, peer in
            peer.answer(200, String(repeating: "x", count: 10_000))
            return .keep
        }
        let clock = ManualClock()
        let transport = try kind.transport(clock: clock)
        for round in 1...200 {
            async let result = transportError {
                try await transport.send(
                    round.isMultiple(of: 2) ? .to(server) : .post(server), timeout: .seconds(1))
            }
            await clock.sleepsBegun(round)
            clock.advance(by: .seconds(1))
            let error = await result
            // A request that was not sent is reported as such.
            #expect([nil, .deadline, .notSent].contains(error?.kind))
        }
    }
}
