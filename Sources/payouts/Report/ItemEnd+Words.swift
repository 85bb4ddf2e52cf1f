import IyzicoMassPayout

extension ItemEnd {
    /// As tables and messages have it.
    var words: String {
        switch self {
        case .paid: "paid"
        case .failed: "failed, refund pending"
        case .refunded: "failed, refunded"
        case .refundFailed: "failed, refund failed too"
        case .refused: "refused"
        case .canceled: "cancelled"
        case .unfunded: "not covered by the balance"
        case .open: "open"
        }
    }
}
