import Foundation
import IyzicoMassPayoutStub
import KurusRuntime

extension SimulatedIyzico {
    /// What the caller gets for a request that meets a fault.
    func deliver(_ request: HTTPRequest, _ fault: Fault?) async -> Delivery {
        switch fault {
        case nil: return .answer(await carryOut(request))
        case .dropBeforeReading: return .dropped
        case .dropAfterCarryingOut:
            _ = await carryOut(request)
            return .dropped
        case .truncatedAnswer: return .truncated(await carryOut(request))
        case .garbageAnswer:
            _ = await carryOut(request)
            return .answer(Self.proxyPage(200))
        case .tooManyRequests(let retryAfter): return .answer(tooManyRequests(retryAfter))
        case .serverError(let status, let carriedOut, let hasEnvelope):
            if carriedOut { _ = await carryOut(request) }
            return .answer(hasEnvelope ? serverError(status) : Self.proxyPage(status))
        case .slow: return .tooLate(await carryOut(request))
        case .duplicatedDelivery:
            _ = await carryOut(request)
            return .answer(await carryOut(request))
        case .lateDelivery: return .tooLate(nil)
        case .staleRead(let age): return .answer(await carryOut(request, changesAgo: age))
        }
    }

    /// Carries a request out, whatever becomes of the answer.
    func carryOut(_ request: HTTPRequest, changesAgo age: Int = 0) async -> HTTPResponse {
        if let failure = signatures?.failure(of: request) { return envelope(failure) }
        do {
            try takeStep()
        } catch {
            return serverError(500)
        }
        let operations = SimulatedOperations(simulator: self, age: min(max(age, 0), PayoutBook.greatestAge))
        return completed(await IyzicoMassPayoutServer(operations).respond(to: request))
    }

    /// What the stub answers by itself comes in iyzico's envelope, too, and amounts get their decimals.
    private func completed(_ response: HTTPResponse) -> HTTPResponse {
        if response.status >= 400, !response.body.starts(with: Self.envelopeStart) { return enveloped(response) }
        guard behaviour.writesEightDecimals else { return response }
        return HTTPResponse(
            status: response.status, fields: response.fields, body: AmountDecimals.padded(response.body))
    }

    private static let envelopeStart = Array(#"{"status""#.utf8)

    private func enveloped(_ response: HTTPResponse) -> HTTPResponse {
        let isUnreadable = response.status == 400 || response.status == 415
        var answer = envelope(isUnreadable ? .refused("invalid request") : .noSuchOperation(status: response.status))
        answer.fields["Allow"] = response.fields["Allow"]
        return answer
    }

    private static func proxyPage(_ status: Int) -> HTTPResponse {
        .data(status, Data("<html><body>upstream</body></html>".utf8), contentType: "text/html")
    }

    private func tooManyRequests(_ retryAfter: Int) -> HTTPResponse {
        envelope(
            IyzicoFailure(kind: .tooMany(retryAfter: retryAfter), code: "50000", message: "request limit exceeded"))
    }

    private func serverError(_ status: Int) -> HTTPResponse {
        envelope(.systemError(status: status))
    }
}
