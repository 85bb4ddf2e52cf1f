import IyzicoMassPayout

/// Where an order is to be sent, as far as its hash covers it.
struct PlanHost {
    /// As summaries name it.
    let name: String
    /// As the hash has it.
    let hashed: String

    init(of account: Account) {
        name = account.hostName
        hashed = account.identity.host
    }

    init(_ host: Keys.Host) {
        name = host.name
        hashed = host.name
    }
}
