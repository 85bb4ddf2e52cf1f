import Foundation
import IyzicoMassPayoutAPI
import KurusRuntime

/// The six operations for one request to the simulated iyzico.
struct SimulatedOperations: IyzicoMassPayoutOperations {
    let simulator: SimulatedIyzico
    /// The number of changes that a read is behind.
    let age: Int

    var behaviour: SimulatedBehaviour { simulator.behaviour }

    /// Carries out an operation; its failure becomes iyzico's envelope.
    func answer<Answer>(
        _ locale: LocaleQuery, conversationID: String? = nil, _ body: () throws(IyzicoFailure) -> Answer
    ) throws(APIError) -> Answer {
        do throws(IyzicoFailure) {
            guard locale == .tr || locale == .en else { throw .refused("locale is tr or en") }
            return try body()
        } catch {
            let response = simulator.envelope(error, locale: locale.rawValue, conversationID: conversationID)
            throw .refused(Refusal(status: response.status, fields: response.fields, body: response.body))
        }
    }

    func initialize(
        locale: LocaleQuery, body: MassPayoutInitializeRequest
    ) async throws(APIError) -> MassPayoutInitializeResponse {
        try answer(locale, conversationID: body.conversationId) { () throws(IyzicoFailure) in
            let outcomes = try InitializeChecks(request: body, rule: simulator.outcomes).outcomes()
            let payout = try simulator.transact { (book) throws(IyzicoFailure) in
                try initialize(body, outcomes, in: book)
            }
            let checks = InitializeChecks(request: payout.request, rule: simulator.outcomes)
            let invalidItems = checks.invalidItems(payout.outcomes)
            return MassPayoutInitializeResponse(
                status: .success, systemTime: simulator.now, locale: locale.rawValue, requestId: payout.requestID,
                conversationId: body.conversationId, invalidItems: invalidItems.isEmpty ? nil : invalidItems)
        }
    }

    func authorize(
        locale: LocaleQuery, body: MassPayoutAuthRequest
    ) async throws(APIError) -> MassPayoutAuthResponse {
        try answer(locale) { () throws(IyzicoFailure) in
            guard !body.requestId.isEmpty else { throw .mandatory("requestId") }
            try simulator.transact { (book) throws(IyzicoFailure) in
                (answer: (), entry: try authorize(body.requestId, in: book))
            }
            return MassPayoutAuthResponse(status: .success, systemTime: simulator.now, locale: locale.rawValue)
        }
    }

    func cancel(requestId: String, locale: LocaleQuery) async throws(APIError) -> MassPayoutAuthResponse {
        try answer(locale) { () throws(IyzicoFailure) in
            try simulator.transact { (book) throws(IyzicoFailure) in
                guard let payout = book.payout(requestId) else { throw .notFound("no such payout") }
                guard payout.phase == .initialized else { throw .refused("only a payout in INIT can be cancelled") }
                return (answer: (), entry: .canceled(requestID: requestId))
            }
            return MassPayoutAuthResponse(status: .success, systemTime: simulator.now, locale: locale.rawValue)
        }
    }

    func getBalance(locale: LocaleQuery) async throws(APIError) -> MassPayoutBalanceResponse {
        try answer(locale) { () throws(IyzicoFailure) in
            MassPayoutBalanceResponse(
                status: .success, systemTime: simulator.now, balance: simulator.present.balance(changesAgo: age))
        }
    }
}

extension SimulatedOperations {
    private func initialize(
        _ request: MassPayoutInitializeRequest, _ outcomes: [ItemOutcome], in book: PayoutBook
    ) throws(IyzicoFailure) -> (answer: InitializedPayout, entry: LedgerEntry?) {
        if let earlier = book.payouts(externalID: request.externalId).first {
            switch behaviour.repeatedInitialize {
            case .returnsSameRequestID: return (earlier.initialized, nil)
            case .isRefused: throw .refused("externalId was used before")
            case .makesSecondPayout: break
            }
        }
        let payout = InitializedPayout(
            requestID: "SIM-\(book.payoutCount + 1)", request: request, outcomes: outcomes,
            commission: simulator.commission)
        return (payout, .initialized(payout))
    }

    private func authorize(_ requestID: String, in book: PayoutBook) throws(IyzicoFailure) -> LedgerEntry? {
        guard let payout = book.payout(requestID) else { throw .notFound("no such payout") }
        switch (payout.phase, behaviour.repeatedAuthorize) {
        case (.initialized, _): return first(of: payout, in: book)
        case (.canceled, _): throw .refused("the payout was cancelled")
        case (_, .isRefused): throw .refused("the payout was authorized before")
        case (_, .succeedsWithoutEffect): return nil
        case (.insufficientBalance, .paysAgain): return first(of: payout, in: book)
        case (.authorized, .paysAgain): return try repetition(of: payout, in: book)
        }
    }

    private func first(of payout: SimulatedPayout, in book: PayoutBook) -> LedgerEntry {
        let cost = payout.totals.cost { $0 != .isInvalid }
        let requestID = payout.initialized.requestID
        guard cost <= book.balance else { return .insufficientBalance(requestID: requestID) }
        return .authorized(requestID: requestID, payments: payments(of: payout, in: book), debited: cost)
    }

    private func repetition(of payout: SimulatedPayout, in book: PayoutBook) throws(IyzicoFailure) -> LedgerEntry {
        let cost = payout.totals.cost { $0 == .succeeds }
        guard cost <= book.balance else { throw .refused("insufficient balance") }
        return .authorized(
            requestID: payout.initialized.requestID, payments: payments(of: payout, in: book), debited: cost)
    }

    private func payments(of payout: SimulatedPayout, in book: PayoutBook) -> [Payment] {
        let paid = zip(payout.initialized.request.items, payout.initialized.outcomes).filter { $0.1 == .succeeds }
        return paid.enumerated().map { index, pair in
            Payment(
                number: book.paymentCount + index + 1, requestID: payout.initialized.requestID,
                externalID: payout.initialized.request.externalId, itemExternalID: pair.0.itemExternalId,
                amount: pair.0.amount.value, currency: pair.0.amount.currency)
        }
    }
}

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

    /// Returns the payout that matches the given ids.
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
