#if Postgres
import Foundation
import Testing

@testable import PostgresJournal

@Suite struct PostgresSettingsTests {
    @Test(arguments: [
        "host=db.example password=geheim oops", "password='geheim", "postgresql://u:geheim@[db/x", "geheim",
        "passwort=geheim",
    ])
    func repeatsNoConnectionString(_ text: String) throws {
        let error = try #require(throws: PostgresError.self) { try PostgresSettings(text) }
        #expect(!"\(error)".contains("geheim"))
    }

    @Test func printsNothingOfIt() throws {
        let settings = try PostgresSettings("host=/tmp password=geheim")
        var dumped = ""
        dump(settings, to: &dumped)
        for text in ["\(settings)", String(reflecting: settings), dumped] { #expect(!text.contains("geheim")) }
    }

    @Test func failsToConnectWithoutThePassword() async throws {
        let client = PostgresClient(try PostgresSettings("host=/nonexistent password=geheim dbname=x"))
        let error = await #expect(throws: PostgresError.self) {
            try await client.transaction { session throws(PostgresError) in try session.query("SELECT 1") }
        }
        #expect(!"\(try #require(error))".contains("geheim"))
    }

    @Test(arguments: [
        ("host=/var/run/postgresql", PostgresOptions.Protection.asChosen),
        ("host=localhost sslmode=disable", .asChosen),
        ("host=127.0.0.1 sslmode=require", .asChosen),
        ("host=::1", .asChosen),
        ("host=db.example hostaddr=127.0.0.1", .asChosen),
        ("host=db.example sslmode=verify-full", .asChosen),
        ("host=db.example", .verified),
        ("postgresql://db.example/payouts", .verified),
        ("host=localhost,db.example", .verified),
        ("host=localhost hostaddr=10.0.0.1", .verified),
        ("host=127.0.0.1.example", .verified),
        ("host=db.example sslmode=require", .tooWeak(mode: "require")),
        ("host=db.example sslmode=verify-ca", .tooWeak(mode: "verify-ca")),
        ("host=db.example sslmode=disable", .tooWeak(mode: "disable")),
        ("postgresql://db.example/payouts?sslmode=allow", .tooWeak(mode: "allow")),
    ])
    func checksTheCertificateOfEveryOtherMachine(_ text: String, _ expected: PostgresOptions.Protection) throws {
        #expect(try #require(PostgresOptions(parsing: text)).protection == expected)
    }

    @Test func readsAFileOfTheOwnerOnly() throws {
        let path = NSTemporaryDirectory() + "kurus-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: path) }
        try "host=/tmp dbname=payouts\n".write(toFile: path, atomically: true, encoding: .utf8)
        for mode in [0o644, 0o660, 0o604] {
            try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
            #expect(throws: PostgresError.self) { try PostgresSettings(environment: ["KURUS_POSTGRES_FILE": path]) }
        }
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        let settings = try PostgresSettings(environment: ["KURUS_POSTGRES_FILE": path])
        #expect(settings.text == "host=/tmp dbname=payouts")
        #expect(throws: PostgresError.self) {
            try PostgresSettings(environment: ["KURUS_POSTGRES_FILE": path, "KURUS_POSTGRES": "host=/tmp"])
        }
    }

    @Test func takesTheEnvironmentsConnectionString() throws {
        #expect(try PostgresSettings(environment: ["KURUS_POSTGRES": "host=/a"]).text == "host=/a")
        #expect(try PostgresSettings(environment: [:]).text.isEmpty)
    }
}
#endif
