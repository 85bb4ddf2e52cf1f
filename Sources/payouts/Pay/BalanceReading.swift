import Foundation
import IyzicoMassPayout
import IyzicoMassPayoutAPI
import KurusCommandLine
import KurusRuntime

/// Reads the balance that payouts are paid from.
enum BalanceReading {
    /// Without a currency: iyzico reports none.
    static func balance(_ operations: any IyzicoMassPayoutOperations) async throws(CommandFailure) -> Decimal {
        let answer: MassPayoutBalanceResponse
        do throws(APIError) {
            answer = try await operations.getBalance(locale: .en)
        } catch {
            // The request names nobody, so the provider's words repeat nobody's name.
            let reasons = [error.plainText] + error.messages.map(SafeText.printable)
            throw CommandFailure(.providerFailed, "the balance cannot be read: \(reasons.joined(separator: ": "))")
        }
        guard let balance = answer.balance else {
            throw CommandFailure(.providerFailed, "the balance cannot be read: the answer holds none")
        }
        return balance
    }
}
