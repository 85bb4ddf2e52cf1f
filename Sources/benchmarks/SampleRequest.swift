import Foundation
import IyzicoMassPayout
import IyzicoMassPayoutAPI
import KurusRuntime

/// The request of a payout of one item, as it comes to the signer.
enum SampleRequest {
    static func initialize() throws -> HTTPRequest {
        let item = PayoutItem(
            id: "row-1", recipient: .iban("TR330006100519786457841326", name: "Ayşe Öğüt"),
            amount: try Money("12345.67", .tryLira), description: "Kasım 2026 maaşı")
        let payout = try MassPayout(id: "2026-11-salaries", purpose: .salary, items: [item])
        let text = IyzicoMassPayoutClient.sandbox.url + "/v1/mass/payout/init?locale=tr"
        guard let url = URL(string: text) else { throw URLError(.badURL) }
        return HTTPRequest(method: .post, url: url, body: JSONWriter.bytes(of: payout.request))
    }
}
