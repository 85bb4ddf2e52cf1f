import IyzicoMassPayout
import IyzicoMassPayoutAPI
import KurusCommandLine
import KurusRuntime
import PayoutSimulator

/// Where payouts are sent, by which keys, and where their journal lies.
struct Account {
    let credentials: IyzicoCredentials
    let server: APIServer
    /// As summaries name it.
    let hostName: String
    /// Whose payouts the journal keeps.
    let identity: JournalIdentity
    /// Nil for a journal in a database, and for one that ends with its process.
    private(set) var journalFolder: String?
    /// Whether its journal is in a database.
    private(set) var isInDatabase = false

    static let journalName = "journal.jsonl"

    var journalPath: String? { journalFolder.map { "\($0)/\(Self.journalName)" } }

    private(set) var settings = PayoutSettings()

    /// iyzico itself.
    init(_ keys: Keys, journals: String) {
        credentials = keys.credentials
        server = keys.host.server
        hostName = keys.host.name
        identity = JournalIdentity(
            provider: "iyzico", host: hostName, keyFingerprint: keys.credentials.fingerprint)
        journalFolder = "\(journals)/iyzico/\(hostName)/\(keys.credentials.fingerprint)"
    }

    /// A simulator of this machine; its journal lies apart from those of money.
    ///
    /// - Parameter journals: Nil for a journal that ends with its process.
    init(simulatorAt port: UInt16, journals: String?) throws(CommandFailure) {
        credentials = try Self.simulatorKeys()
        server = APIServer("http://127.0.0.1:\(port)")
        hostName = "the simulator at 127.0.0.1:\(port)"
        identity = JournalIdentity(
            provider: "simulator", host: "127.0.0.1:\(port)", keyFingerprint: credentials.fingerprint)
        let fingerprint = credentials.fingerprint
        journalFolder = journals.map { "\($0)/simulator/127.0.0.1-\(port)/\(fingerprint)" }
        // It moves on by requests, not by time.
        settings.pause = .milliseconds(10)
        settings.authorizesAgainAfter = .zero
    }

    /// The same account, its journal in a database.
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

    /// Without the scheme.
    var name: String { server.url.replacing("https://", with: "") }
}
