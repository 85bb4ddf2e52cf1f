// The README's example of paying, compiled so that it stays true.

import IyzicoMassPayout
import IyzicoMassPayoutAPI
import KurusRuntime
import KurusTransport

func payNovember(_ credentials: IyzicoCredentials, journalAt path: String) async throws -> PayoutReport {
    let journal = try await FileJournal(
        at: path,
        for: JournalIdentity(
            provider: "iyzico", host: "sandbox-api.iyzipay.com", keyFingerprint: credentials.fingerprint),
        secret: credentials.journalSecret)
    let client = try IyzicoMassPayoutClient.connected(credentials: credentials, transport: PlatformTransport())
    let payouts = MassPayouts(client, journal: journal)
    let salaries = try MassPayout(
        id: "2026-11-salaries", purpose: .salary,
        items: [
            PayoutItem(
                id: "2026-11-emp-1", recipient: .iban("TR20 0000 0000 0000 0000 0000 01", name: "Ayşe Örnek"),
                amount: Money("41250.00", .tryLira), description: "November salary")
        ])
    return try await payouts.pay(salaries)
}
