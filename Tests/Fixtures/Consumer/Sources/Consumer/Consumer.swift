import Foundation
import KurusRuntime
import TransfersAPI

/// Calls the generated clients, whose requests the generated servers answer.
@main
struct Consumer {
    static func main() async throws {
        var checks = Checks()
        try await sendAndFollow(&checks)
        await refuse(&checks)
        try await askForRates(&checks)
        print(checks.failures == 0 ? "All as expected." : "\(checks.failures) failures.")
        exit(checks.failures == 0 ? 0 : 1)
    }

    private static func transfers() -> TransfersClient {
        let server = TransfersServer(Bank())
        let transport = LoopbackTransport { await server.respond(to: $0, basePath: "/api") }
        return TransfersClient(APIClient(server: TransfersClient.production, transport: transport))
    }

    private static func sendAndFollow(_ checks: inout Checks) async throws(APIError) {
        let client = transfers()
        let amount = Decimal(string: "12345678901234567890.123456789") ?? 0
        let request = TransferRequest(iban: "TR330006100519786457841326", amount: amount, note: .value("\"Çay\" 🍵"))
        let sent = try await client.sendTransfer(body: request)
        checks.expect("identifier", sent.id, "T/1")
        checks.expect("amount", sent.amount, amount)
        checks.expect("note", sent.note, .value("\"Çay\" 🍵"))
        checks.expect("status", sent.status, .pending)
        checks.expect("is settled", sent.isSettled, false)
        checks.expect("masked", "\(request)".contains("1326"), false)
        let settled = try await client.getTransfer(id: sent.id, include: [.history, .recipient])
        checks.expect("settled", settled.isSettled, true)
        let held = try await client.getTransfer(id: sent.id)
        checks.expect("unknown status", held.status, .unrecognized("on hold"))
        try await client.cancelTransfer(id: sent.id)
        do {
            _ = try await client.getTransfer(id: sent.id)
            checks.expect("cancelled transfer", "found", "not found")
        } catch .refused(let refusal) {
            checks.expect("status of a cancelled transfer", refusal.status, 404)
        }
    }

    private static func refuse(_ checks: inout Checks) async {
        do {
            _ = try await transfers().sendTransfer(body: TransferRequest(iban: "TR1", amount: 0, note: .null))
            checks.expect("empty transfer", "accepted", "refused")
        } catch .refused(let refusal) {
            let expected = SendTransferOperation.Failure.unprocessableContent(Problem(message: "nothing to send"))
            checks.expect("refusal", SendTransferOperation.Failure(refusal), expected)
        } catch {
            checks.expect("error", "\(error)", "a refusal")
        }
    }

    private static func askForRates(_ checks: inout Checks) async throws(APIError) {
        let server = RatesServer(FixedRates())
        let transport = LoopbackTransport { await server.respond(to: $0) }
        let client = RatesClient(APIClient(server: APIServer("https://rates.example"), transport: transport))
        let rate = try await client.getRate(currency: "TRY")
        checks.expect("rate", rate.price.description, "0.0243902439024390243902439024390244")
    }
}
