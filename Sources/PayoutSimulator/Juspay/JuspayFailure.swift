import JuspayPayoutAPI
import KurusRuntime

/// Why the simulated Juspay does not answer, with the codes of its pages.
struct JuspayFailure: Hashable, Sendable {
    let status: Int
    let code: PayoutErrorCode
    let message: String

    static let keyMissing = JuspayFailure(status: 401, code: .e04, message: "API key missing")
    static let invalidKey = JuspayFailure(status: 401, code: .e02, message: "invalid API key")
    static let notFound = JuspayFailure(status: 404, code: .e09, message: "not found")

    var error: PayoutError {
        PayoutError(errorCode: code, errorMessage: message, userMessage: message, error: .boolean(true))
    }
}
