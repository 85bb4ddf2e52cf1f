/// Why a request cannot be served. The connection ends with it, since nobody knows where the next request begins.
struct RequestProblem: Error, Hashable {
    let status: Int
    let reason: String

    init(_ status: Int, _ reason: String) {
        self.status = status
        self.reason = reason
    }

    static func malformed(_ reason: String) -> RequestProblem {
        RequestProblem(400, reason)
    }

    static let headTooLarge = RequestProblem(431, "the head is too large")
    static let bodyTooLarge = RequestProblem(413, "the content is too large")
}
