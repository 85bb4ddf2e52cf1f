import Foundation

/// Counts failed checks.
struct Checks {
    private(set) var failures = 0

    mutating func expect<Value: Equatable>(_ what: String, _ found: Value, _ expected: Value) {
        guard found != expected else { return }
        failures += 1
        print("\(what): found \(found), expected \(expected)")
    }
}
