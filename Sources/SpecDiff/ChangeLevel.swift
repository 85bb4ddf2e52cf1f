/// How grave a change is, on the wire or in Swift.
package enum ChangeLevel: Int, Sendable, CaseIterable, Comparable {
    /// Nothing is different for who sends and reads, or compiles.
    case none
    /// Something is new or allowed; what works goes on.
    case info
    /// What works may mean or do something else.
    case warning
    /// What works may fail: a request is refused, an answer is misread, a program does not compile.
    case breaking

    package var word: String {
        switch self {
        case .none: "none"
        case .info: "info"
        case .warning: "warning"
        case .breaking: "breaking"
        }
    }

    package static func < (first: Self, second: Self) -> Bool {
        first.rawValue < second.rawValue
    }
}
