#if Postgres
import IyzicoMassPayout
import IyzicoMassPayoutAPI
import KurusTransport
import PostgresJournal

/// The example of the catalogue's article ManyMachines, compiled.
func runWorker(
    _ database: PostgresSettings, _ identity: JournalIdentity, _ credentials: IyzicoCredentials
) async throws {
    let journal = try await PostgresJournal.open(database, for: identity, secret: credentials.journalSecret)
    var settings = PayoutSettings()
    settings.patience = WorkOptions.patience
    let client = try IyzicoMassPayoutClient.connected(
        credentials: credentials, transport: LimitedTransport(PlatformTransport(), turns: journal))
    let payouts = MassPayouts(client, journal: journal, settings: settings, turns: journal)
    try await PayoutWorker(payouts, queue: journal).run()
}
#endif
