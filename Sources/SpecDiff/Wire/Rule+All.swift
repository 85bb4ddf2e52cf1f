extension Rule {
    /// All rules, those of schemas last.
    package static let all: [Rule] = documents + operations + requests + responses + schemas

    package static let byID: [String: Rule] = Dictionary(
        all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
}
