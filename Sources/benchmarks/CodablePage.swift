import Foundation

/// A retrieved page as one would write it for JSONDecoder and JSONEncoder: the members of the generated models, synthesized
/// Codable.
struct CodablePage: Codable {
    enum Status: String, Codable {
        case success
        case failure
    }

    struct Summary: Codable {
        var externalId: String?
        var merchantId: Int?
        var totalAmount: Decimal?
        var totalSuccessfulAmount: Decimal?
        var massPayoutStatus: PayoutStatus?
        var totalCommissionAmount: Decimal?
        var currency: String?
        var receivedDate: String?
        var completedDate: String?
        var canceledDate: String?
    }

    enum PayoutStatus: String, Codable {
        case initialized = "INIT"
        case inProgress = "IN_PROGRESS"
        case publishedToQueue = "PUBLISHED_TO_QUEUE"
        case completed = "COMPLETED"
        case fail = "FAIL"
        case insufficientBalance = "INSUFFICIENT_BALANCE"
        case canceled = "CANCELED"
        case success = "SUCCESS"
        case iyzicoInsufficientBalance = "IYZICO_INSUFFICIENT_BALANCE"
    }

    struct Items: Codable {
        var items: [Item]?
        var page: Int?
        var size: Int?
        var total: Int?
    }

    struct Item: Codable {
        var itemExternalId: String?
        var referenceCode: String?
        var recipientType: RecipientType?
        var recipientInfo: String?
        var recipientName: String?
        var description: String?
        var itemStatus: ItemStatus?
        var errorMessages: [String]?
        var totalAmount: Decimal?
        var commissionAmount: Decimal?
        var currencyCode: String?
        var errorMessage: String?
        var massPayoutRequestId: String?
    }

    enum RecipientType: String, Codable {
        case phone = "PHONE"
        case iban = "IBAN"
        case identityNumber = "IDENTITY_NUMBER"
        case memberID = "MEMBER_ID"
    }

    enum ItemStatus: String, Codable {
        case failed = "FAILED"
        case success = "SUCCESS"
        case initialized = "INIT"
        case invalid = "INVALID"
        case processing = "PROCESSING"
        case massPayoutCanceled = "MASS_PAYOUT_CANCELED"
        case queued = "QUEUED"
        case depositSuccess = "DEPOSIT_SUCCESS"
        case depositFail = "DEPOSIT_FAIL"
    }

    var status: Status?
    var systemTime: Int?
    var locale: String?
    var massPayout: Summary?
    var massPayoutItems: Items?
    var page: Int?
    var size: Int?
    var total: Int?
    var errorCode: String?
    var errorMessage: String?
    var errorGroup: String?
    var conversationId: String?
}
