import Foundation
import KurusRuntime
import TransfersAPI

/// A bank that keeps its transfers in memory; used by the server stub, and in place of the client in tests.
actor Bank: TransfersOperations {
    private var transfers: [String: Transfer] = [:]

    func sendTransfer(body: TransferRequest) async throws(APIError) -> Transfer {
        guard body.amount > 0 else {
            throw .refused(Refusal(status: 422, json: Problem(message: "nothing to send")))
        }
        let transfer = Transfer(
            id: "T/\(transfers.count + 1)", status: .pending, amount: body.amount, note: body.note)
        transfers[transfer.id] = transfer
        return transfer
    }

    func getTransfer(
        id: String, include: [GetTransferOperation.IncludeElement]?
    ) async throws(APIError) -> Transfer {
        guard var transfer = transfers[id] else {
            throw .refused(Refusal(status: 404, json: Problem(message: "no such transfer")))
        }
        transfer.status = include == [.history, .recipient] ? .settled : .unrecognized("on hold")
        return transfer
    }

    func cancelTransfer(id: String) async throws(APIError) {
        transfers[id] = nil
    }
}

/// Rates that never change.
struct FixedRates: RatesOperations {
    func getRate(currency: String) async throws(APIError) -> Rate {
        guard currency == "TRY" else { throw .refused(Refusal(status: 404, body: [])) }
        return Rate(price: Decimal(string: "0.0243902439024390243902439024390244") ?? 0)
    }
}
