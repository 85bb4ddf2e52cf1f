import IyzicoMassPayoutAPI

/// Which payout to read.
public enum PayoutReference: Hashable, Sendable {
    /// By the requestId that initialize answered.
    case requestID(String)
    /// By the payer's own id, the externalId of initialize. What is found when one externalId was initialized twice is
    /// not documented.
    case externalID(String)

    func request(page: Int, size: Int, _ type: MassPayoutRetrieveRequest.ItemType) -> MassPayoutRetrieveRequest {
        switch self {
        case .requestID(let id): MassPayoutRetrieveRequest(requestId: id, page: page, size: size, itemType: type)
        case .externalID(let id):
            MassPayoutRetrieveRequest(externalMassPayoutId: id, page: page, size: size, itemType: type)
        }
    }
}
