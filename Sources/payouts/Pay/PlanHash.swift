import IyzicoMassPayout
import KurusRuntime

/// The hash by which a second person approves an order: SHA-256 (FIPS 180-4) over the host and everything that initialize
/// is sent for each of the order's payouts.
///
/// The bytes are, in UTF-8 and with a line feed behind each line:
/// ```
/// kurus payout plan 1
/// host HOST
/// payout LENGTH
/// BODY
/// ```
/// HOST is the provider's host, with its port where it is a simulator. The last two lines are there for each payout, in the
/// order in which the file is cut; BODY is the JSON of its initialize request exactly as it is sent, LENGTH the number of
/// its bytes in decimal. The account's keys are not covered: who approves needs none.
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

    /// A hash as a person writes it; nil where it is none.
    static func digits(_ text: String) -> String? {
        let isHash = text.utf8.count == 64 && text.allSatisfy { $0.isASCII && $0.isHexDigit }
        return isHash ? text.lowercased() : nil
    }
}
