import IyzicoMassPayout
import IyzicoMassPayoutAPI

extension PayoutReport {
    /// Whether the provider shows it as taken up and not yet at its end.
    var isUnderWay: Bool {
        let isBegun =
            (status != nil && status != .initValue)
            || items.contains { $0.status != nil && $0.status != .initValue && $0.end == .open }
        return isBegun && !isFinal
    }
}
