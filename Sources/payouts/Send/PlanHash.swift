import IyzicoMassPayout
import KurusRuntime

/// The hash by which a second person approves an order: SHA-256 (FIPS 180-4) over the host and the initialize request
/// of each of the order's payouts.
///
/// The bytes are UTF-8, with a line feed after each line:
/// ```
/// kurus payout plan 1
/// host HOST
/// payout LENGTH
/// BODY
/// ```
/// HOST is the provider's host, for a simulator with its port. The last two lines are repeated for each payout, in order.
/// BODY is the JSON of its initialize request exactly as it is sent, and LENGTH the number of its bytes in decimal. The
/// account's keys are not covered, so approving needs none.
struct PlanHash {
    /// 64 lower-case hexadecimal digits.
    let text: String

    init(_ plan: PayoutPlan, host: String) {
        var hash = SHA256Computation()
        hash.update(Array("kurus payout plan 1\nhost \(host)\n".utf8))
        for payout in plan.payouts {
            let body = JSONWriter.bytes(of: payout.request)
            hash.update(Array("payout \(body.count)\n".utf8) + body + [0x0A])
        }
        text = Hexadecimal.text(hash.finalize())
    }

    /// Normalizes a hash that a person wrote; nil for any other text.
    static func digits(_ text: String) -> String? {
        let isHash = text.utf8.count == 64 && text.allSatisfy { $0.isASCII && $0.isHexDigit }
        return isHash ? text.lowercased() : nil
    }
}

/// The host of an order, for its summary and hash.
struct PlanHost {
    /// The name in summaries.
    let name: String
    /// The text in the hash.
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
