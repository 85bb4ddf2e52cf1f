import Foundation
import HTTPTestSupport
import IyzicoMassPayout
import IyzicoMassPayoutAPI
import JuspayPayout
import JuspayPayoutAPI
import KurusRuntime
import KurusTransport
import PayoutSimulator
import Testing

/// The simulator behind its server, by a client on a real socket and by raw bytes.
@Suite struct WireTests {
    private func running(_ simulator: Simulator) -> Simulator {
        simulator.start()
        return simulator
    }

    @Test func servesBothProvidersToTheirClients() async throws {
        let simulator = running(try Simulator())
        defer { simulator.stop() }
        // Its clock does not move, so no answer comes too late, however busy the machine is.
        let transport = PlatformTransport(clock: ManualClock())
        let iyzico = try IyzicoMassPayoutClient.connected(
            credentials: SimulatedCredentials.sample.iyzico(), server: simulator.server, transport: transport)
        let answer = try await iyzico.initialize(locale: .en, body: Payroll.payout())
        let requestID = try #require(answer.requestId)
        _ = try await iyzico.authorize(locale: .en, body: MassPayoutAuthRequest(requestId: requestID))
        var statuses: [MassPayoutSummary.MassPayoutStatus?] = []
        for _ in 0..<4 {
            let body = MassPayoutRetrieveRequest(requestId: requestID, page: 0, size: 10, itemType: .valid)
            statuses.append(try await iyzico.retrieve(locale: .en, body: body).massPayout?.massPayoutStatus)
        }
        #expect(statuses == [.inProgress, .publishedToQueue, .publishedToQueue, .completed])
        #expect(try await iyzico.getBalance(locale: .tr).balance == 999_850)
        #expect(simulator.iyzico.payments.map(\.itemExternalID) == ["a", "b"])
        let juspay = try JuspayPayoutClient.connected(
            credentials: SimulatedCredentials.sample.juspay(), server: simulator.server, transport: transport)
        #expect(try await juspay.getBalances()["DUMMY_UPI"]?.balance == 250_000)
    }

    @Test func aSimulatorInAFolderGoesOnWhereItWas() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("simulator-\(UUID().uuidString)/in")
        defer { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }
        var port: UInt16 = 0
        for round in 1...3 {
            let simulator = running(try Simulator(port: port, ledgerFolder: folder.path, credentials: nil))
            port = simulator.port
            let body = JSONWriter.bytes(of: Payroll.payout("payout \(round)"))
            let answer = try await exchange(simulator, Self.text("init", body))
            #expect(answer?.contains(#""requestId":"SIM-\#(round)""#) == true)
            simulator.stop()
        }
        #expect(try FileLedger(at: Simulator.ledgerPath(in: folder.path)).entries().count == 4)
    }

    private static func text(_ path: String, _ body: [UInt8]?) -> [UInt8] {
        let head = """
            \(body == nil ? "GET" : "POST") /v1/mass/payout/\(path)?locale=en HTTP/1.1\r
            Host: 127.0.0.1\r
            Content-Length: \(body?.count ?? 0)\r
            \r

            """
        return Array(head.utf8) + (body ?? [])
    }

    private func exchange(_ simulator: Simulator, _ bytes: [UInt8]) async throws -> String? {
        try await blocking { [port = simulator.port] in
            let connection = try RawConnection(port: port)
            connection.send(bytes)
            connection.endSending()
            return connection.receiveToEnd()
        }
    }

    struct Case: CustomTestStringConvertible, Sendable {
        let fault: Fault
        /// How the bytes of the answer begin and what they hold.
        let prefix: String
        let part: String
        let payments: Int

        var testDescription: String { "\(fault)" }

        init(_ fault: Fault, _ prefix: String, _ part: String, _ payments: Int) {
            self.fault = fault
            self.prefix = prefix
            self.part = part
            self.payments = payments
        }
    }

    @Test(arguments: [
        Case(.dropBeforeReading, "", "", 0), Case(.dropAfterCarryingOut, "", "", 2),
        Case(.truncatedAnswer, "HTTP/1.1 200 OK\r\n", "Connection: close", 2),
        Case(.garbageAnswer, "HTTP/1.1 200 OK\r\n", "<html>", 2),
        Case(.tooManyRequests(retryAfter: 3), "HTTP/1.1 429 Too Many Requests\r\n", "Retry-After: 3\r\n", 0),
        Case(.serverError(status: 502, carriedOut: true), "HTTP/1.1 502 Bad Gateway\r\n", "<html>", 2),
        Case(.serverError(status: 500, carriedOut: false, hasEnvelope: true), "HTTP/1.1 500 ", #""failure""#, 0),
        Case(.slow, "HTTP/1.1 200 OK\r\n", #""success""#, 2),
        Case(.duplicatedDelivery, "HTTP/1.1 200 OK\r\n", #""success""#, 2),
        Case(.lateDelivery(after: 1), "", "", 0),
        Case(.staleRead(age: 1), "HTTP/1.1 200 OK\r\n", #""success""#, 2),
    ])
    func aFaultShowsOnTheWire(fault: Case) async throws {
        let iyzico = try SimulatedIyzico(faults: [1: fault.fault])
        let simulator = running(
            try Simulator(
                iyzico: iyzico, juspay: SimulatedJuspay(), limits: ServerLimits(silence: .milliseconds(20))))
        defer { simulator.stop() }
        let requestID = try await Caller(iyzico).initialize(Payroll.payout()).requestID
        let body = JSONWriter.bytes(of: MassPayoutAuthRequest(requestId: requestID))
        let answer = try #require(try await blockingExchange(simulator, Self.text("auth", body)))
        #expect(fault.prefix.isEmpty ? answer.isEmpty : answer.hasPrefix(fault.prefix))
        #expect(answer.contains(fault.part) || fault.part.isEmpty)
        #expect(iyzico.payments.count == fault.payments)
    }

    /// Leaves its end open, as a client does that waits for an answer.
    private func blockingExchange(_ simulator: Simulator, _ bytes: [UInt8]) async throws -> String? {
        try await blocking { [port = simulator.port] in
            let connection = try RawConnection(port: port)
            connection.send(bytes)
            guard let head = connection.receive(through: "\r\n\r\n") else { return connection.receiveToEnd() }
            connection.endSending()
            return head + (connection.receiveToEnd() ?? "")
        }
    }
}
