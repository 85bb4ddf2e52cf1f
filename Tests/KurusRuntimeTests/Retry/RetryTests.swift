import Foundation
import HTTPTestSupport
import KurusRuntime
import Synchronization
import Testing

@Suite struct RetryTests {
    private let clock = ManualClock(passesSleep: true)

    /// Draws its number, always.
    private func policy(
        attempts: Int = 4, jitter: Double = 1, budget: Int = 20, longestRetryAfter: Duration = .seconds(30)
    ) -> RetryPolicy {
        RetryPolicy(
            attempts: attempts, firstDelay: .milliseconds(100), longestDelay: .seconds(1),
            longestRetryAfter: longestRetryAfter, budget: budget, jitter: { jitter },
            now: { Date(timeIntervalSince1970: 784_111_777) })
    }

    private func client(
        _ transport: any HTTPTransport, _ policy: RetryPolicy, timeout: Duration = .seconds(30),
        deadline: Duration = .seconds(120), signer: (any RequestSigner)? = nil
    ) -> APIClient {
        APIClient(
            server: APIServer("https://api.example.com"), transport: transport, signer: signer, timeout: timeout,
            deadline: deadline, retry: policy, clock: clock)
    }

    private func request(_ effect: OperationEffect = .read) -> APIRequest {
        var request = APIRequest(.post, "/x", operation: "read", effect: effect)
        request.json(["a": 1] as JSONValue)
        return request
    }

    static let retried: [PlannedTransport.Step] =
        [408, 429, 502, 503, 504].map { .response(HTTPResponse(status: $0)) }
        + [.failure(.interrupted), .failure(.notSent), .failure(.deadline)]

    static let notRetried: [PlannedTransport.Step] =
        [200, 204, 301, 400, 401, 403, 404, 409, 422, 500, 501, 505, 599].map { .response(HTTPResponse(status: $0)) }
        + [
            .failure(.cancelled), .error(TransportError(.notSent, "http", isRetryable: false)),
            .error(TransportError(.interrupted, "too large", isRetryable: false)), .error(CancellationError()),
        ]

    @Test(arguments: retried)
    func readsAreSentAgain(step: PlannedTransport.Step) async throws {
        let transport = PlannedTransport([step, step, step, .response(HTTPResponse(status: 204))])
        try await client(transport, policy()).send(request())
        #expect(transport.requests.count == 4)
    }

    @Test(arguments: notRetried)
    func whatWouldNotFareBetterIsNotSentAgain(step: PlannedTransport.Step) async throws {
        let transport = PlannedTransport([step])
        _ = try? await client(transport, policy()).send(request())
        #expect(transport.requests.count == 1)
        #expect(clock.sleeps == [])
    }

    @Test(arguments: retried, [OperationEffect.prepare, .commit, .undo])
    func writesAreNeverSentAgain(step: PlannedTransport.Step, effect: OperationEffect) async throws {
        let transport = PlannedTransport([step])
        await #expect(throws: APIError.self) { try await client(transport, policy()).send(request(effect)) }
        #expect(transport.requests.count == 1)
        #expect(clock.sleeps == [])
    }

    @Test func unsignedReadIsNotSentAgain() async throws {
        let transport = PlannedTransport([])
        await #expect(throws: APIError.self) {
            try await client(transport, policy(), signer: FailingSigner()).send(request())
        }
        #expect(transport.requests.isEmpty)
        #expect(clock.sleeps == [])
    }

    @Test func clientWithoutAPolicySendsOnce() async throws {
        let transport = PlannedTransport([.response(HTTPResponse(status: 503))])
        let client = APIClient(server: APIServer("https://api.example.com"), transport: transport)
        await #expect(throws: APIError.refused(Refusal(status: 503))) { try await client.send(request()) }
        #expect(transport.requests.count == 1)
    }

    @Test func delaysAreDrawnBelowABoundThatDoubles() async throws {
        let transport = PlannedTransport([.failure(.interrupted)])
        _ = try? await client(transport, policy(attempts: 8, jitter: 1)).send(request())
        #expect(clock.sleeps == [100, 200, 400, 800, 1000, 1000, 1000].map(Duration.milliseconds))
        let other = ManualClock(passesSleep: true)
        let draws = Mutex<[Double]>([0, 0.25, 0.5])
        var policy = policy()
        policy.jitter = { draws.withLock { $0.removeFirst() } }
        let drawn = APIClient(
            server: APIServer("https://api.example.com"), transport: transport, retry: policy, clock: other)
        _ = try? await drawn.send(request())
        #expect(other.sleeps == [0, 50, 200].map(Duration.milliseconds))
    }

    @Test func lastAttemptGivesTheErrorWithItsNumber() async throws {
        let failing = PlannedTransport([.failure(.interrupted)])
        await #expect(
            throws: APIError.transport(TransportFailure(operation: "read", attempt: 4, reason: "planned"))
        ) { try await client(failing, policy()).send(request()) }
        let refusing = PlannedTransport([.failure(.notSent)])
        await #expect(throws: APIError.notSent(NotSent(operation: "read", attempt: 3, reason: "planned"))) {
            try await client(refusing, policy(attempts: 3)).send(request())
        }
        let late = PlannedTransport([.failure(.deadline)])
        await #expect(
            throws: APIError.deadline(DeadlineExceeded(operation: "read", attempt: 2, limit: .seconds(30)))
        ) { try await client(late, policy(attempts: 2)).send(request()) }
        let busy = PlannedTransport([.failure(.interrupted), .response(HTTPResponse(status: 503, body: [0x61]))])
        await #expect(throws: APIError.refused(Refusal(status: 503, body: [0x61]))) {
            try await client(busy, policy()).send(request())
        }
        let page = HTTPResponse(status: 200, body: [0x3C])
        let unreadable = PlannedTransport([.failure(.interrupted), .response(page)])
        let error = await #expect(throws: APIError.self) {
            let _: JSONValue = try await client(unreadable, policy()).send(request())
        }
        guard case .unreadable(let answer)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(answer.attempt == 2)
    }

    @Test func attemptsAreSignedAnewOverTheSameBytes() async throws {
        let transport = PlannedTransport([.failure(.interrupted)])
        _ = try? await client(transport, policy(), signer: CountingSigner()).send(request())
        #expect(transport.requests.map { $0.fields["Authorization"] } == ["key 1", "key 2", "key 3", "key 4"])
        #expect(Set(transport.requests.map(\.body)) == [Array(#"{"a":1}"#.utf8)])
        #expect(Set(transport.requests.map(\.url)).count == 1)
    }

    @Test(arguments: [
        ("2", Duration.seconds(2)), ("0", .milliseconds(100)), (" 30 ", .seconds(30)),
        ("Sun, 06 Nov 1994 08:49:57 GMT", .seconds(20)), ("Sunday, 06-Nov-94 08:49:57 GMT", .seconds(20)),
        ("Sun Nov  6 08:49:57 1994", .seconds(20)), ("Sun, 06 Nov 1994 08:49:30 GMT", .milliseconds(100)),
        ("soon", .milliseconds(100)), ("-1", .milliseconds(100)), ("1.5", .milliseconds(100)),
        ("", .milliseconds(100)), ("Sun, 06 Nov 1994 08:49:57", .milliseconds(100)),
    ])
    func serversPatienceIsHonoured(value: String, delay: Duration) async throws {
        for status in [429, 503] {
            let clock = ManualClock(passesSleep: true)
            let busy = HTTPResponse(status: status, fields: ["retry-after": value])
            let transport = PlannedTransport([.response(busy), .response(HTTPResponse(status: 204))])
            let client = APIClient(
                server: APIServer("https://api.example.com"), transport: transport, retry: policy(), clock: clock)
            try await client.send(request())
            #expect(clock.sleeps == [delay])
        }
    }

    @Test(arguments: [
        "31", "3600", "99999999999999999999999", "Sun, 06 Nov 1994 08:50:10 GMT", "Fri, 31 Dec 9999 23:59:59 GMT",
    ])
    func tooMuchPatienceIsTheError(value: String) async throws {
        let busy = HTTPResponse(status: 429, fields: ["Retry-After": value])
        let transport = PlannedTransport([.response(busy)])
        await #expect(throws: APIError.refused(Refusal(status: 429, fields: busy.fields))) {
            try await client(transport, policy()).send(request())
        }
        #expect(transport.requests.count == 1)
        #expect(clock.sleeps == [])
    }

    @Test func attemptsAndWaitingShareOneDeadline() async throws {
        let transport = PlannedTransport([.failure(.deadline)], takes: .seconds(30), clock: clock)
        let error = await #expect(throws: APIError.self) {
            try await client(transport, policy(attempts: 10), deadline: .seconds(70)).send(request())
        }
        // 30 s, 0.1 s, 30 s, 0.2 s, and what is left.
        #expect(transport.timeouts == [.seconds(30), .seconds(30), .milliseconds(9700)])
        #expect(error == .deadline(DeadlineExceeded(operation: "read", attempt: 3, limit: .milliseconds(9700))))
    }

    @Test func waitThatWouldPassTheDeadlineIsNotBegun() async throws {
        let busy = HTTPResponse(status: 503, fields: ["Retry-After": "20"])
        let transport = PlannedTransport([.response(busy)])
        await #expect(throws: APIError.refused(Refusal(status: 503, fields: busy.fields))) {
            try await client(transport, policy(), deadline: .seconds(20)).send(request())
        }
        #expect(clock.sleeps == [])
    }

    @Test func noTimeMeansNoAttempt() async throws {
        let transport = PlannedTransport([])
        let limit = DeadlineExceeded(operation: "read", limit: .zero)
        await #expect(throws: APIError.deadline(limit)) {
            try await client(transport, policy(), deadline: .zero).send(request())
        }
        await #expect(throws: APIError.notSent(NotSent(operation: "read", reason: "no time is left"))) {
            try await client(transport, policy(), deadline: .zero).send(request(.commit))
        }
        #expect(transport.requests.isEmpty)
    }

    @Test func aWritesTimeIsWithinTheDeadline() async throws {
        let transport = PlannedTransport([.response(HTTPResponse(status: 204))])
        try await client(transport, policy(), deadline: .seconds(5)).send(request(.commit))
        #expect(transport.timeouts == [.seconds(5)])
    }

    @Test func cancellationEndsTheWait() async throws {
        let standing = ManualClock()
        let transport = PlannedTransport([.failure(.interrupted)])
        let client = APIClient(
            server: APIServer("https://api.example.com"), transport: transport, retry: policy(), clock: standing)
        let request = request()
        let task = Task { () -> APIError? in
            do {
                try await client.send(request)
                return nil
            } catch {
                return error as? APIError
            }
        }
        await standing.sleepsBegun(1)
        task.cancel()
        #expect(await task.value == .cancelled)
        #expect(transport.requests.count == 1)
    }

    @Test func budgetIsSharedAndRefilledByRequestsThatNeedNone() async throws {
        let failing = PlannedTransport([.failure(.interrupted)])
        let client = client(failing, policy(attempts: 3, budget: 5))
        let copy = client
        // 2 + 2 + 1 retries, then none.
        for expected in [3, 6, 8, 9, 10] {
            _ = try? await (expected.isMultiple(of: 2) ? client : copy).send(request())
            #expect(failing.requests.count == expected)
        }
        failing.plan([.response(HTTPResponse(status: 204))])
        for _ in 1...10 { try await client.send(request()) }
        failing.plan([.failure(.interrupted)])
        let before = failing.requests.count
        _ = try? await client.send(request())
        #expect(failing.requests.count == before + 2)
    }

    @Test func budgetNeverGrowsPastItsStart() async throws {
        let transport = PlannedTransport([.response(HTTPResponse(status: 204))])
        let client = client(transport, policy(attempts: 9, budget: 2))
        for _ in 1...100 { try await client.send(request()) }
        transport.plan([.failure(.interrupted)])
        _ = try? await client.send(request())
        #expect(transport.requests.count == 103)
    }

    @Test(arguments: [RetryPolicy(attempts: 0), RetryPolicy(attempts: -3), RetryPolicy(budget: 0), .none])
    func senselessPoliciesSendOnce(policy: RetryPolicy) async throws {
        let transport = PlannedTransport([.failure(.interrupted)])
        _ = try? await client(transport, policy).send(request())
        #expect(transport.requests.count == 1)
    }
}
