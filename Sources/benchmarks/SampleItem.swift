import Foundation
import IyzicoMassPayout
import IyzicoMassPayoutAPI
import KurusRuntime

/// An item of a salary payout, which depends only on its number.
struct SampleItem: JSONWritable {
    private let index: Int

    init(_ index: Int) {
        self.index = index
    }

    /// The amounts of the first and the last item.
    static func total(of items: Int) -> Decimal {
        SampleItem(0).amount + SampleItem(items - 1).amount
    }

    private var itemExternalId: String { "2026-11-salaries-\(padded(index, 7))" }
    private var referenceCode: String {
        "mp-\(padded(mixed(1) % 1_000_000_000_000, 12))-\(padded(mixed(2) % 1_000_000, 6))"
    }
    private var isPhone: Bool { index % 8 == 7 }
    private var isFailed: Bool { index % 50 == 49 }
    private var recipientInfo: String {
        isPhone
            ? "+90555\(padded(mixed(3) % 10_000_000, 7))"
            : "TR\(padded(mixed(4) % 1_000_000_000_000, 12))\(padded(mixed(5) % 1_000_000_000_000, 12))"
    }
    private var recipientName: String { Self.names[mixed(6) % Self.names.count] }
    private var description: String {
        index % 16 == 15 ? "Kasım 2026 maaşı\nve \"ikramiye\"" : "Kasım 2026 maaşı"
    }
    private var errorMessages: [String] { isFailed ? ["Alıcı hesabı kapalı"] : [] }
    private var minorAmount: Int { 1_500_000 + mixed(7) % 9_000_000 }
    private var amount: Decimal { Decimal(sign: .plus, exponent: -2, significand: Decimal(minorAmount)) }

    private static let names = [
        "Ayşe Çağlayan Öğüt İnce", "Mehmet Yılmaz", "Fatma Şahin", "Ali Demir", "Zeynep Kaya", "Mustafa Çelik",
        "Elif Yıldız", "Hüseyin Öztürk", "Emine Aydın", "İbrahim Arslan",
    ]

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("itemExternalId", itemExternalId)
            writer.member("referenceCode", referenceCode)
            writer.member("recipientType", isPhone ? "PHONE" : "IBAN")
            writer.member("recipientInfo", recipientInfo)
            writer.member("recipientName", recipientName)
            writer.member("description", description)
            writer.member("itemStatus", isFailed ? "FAILED" : "SUCCESS")
            writer.member("errorMessages", errorMessages)
            writer.member("totalAmount", Lexeme("\(minorAmount / 100).\(padded(minorAmount % 100, 2))000000"))
            writer.member("commissionAmount", Lexeme("2.50"))
            writer.member("currencyCode", "TRY")
        }
    }

    var model: MassPayoutItemDetail {
        MassPayoutItemDetail(
            itemExternalId: itemExternalId, referenceCode: referenceCode, recipientType: isPhone ? .phone : .iban,
            recipientInfo: recipientInfo, recipientName: recipientName, description: description,
            itemStatus: isFailed ? .failed : .success, errorMessages: errorMessages, totalAmount: amount,
            commissionAmount: 2.5, currencyCode: "TRY")
    }

    var codable: CodablePage.Item {
        CodablePage.Item(
            itemExternalId: itemExternalId, referenceCode: referenceCode, recipientType: isPhone ? .phone : .iban,
            recipientInfo: recipientInfo, recipientName: recipientName, description: description,
            itemStatus: isFailed ? .failed : .success, errorMessages: errorMessages, totalAmount: amount,
            commissionAmount: 2.5, currencyCode: "TRY")
    }

    private func padded(_ number: Int, _ length: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, length - digits.utf8.count)) + digits
    }

    /// A pseudorandom number: SplitMix64 of the numbers of the item and the member.
    private func mixed(_ member: UInt64) -> Int {
        var mixed = (UInt64(index) << 8 | member) &* 0x9E37_79B9_7F4A_7C15
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) >> 1)
    }
}

/// A number in its written form.
private struct Lexeme: JSONWritable {
    private let text: String

    init(_ text: String) {
        self.text = text
    }

    func write(to writer: inout JSONWriter) {
        writer.number(lexeme: text)
    }
}

/// The request of a payout of one item, as the signer receives it.
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
