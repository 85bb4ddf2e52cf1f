import IyzicoMassPayout

extension Recipient {
    /// As the column `type` of a file has it.
    var kindName: String {
        switch self {
        case .iban: "iban"
        case .phone: "phone"
        case .identityNumber: "identityNumber"
        case .memberID: "memberId"
        }
    }
}
