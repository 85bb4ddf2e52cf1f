import Foundation
import IyzicoMassPayoutAPI
import KurusRuntime
import PayoutSimulator

/// Calls a simulator the way a client without any judgement does: one request, whatever comes back.
struct Caller {
    let simulator: SimulatedIyzico

    init(_ simulator: SimulatedIyzico) {
        self.simulator = simulator
    }

    func initialize(_ payout: MassPayoutInitializeRequest) async throws -> Answer {
        try await call("init", JSONWriter.bytes(of: payout))
    }

    func authorize(_ requestID: String) async throws -> Answer {
        try await call("auth", JSONWriter.bytes(of: MassPayoutAuthRequest(requestId: requestID)))
    }

    func cancel(_ requestID: String) async throws -> Answer {
        try await call("cancel/\(requestID)", nil)
    }

    func retrieve(
        _ requestID: String, page: Int = 0, size: Int = 100, _ itemType: MassPayoutRetrieveRequest.ItemType? = nil
    ) async throws -> Answer {
        let body = MassPayoutRetrieveRequest(requestId: requestID, page: page, size: size, itemType: itemType)
        return try await call("retrieve", JSONWriter.bytes(of: body))
    }

    func retrieve(externalID: String, page: Int = 0, size: Int = 100) async throws -> Answer {
        let body = MassPayoutRetrieveRequest(externalMassPayoutId: externalID, page: page, size: size)
        return try await call("retrieve", JSONWriter.bytes(of: body))
    }

    func getItem(_ referenceCode: String) async throws -> Answer {
        try await call("retrieve/items/\(referenceCode)", nil, method: .get)
    }

    func getBalance() async throws -> Answer {
        try await call("balance", nil, method: .get)
    }

    func call(_ path: String, _ body: [UInt8]?, method: HTTPMethod = .post) async throws -> Answer {
        Answer(await simulator.receive(try Self.request(path, body, method: method)))
    }

    static func request(_ path: String, _ body: [UInt8]?, method: HTTPMethod = .post) throws -> HTTPRequest {
        let separator = path.contains("?") ? "" : "?locale=en"
        guard let url = URL(string: "http://127.0.0.1/v1/mass/payout/\(path)\(separator)") else { throw NoURL() }
        return HTTPRequest(method: method, url: url, fields: ["Content-Type": "application/json"], body: body)
    }

    struct NoURL: Error {}
}

/// The answer, read leniently.
struct Answer {
    let delivery: Delivery

    init(_ delivery: Delivery) {
        self.delivery = delivery
    }

    var response: HTTPResponse? {
        if case .answer(let response) = delivery { response } else { nil }
    }

    func read<Model: JSONModel>(_ type: Model.Type = Model.self) throws -> Model {
        try JSONReader.read(type, from: response?.body ?? [])
    }

    var httpStatus: Int? { response?.status }
    var status: String? { text("status") }
    var errorCode: String? { text("errorCode") }
    var requestID: String { text("requestId") ?? "none" }

    /// The payout's status as it was written.
    var payoutStatus: String? {
        get throws { try read(MassPayoutRetrieveResponse.self).massPayout?.massPayoutStatus?.rawValue }
    }

    /// The items' statuses as they were written.
    var itemStatuses: [String] {
        get throws {
            let items = try read(MassPayoutRetrieveResponse.self).massPayoutItems?.items ?? []
            return items.compactMap { $0.itemStatus?.rawValue }
        }
    }

    private func text(_ name: String) -> String? {
        guard case .object(let object)? = try? JSONReader.read(JSONValue.self, from: response?.body ?? []),
            case .string(let text)? = object.first(where: { $0.name == name })?.value
        else { return nil }
        return text
    }
}
