import IyzicoMassPayoutAPI
import KurusRuntime

/// A failure of the simulated iyzico.
///
/// The codes are those known from other services of iyzico; no list for payouts is published.
struct IyzicoFailure: Error {
    enum Kind {
        /// The requested payout or item does not exist.
        case notFound
        case refused
        /// The signature or the key is wrong.
        case unauthorized
        /// More requests than are allowed.
        case tooMany(retryAfter: Int)
        /// A failure with this HTTP status, whatever the behaviour.
        case status(Int)
    }

    let kind: Kind
    let code: String
    let message: String
    var invalidItems: [MassPayoutInvalidItem]?

    static func notFound(_ message: String) -> IyzicoFailure {
        IyzicoFailure(kind: .notFound, code: "11", message: message)
    }

    static func refused(_ message: String) -> IyzicoFailure {
        IyzicoFailure(kind: .refused, code: "11", message: message)
    }

    static func mandatory(_ field: String) -> IyzicoFailure {
        IyzicoFailure(kind: .refused, code: "24", message: "\(field) is mandatory")
    }

    static func noSuchOperation(status: Int) -> IyzicoFailure {
        IyzicoFailure(kind: .status(status), code: "11", message: "no such operation")
    }

    static func systemError(status: Int) -> IyzicoFailure {
        IyzicoFailure(kind: .status(status), code: "1", message: "system error")
    }

    func status(_ behaviour: SimulatedBehaviour) -> Int {
        switch kind {
        case .notFound: behaviour.notFound == .failureWithStatus4xx ? 404 : behaviour.failureStatus
        case .refused: behaviour.failureStatus
        case .unauthorized: behaviour.failureStatus == 200 ? 200 : 401
        case .tooMany: 429
        case .status(let status): status
        }
    }

    var fields: HTTPFields {
        if case .tooMany(let retryAfter) = kind { ["Retry-After": "\(retryAfter)"] } else { [:] }
    }
}

/// iyzico's error envelope.
struct FailureEnvelope: JSONWritable {
    let failure: IyzicoFailure
    let systemTime: Int
    var locale: String?
    var conversationId: String?

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("status", "failure")
            writer.member("errorCode", failure.code)
            writer.member("errorMessage", failure.message)
            writer.member("errorGroup", "SIMULATOR")
            writer.memberIfPresent("locale", locale)
            writer.member("systemTime", systemTime)
            writer.memberIfPresent("conversationId", conversationId)
            writer.memberIfPresent("invalidItems", failure.invalidItems)
        }
    }
}
