import PayoutSimulator
import SecretSearch
import Testing

@testable import payouts

extension JournalTests {
    /// The provider's messages may hold what was sent to it.
    struct ProviderTextTests {
        static let name = "Gizlenen Kişioğlu"
        static let secrets = [
            "Gizlenen", "GİZLENEN", "Kişioğlu", "KISIOGLU", "TR20", "0000 01", "555 000", "2228855", "Saklanan",
            "saklanan",
        ]
        static let payroll =
            TestPayroll.heading
            + "salaries-202611-1,iban,TR20 0000 0000 0000 0000 0000 01,\(name),1.00,TRY,Saklanan [failed]\n"
            + "salaries-202611-2,phone,+905550001234,,2.00,TRY,[invalid]\nsalaries-202611-3,memberId,2228855,,3.00,TRY,x\n"
        static let words =
            "GİZLENEN KISIOGLU'nun hesabı TR20 0000 0000 0000 0000 0000 01 (+90 555 000 12 34) bulunamadı: "
            + "Gizlenenin üyesi 2228855, saklanan"

        private func run(
            _ folder: CommandFolder, _ arguments: String...
        ) async -> CommandOutcome {
            let failed = RewordingTransport(
                transport: SimulatorTransport(folder.simulator), words: "the bank refused the payment",
                others: Self.words)
            let transport = RewordingTransport(
                transport: failed, words: "the item is not accepted", others: Self.words)
            return await folder.run(arguments + ["--simulator", "8700"], transport: transport)
        }

        @Test(arguments: ["text", "json"], [true, false])
        func areShownWithoutThePeopleOfTheFile(_ format: String, _ paysTheRest: Bool) async throws {
            let folder = try CommandFolder(["payroll.csv": Self.payroll])
            let id = "salaries-202611"
            let sent =
                paysTheRest
                ? await run(folder, "send", "payroll.csv", "--id", id, "--yes", "--format", format, "--pay-the-rest")
                : await run(folder, "send", "payroll.csv", "--id", id, "--yes", "--format", format)
            let read = await run(folder, "status", id, "payroll.csv", "--format", format)
            let blind = await run(folder, "status", id, "--format", format)
            for outcome in [sent, read, blind] {
                #expect(outcome.status == 1, "\(outcome)")
                for secret in Self.secrets { #expect(!outcome.description.contains(secret), "\(secret) in \(outcome)") }
                #expect(outcome.description.contains(id + "-1"))
            }
            #expect(sent.description.contains("bulunamadı"))
            #expect(!blind.description.contains("bulunamadı"))
        }

        /// A refusal of the whole order has the provider's words, too.
        @Test func areNotPartOfErrors() async throws {
            let payroll =
                TestPayroll.heading
                + "salaries-202611-1,iban,TR20 0000 0000 0000 0000 0000 01,\(Self.name),1.00,TRY,[invalid]\n"
            let folder = try CommandFolder(["payroll.csv": payroll])
            let transport = RewordingTransport(
                transport: SimulatorTransport(folder.simulator), words: "no item was accepted", others: Self.words)
            let send = ["send", "payroll.csv", "--id", "salaries-202611", "--yes", "--simulator", "8700"]
            let outcome = await folder.run(send, transport: transport)
            #expect(outcome.status == 1, "\(outcome)")
            #expect(
                outcome.errors.contains("payouts: error: payout salaries-202611: the provider refuses it: "),
                "\(outcome)")
            #expect(outcome.errors.contains("payouts: the provider's words: ‹redacted› ‹redacted›'nun hesabı"))
            for secret in Self.secrets where secret != "saklanan" {
                #expect(!outcome.description.contains(secret), "\(secret) in \(outcome)")
            }
        }
    }
}
