// What a worker does with a payout that it took.
extension MassPayouts {
    /// Goes on with a payout that was taken, as far as it comes without a person, and gives it back. It is authorized only
    /// if the payer has released it. The lease is renewed at a third of its time, whatever the provider takes for an
    /// answer.
    func work(on lease: JournalLease) async throws(PayoutError) -> PayoutReport {
        let renewal = Task { [journal, clock, settings] in
            while (try? await clock.sleep(for: settings.lease / 3)) != nil {
                do throws(JournalError) {
                    // A lease that was lost is not taken again: somebody else may be at work.
                    guard try await journal.renew(lease, for: settings.lease) != nil else { return }
                } catch {
                    // It lasts for two more thirds.
                }
            }
        }
        defer { renewal.cancel() }
        return try await run(lease.payoutID, lease) { run async throws(PayoutError) in
            run.needsRelease = true
            return try await run.toTheEnd()
        }
    }
}
