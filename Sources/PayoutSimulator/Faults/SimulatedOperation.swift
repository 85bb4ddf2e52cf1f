import KurusRuntime

/// What a request to the simulated iyzico asks for, by its path alone.
public enum SimulatedOperation: Hashable, Sendable, CaseIterable {
    case initialize
    case authorize
    case cancel
    case retrieve
    case getItem
    case getBalance
    /// No operation of the pages.
    case unknown

    init(_ request: HTTPRequest) {
        let path = request.target.prefix { $0 != "?" }.split(separator: "/").drop { $0 != "payout" }.dropFirst()
        switch (path.first, path.count) {
        case ("init", 1): self = .initialize
        case ("auth", 1): self = .authorize
        case ("cancel", 2): self = .cancel
        case ("retrieve", 1): self = .retrieve
        case ("retrieve", 3): self = .getItem
        case ("balance", 1): self = .getBalance
        default: self = .unknown
        }
    }
}
