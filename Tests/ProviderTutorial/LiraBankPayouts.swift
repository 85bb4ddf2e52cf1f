import KurusRuntime

/// Pays each reference at most once, whatever breaks on the way.
struct LiraBankPayouts: Sendable {
    let bank: any LiraBankOperations
    let log: any TransferLog

    /// Pays a transfer, or finds out what became of it.
    ///
    /// - Throws: `APIError.outcomeUnknown` while nobody can say whether the money moved: call it again later.
    func pay(_ order: TransferOrder) async throws -> Transfer {
        // A reference that was begun before is never sent again.
        guard try await log.begin(order.reference) else { return try await settle(order.reference) }
        do {
            return try await bank.createTransfer(body: order)
        } catch APIError.outcomeUnknown {
            return try await settle(order.reference)
        }
    }

    /// Reading is all that settles an unknown outcome. A bank that does not know the transfer may still be taking it, so
    /// a refused reading is an error of its caller and no permission to send.
    private func settle(_ reference: String) async throws -> Transfer {
        try await bank.getTransfer(reference: reference)
    }
}
