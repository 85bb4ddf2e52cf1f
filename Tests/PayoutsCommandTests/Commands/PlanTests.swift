import IyzicoMassPayout
import PayoutSimulator
import Testing

@testable import payouts

extension JournalTests {
    /// `payouts plan`, and `--approved`.
    struct PlanTests {
        static let payroll =
            TestPayroll.heading
            + "p1,iban,TR20 0000 0000 0000 0000 0000 01,Ayşe Örnek,41.25,TRY,May\np2,phone,+905550000003,,1.50,TRY,x\n"

        private func hash(
            _ payroll: String, name: String = "payroll.csv", _ options: [String] = []
        ) async throws -> String {
            let folder = try CommandFolder([name: payroll])
            let options = options.isEmpty ? ["--id", "nov", "--simulator", "8700"] : options
            let outcome = await folder.run(["plan", name, "--format", "json"] + options)
            #expect(outcome.status == 0, "\(outcome)")
            #expect(folder.files == [name])
            #expect(folder.simulator.operations == [])
            return String(try #require(outcome.output.firstMatch(of: /"hash":"([0-9a-f]{64})"/)).1)
        }

        /// The digest is sha256sum's.
        @Test func hashesTheBytesThatTheManualPageDescribes() async throws {
            let body =
                #"{"externalId":"nov","conversationId":"nov","items":[{"itemExternalId":"p1","recipientType":"IBAN","#
                + #""recipientInfo":"TR200000000000000000000001","amount":{"value":41.25,"currency":"TRY"},"#
                + #""description":"May","recipientName":"Ayşe Örnek"},{"itemExternalId":"p2","recipientType":"PHONE","#
                + #""recipientInfo":"+905550000003","amount":{"value":1.5,"currency":"TRY"},"description":"x"}]}"#
            let bytes = "kurus payout plan 1\nhost 127.0.0.1:8700\npayout \(body.utf8.count)\n\(body)\n"
            let digest = Hexadecimal.text(SHA256Digest.digest(Array(bytes.utf8)))
            #expect(digest == "c417b4b61372d15f23ccb6631f3b75241499a0f826d26c8ac7a29bc1f936973d")
            #expect(try await hash(Self.payroll) == digest)
        }

        static let changes: [(from: String, to: String)] = [
            ("p1,", "p9,"), ("TR20 0000 0000 0000 0000 0000 01", "TR90 0000 0000 0000 0000 0000 02"), ("Ayşe", "Ayse"),
            ("41.25", "41.26"), ("TRY", "USD"), ("May", "may"),
            ("phone", "memberId"), ("+905550000003", "+905550000004"), (",TRY,x\n", ",TRY,x\np3,memberId,a,,1,TRY,x\n"),
        ]

        @Test(arguments: changes)
        func changesWithEverythingThatIsSent(_ change: (from: String, to: String)) async throws {
            #expect(Self.payroll.contains(change.from))
            let changed = Self.payroll.replacing(change.from, with: change.to)
            #expect(try await hash(changed) != hash(Self.payroll))
        }

        @Test(arguments: [
            ["--id", "dec", "--simulator", "8700"], ["--id", "nov", "--simulator", "8701"], ["--id", "nov"],
            ["--id", "nov", "--simulator", "8700", "--chunk", "1"],
        ])
        func changesWithHowItIsSent(_ options: [String]) async throws {
            #expect(try await hash(Self.payroll, options) != hash(Self.payroll))
        }

        @Test func changesWithTheOrderOfRows() async throws {
            let lines = Self.payroll.split(separator: "\n")
            let turned = [lines[0], lines[2], lines[1]].joined(separator: "\n") + "\n"
            #expect(try await hash(turned) != hash(Self.payroll))
        }

        @Test func staysWithWhatIsNotSent() async throws {
            let json = """
                [{"id":"p1","type":"iban","recipient":"TR200000000000000000000001","name":"Ayşe Örnek","amount":41.25,
                "currency":"TRY","description":"May"},
                {"id":"p2","type":"phone","recipient":"+905550000003","amount":"1.5","currency":"TRY","description":"x"}]
                """
            #expect(try await hash(json, name: "payroll.json") == hash(Self.payroll))
            #expect(try await hash(Self.payroll.replacing(",", with: ";")) == hash(Self.payroll))
        }

        @Test func showsEveryRowMasked() async throws {
            let folder = try CommandFolder(["payroll.csv": Self.payroll])
            let outcome = await folder.run(
                ["plan", "payroll.csv", "--id", "nov"], environment: ["IYZICO_HOST": "production"])
            #expect(
                outcome.withoutHash
                    == CommandOutcome(
                        status: 0,
                        output: """
                            order     nov: 2 items
                            total     42.75 TRY, 2 items
                            largest   p1  IBAN …01   A… Ö…  41.25 TRY
                                      p2  phone …03          1.50 TRY
                            unusual   nothing
                            host      api.iyzipay.com
                            hash      HASH
                              line  item  recipient  name      amount
                                 2  p1    IBAN …01   A… Ö…  41.25 TRY
                                 3  p2    phone …03          1.50 TRY

                            """))
        }

        @Test func sendsExactlyWhatWasApproved() async throws {
            let folder = try CommandFolder(["payroll.csv": Self.payroll])
            let hash = try await hash(Self.payroll)
            let send = ["send", "payroll.csv", "--id", "nov", "--yes", "--simulator", "8700", "--approved"]
            try folder.write(Self.payroll.replacing("41.25", with: "41.26"), to: "payroll.csv")
            let refused = await folder.run(send + [hash])
            #expect(refused.status == 3)
            #expect(
                refused.errors.hasPrefix(
                    "payouts: error: this is not the order that was approved, so nothing is sent: its hash is "))
            #expect(refused.errors.hasSuffix(", the approved one \(hash)\n"))
            #expect(folder.simulator.operations == [])
            try folder.write(Self.payroll, to: "payroll.csv")
            let sent = await folder.run(send + [hash.uppercased()])
            #expect(sent.status == 0, "\(sent)")
            // An order that is under way goes on by the same command.
            #expect(await folder.run(send + [hash]).status == 0)
            #expect(folder.simulator.payments.count == 2)
        }
    }
}
