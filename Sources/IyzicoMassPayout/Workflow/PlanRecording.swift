import IyzicoMassPayoutAPI
import KurusRuntime

// What of an order goes into the journal: nothing of a recipient but a hash under a key that is never stored, so that
// equal recipients are recognized and none can be guessed from the file.
extension RecordedPlan {
    init(_ plan: PayoutPlan, hashKey: [UInt8]) {
        self.init(id: plan.id, payouts: plan.payouts.map { RecordedPayout($0, hashKey: hashKey) })
    }
}

extension RecordedPayout {
    init(_ payout: MassPayout, hashKey: [UInt8]) {
        self.init(
            id: payout.id, currency: payout.total.currency.code,
            bodyHash: KeyedHash.text(JSONWriter.bytes(of: payout.request), key: hashKey),
            items: payout.items.map { RecordedItem($0, hashKey: hashKey) })
    }
}

extension RecordedItem {
    init(_ item: PayoutItem, hashKey: [UInt8]) {
        let request = item.request
        let recipient = [request.recipientType.rawValue, request.recipientInfo, request.recipientName ?? ""]
        self.init(
            id: item.id, amount: item.amount.amount,
            recipientHash: KeyedHash.text(Array(recipient.joined(separator: "\0").utf8), key: hashKey))
    }
}

/// HMAC-SHA256 (RFC 2104) in hexadecimal: without the key, a short list of recipients cannot be tried out against it.
enum KeyedHash {
    static func text(_ message: [UInt8], key: [UInt8]) -> String {
        Hexadecimal.text(HMACSHA256.code(key: key, message: message))
    }
}
