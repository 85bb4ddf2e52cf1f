import KurusRuntime

/// Pays each reference at most once, whatever fails.
struct LiraBankPayouts: Sendable {
    let bank: any LiraBankOperations
    let log: any TransferLog

    /// Pays a transfer, or reads its outcome.
    ///
    /// - Throws: `APIError.outcomeUnknown` while it is unknown whether the money moved: call it again later.
    func pay(_ order: TransferOrder) async throws -> Transfer {
        // A reference that was begun before is never sent again.
        guard try await log.begin(order.reference) else { return try await settle(order.reference) }
        do {
            return try await bank.createTransfer(body: order)
        } catch APIError.outcomeUnknown {
            return try await settle(order.reference)
        }
    }

    /// Only reading settles an unknown outcome. A bank that does not know the transfer may still be processing it, so
    /// a refused reading is an error and does not permit sending.
    private func settle(_ reference: String) async throws -> Transfer {
        try await bank.getTransfer(reference: reference)
    }
}
