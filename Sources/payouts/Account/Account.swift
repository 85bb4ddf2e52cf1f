import IyzicoMassPayout
import IyzicoMassPayoutAPI
import KurusCommandLine
import KurusRuntime
import PayoutSimulator

/// The provider's host, the keys, and the location of the journal.
struct Account {
    let credentials: IyzicoCredentials
    let server: APIServer
    /// The name in summaries.
    let hostName: String
    /// The identity of the account in its journal.
    let identity: JournalIdentity
    /// Nil for a journal in a database or in memory.
    private(set) var journalFolder: String?
    /// Whether the journal is in a database.
    private(set) var isInDatabase = false

    static let journalName = "journal.jsonl"

    var journalPath: String? { journalFolder.map { "\($0)/\(Self.journalName)" } }

    private(set) var settings = PayoutSettings()

    /// Makes an account at iyzico.
    init(_ keys: Keys, journals: String) {
        credentials = keys.credentials
        server = keys.host.server
        hostName = keys.host.name
        identity = JournalIdentity(
            provider: "iyzico", host: hostName, keyFingerprint: keys.credentials.fingerprint)
        journalFolder = "\(journals)/iyzico/\(hostName)/\(keys.credentials.fingerprint)"
    }

    /// Makes an account at a simulator on this machine, with a separate journal.
    ///
    /// - Parameter journals: Nil for a journal in memory.
    init(simulatorAt port: UInt16, journals: String?) throws(CommandFailure) {
        credentials = try Self.simulatorKeys()
        server = APIServer("http://127.0.0.1:\(port)")
        hostName = "the simulator at 127.0.0.1:\(port)"
        identity = JournalIdentity(
            provider: "simulator", host: "127.0.0.1:\(port)", keyFingerprint: credentials.fingerprint)
        let fingerprint = credentials.fingerprint
        journalFolder = journals.map { "\($0)/simulator/127.0.0.1-\(port)/\(fingerprint)" }
        // The simulator advances with requests, not with time.
        settings.pause = .milliseconds(10)
        settings.authorizesAgainAfter = .zero
    }

    /// Returns the same account with its journal in a database.
    func inDatabase() -> Account {
        var account = self
        account.journalFolder = nil
        account.isInDatabase = true
        return account
    }

    private static func simulatorKeys() throws(CommandFailure) -> IyzicoCredentials {
        do throws(InvalidCredentials) {
            return try SimulatedCredentials.sample.iyzico()
        } catch {
            throw CommandFailure(.usage, "the simulator's keys cannot be used: \(error)")
        }
    }
}

extension Keys.Host {
    var server: APIServer {
        switch self {
        case .sandbox: IyzicoMassPayoutClient.sandbox
        case .production: IyzicoMassPayoutClient.production
        }
    }

    /// The host, without a scheme.
    var name: String { server.url.replacing("https://", with: "") }
}
