/// Why a page cannot be updated.
struct PageProblem {
    let page: String
    let reason: String

    init(_ page: String, _ reason: String) {
        self.page = page
        self.reason = reason
    }
}
