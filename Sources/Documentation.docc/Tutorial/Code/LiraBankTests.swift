import Foundation
import KurusRuntime
import Testing

@Suite struct LiraBankTests {
    private let order = TransferOrder(
        reference: "2026-11-emp-1", iban: "TR200000000000000000000001", amount: Decimal(41250))

    @Test func paysOnce() async throws {
        let bank = ScriptedBank(answers: [.taken])
        let paid = try await payouts(bank).pay(order)
        #expect(paid.status == .pending)
        #expect(await bank.requests == ["POST /transfers"])
    }

    @Test func readsBackWhatIsUnknown() async throws {
        let bank = ScriptedBank(answers: [.connectionBreaks, .found])
        let paid = try await payouts(bank).pay(order)
        #expect(paid.status == .paid)
        #expect(await bank.requests == ["POST /transfers", "GET /transfers/2026-11-emp-1"])
    }

    @Test func neverSendsAgainAfterTheProgramEnded() async throws {
        let url = FileManager.default.temporaryDirectory.appending(path: "transfers-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: url) }
        let bank = ScriptedBank(answers: [.connectionBreaks, .connectionBreaks, .found])
        await #expect(throws: APIError.self) {
            try await payouts(bank, log: TransferLogFile(at: url)).pay(order)
        }
        let paid = try await payouts(bank, log: TransferLogFile(at: url)).pay(order)
        #expect(paid.status == .paid)
        #expect(await bank.requests.filter { $0.hasPrefix("POST") }.count == 1)
    }

    @Test func showsNoIBANAndNoToken() {
        let bank = ScriptedBank(answers: [])
        let client = LiraBankClient.connected(token: Secret("a-token"), transport: bank)
        #expect(!"\(order)".contains("TR2000"))
        #expect(!String(reflecting: client).contains("a-token"))
    }

    private func payouts(_ bank: ScriptedBank, log: any TransferLog = MemoryLog()) -> LiraBankPayouts {
        let signer = LiraBankSigner(token: Secret("a-token"))
        let client = APIClient(server: LiraBankClient.sandbox, transport: bank, signer: signer)
        return LiraBankPayouts(bank: LiraBankClient(client), log: log)
    }
}

/// Answers from a list, one after the other.
actor ScriptedBank: HTTPTransport {
    enum Answer {
        case taken, found, connectionBreaks
    }

    private var answers: [Answer]
    private(set) var requests: [String] = []

    init(answers: [Answer]) {
        self.answers = answers
    }

    func send(_ request: HTTPRequest, timeout: Duration) throws -> HTTPResponse {
        requests.append("\(request.method) \(request.target)")
        switch answers.isEmpty ? .connectionBreaks : answers.removeFirst() {
        case .taken: return response(201, "PENDING")
        case .found: return response(200, "PAID")
        case .connectionBreaks: throw TransportError(.interrupted, "the connection broke")
        }
    }

    private func response(_ status: Int, _ word: String) -> HTTPResponse {
        let body = #"{"reference": "2026-11-emp-1", "amount": 41250.00, "status": "\#(word)"}"#
        return HTTPResponse(status: status, fields: ["Content-Type": "application/json"], body: Array(body.utf8))
    }
}

/// A log that ends with its test.
actor MemoryLog: TransferLog {
    private var references: Set<String> = []

    func begin(_ reference: String) -> Bool {
        references.insert(reference).inserted
    }
}
