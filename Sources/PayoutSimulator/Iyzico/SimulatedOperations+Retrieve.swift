import Foundation
import IyzicoMassPayoutAPI
import KurusRuntime

extension SimulatedOperations {
    func retrieve(
        locale: LocaleQuery, body: MassPayoutRetrieveRequest
    ) async throws(APIError) -> MassPayoutRetrieveResponse {
        try answer(locale) { () throws(IyzicoFailure) in
            guard body.page >= 0 else { throw .refused("page begins with 0") }
            guard body.size >= 1 else { throw .refused("size is at least 1") }
            if case .unrecognized? = body.itemType { throw .refused("itemType is VALID or INVALID") }
            var answer = MassPayoutRetrieveResponse(
                status: .success, systemTime: simulator.now, locale: locale.rawValue)
            let found = try find(body, in: simulator.present)
            if let found { add(PayoutPage(found, body, behaviour), to: &answer) }
            return answer
        }
    }

    func getItem(
        referenceCode: String, locale: LocaleQuery
    ) async throws(APIError) -> MassPayoutItemRetrieveResponse {
        try answer(locale) { () throws(IyzicoFailure) in
            let item = item(referenceCode, in: simulator.present)
            if item == nil, behaviour.notFound != .successWithoutPayout { throw .notFound("no such item") }
            return MassPayoutItemRetrieveResponse(
                status: .success, systemTime: simulator.now, locale: locale.rawValue, item: item)
        }
    }

    private func find(
        _ request: MassPayoutRetrieveRequest, in book: PayoutBook
    ) throws(IyzicoFailure) -> PayoutView? {
        guard request.requestId?.isEmpty == false || request.externalMassPayoutId?.isEmpty == false else {
            throw .mandatory("requestId or externalMassPayoutId")
        }
        if let found = payouts(request, in: book) { return found }
        if behaviour.notFound == .successWithoutPayout { return nil }
        throw .notFound("no such payout")
    }

    /// The payout that fits both ids, where both are given.
    private func payouts(_ request: MassPayoutRetrieveRequest, in book: PayoutBook) -> PayoutView? {
        if let requestID = request.requestId {
            let view = book.payout(requestID).flatMap { PayoutView($0, changesAgo: age) }
            guard let externalID = request.externalMassPayoutId else { return view }
            return view?.payout.initialized.request.externalId == externalID ? view : nil
        }
        let views = book.payouts(externalID: request.externalMassPayoutId ?? "").compactMap {
            PayoutView($0, changesAgo: age)
        }
        return behaviour.repeatedExternalIDLookup == .first ? views.first : views.last
    }

    private func add(_ page: PayoutPage, to answer: inout MassPayoutRetrieveResponse) {
        answer.massPayout = page.summary
        answer.massPayoutItems = MassPayoutItemsPage(items: page.items)
        switch behaviour.pageFields {
        case .besideItems: (answer.page, answer.size, answer.total) = (page.number, page.size, page.total)
        case .insideItems:
            answer.massPayoutItems = MassPayoutItemsPage(
                items: page.items, page: page.number, size: page.size, total: page.total)
        }
    }

    private func item(_ referenceCode: String, in book: PayoutBook) -> MassPayoutItemDetail? {
        guard let (requestID, index) = PayoutView.place(ofReferenceCode: referenceCode),
            let view = book.payout(requestID).flatMap({ PayoutView($0, changesAgo: age) }),
            view.payout.initialized.request.items.indices.contains(index)
        else { return nil }
        return view.detail(ofItem: index, showsRequestID: behaviour.showsRequestIDInItems)
    }
}
