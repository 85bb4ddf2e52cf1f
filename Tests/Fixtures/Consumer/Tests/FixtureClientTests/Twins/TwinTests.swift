import Foundation
import KurusRuntime
import Testing
import TwinOneAPI
import TwinTwoAPI

/// Two clients whose schemas, parameters and operations have the same names, in one file.
@Suite struct TwinTests {
    private struct One: TwinOneOperations {
        func pay(
            language: TwinOneAPI.Language?, body: TwinOneAPI.Payment
        ) async throws(APIError) -> TwinOneAPI.PayOperation.Output {
            guard body.amount.value > 0 else {
                throw .refused(Refusal(status: 400, json: TwinOneAPI.ErrorModel(code: "amount")))
            }
            return language == .tr ? .ok(body: body) : .created
        }
    }

    private struct Two: TwinTwoOperations {
        func pay(
            language: TwinTwoAPI.Language?, body: TwinTwoAPI.Payment
        ) async throws(APIError) -> TwinTwoAPI.PayOperation.Output {
            throw .refused(Refusal(status: 400, json: TwinTwoAPI.ErrorModel(code: body.amount.value)))
        }
    }

    @Test func typesOfEqualNamesAreToldApartByTheirModules() throws {
        let first = TwinOneAPI.Amount(value: 1.25, currency: TwinOneAPI.Currency.try)
        let second = TwinTwoAPI.Amount(value: 125, currency: TwinTwoAPI.Currency.inr)
        #expect(json(TwinOneAPI.Payment(amount: first)) == #"{"amount":{"value":1.25,"currency":"TRY"}}"#)
        #expect(json(TwinTwoAPI.Payment(amount: second)) == #"{"amount":{"value":125,"currency":"INR"}}"#)
        #expect(throws: JSONError.self) { try read(TwinTwoAPI.Amount.self, json(first)) }
    }

    @Test func clientsOfBothSpeakToTheirServers() async throws {
        let one = TwinOneServer(One())
        let two = TwinTwoServer(Two())
        let first = TwinOneClient(
            APIClient(server: TwinOneClient.production, transport: ServerTransport { await one.respond(to: $0) }))
        let second = TwinTwoClient(
            APIClient(server: TwinTwoClient.production, transport: ServerTransport { await two.respond(to: $0) }))
        let payment = TwinOneAPI.Payment(amount: TwinOneAPI.Amount(value: 5, currency: .try))
        #expect(try await first.pay(language: .tr, body: payment) == .ok(body: payment))
        #expect(try await first.pay(body: payment) == .created)
        do {
            let amount = TwinTwoAPI.Amount(value: 7, currency: .inr)
            _ = try await second.pay(body: TwinTwoAPI.Payment(amount: amount))
            Issue.record("no error")
        } catch .refused(let refusal) {
            #expect(TwinTwoAPI.PayOperation.Failure(refusal) == .badRequest(TwinTwoAPI.ErrorModel(code: 7)))
            #expect(TwinOneAPI.PayOperation.Failure(refusal) == .undocumented(refusal))
        }
    }
}
