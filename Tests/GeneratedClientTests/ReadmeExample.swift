// The README's example: a test compares the texts, the compiler proves it.

import Foundation
import IyzicoMassPayoutAPI
import KurusRuntime

func balance(through transport: any HTTPTransport) async throws(APIError) -> Decimal? {
    let client = IyzicoMassPayoutClient(APIClient(server: IyzicoMassPayoutClient.sandbox, transport: transport))
    return try await client.getBalance(locale: .en).balance
}
