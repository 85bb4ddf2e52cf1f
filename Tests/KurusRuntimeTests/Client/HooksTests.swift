import Foundation
import HTTPTestSupport
import KurusRuntime
import Synchronization
import Testing

@Suite struct HooksTests {
    @Test func everyAttemptIsTold() async throws {
        let clock = ManualClock(passesSleep: true)
        let transport = PlannedTransport(
            [.failure(.interrupted), .response(HTTPResponse(status: 503)), .response(HTTPResponse(status: 204))],
            takes: .seconds(2), clock: clock)
        let hooks = RecordingHooks()
        let client = APIClient(
            server: APIServer("https://user:pw@api.example.com:8443/base"), transport: transport,
            retry: RetryPolicy(jitter: { 0 }), hooks: hooks, clock: clock)
        var request = APIRequest(.get, "/accounts/{id}", operation: "getAccount", effect: .read)
        request.path("id", "planted")
        request.query("q", "planted")
        request.identify("payout", "salaries-2026-11")
        request.identify("account", "TR330006100519786457841326")
        try await client.send(request)
        let place = "getAccount: GET /accounts/{id} at api.example.com:8443, attempt"
        let names = "(account: ‹redacted›, payout: salaries-2026-11)"
        #expect(
            hooks.lines == [
                "begins \(place) 1 \(names)", "ended \(place) 1 \(names): failure(interrupted) after 2.0 seconds",
                "begins \(place) 2 \(names)", "ended \(place) 2 \(names): status 503 after 2.0 seconds",
                "begins \(place) 3 \(names)", "ended \(place) 3 \(names): status 204 after 2.0 seconds",
            ])
    }

    @Test(arguments: [
        (PlannedTransport.Step.failure(.notSent), "failure(notSent)"), (.failure(.deadline), "failure(deadline)"),
        (.failure(.cancelled), "failure(cancelled)"), (.error(PlantedError()), "failure(interrupted)"),
        (.response(HTTPResponse(status: 500)), "status 500"), (.response(HTTPResponse(status: 200)), "status 200"),
    ])
    func everyEndingIsTold(step: PlannedTransport.Step, ending: String) async throws {
        let hooks = RecordingHooks()
        let client = APIClient(
            server: APIServer("https://a.example"), transport: PlannedTransport([step]), hooks: hooks,
            clock: ManualClock())
        _ = try? await client.send(APIRequest(.post, "/pay", operation: "pay", effect: .commit))
        let place = "pay: POST /pay at a.example, attempt 1"
        #expect(hooks.lines == ["begins \(place)", "ended \(place): \(ending) after 0.0 seconds"])
    }

    @Test func whatIsNotSentIsNoAttempt() async throws {
        let hooks = RecordingHooks()
        let server = APIServer("https://a.example")
        let transport = PlannedTransport([])
        let unsigned = APIClient(server: server, transport: transport, signer: FailingSigner(), hooks: hooks)
        _ = try? await unsigned.send(APIRequest(.get, "/x", operation: "x", effect: .read))
        let client = APIClient(server: server, transport: transport, hooks: hooks)
        _ = try? await client.send(APIRequest(.get, "/{missing}", operation: "x", effect: .read))
        #expect(hooks.lines == [])
    }
}

/// Writes down what it is told.
final class RecordingHooks: APIHooks {
    private let recorded = Mutex<[String]>([])
    private let values = Mutex<[any Sendable]>([])

    var lines: [String] { recorded.withLock { $0 } }

    /// Everything it was given.
    var everything: [any Sendable] { values.withLock { $0 } }

    func attemptBegins(_ attempt: APIAttempt) {
        recorded.withLock { $0.append("begins \(attempt)") }
        values.withLock { $0.append(attempt) }
    }

    func attemptEnded(_ attempt: APIAttempt, _ ending: APIAttemptEnding, duration: Duration) {
        let text =
            switch ending {
            case .response(let status): "status \(status)"
            case .failure(let kind): "failure(\(kind))"
            }
        recorded.withLock { $0.append("ended \(attempt): \(text) after \(duration)") }
        values.withLock { $0 += [attempt, ending] }
    }
}
