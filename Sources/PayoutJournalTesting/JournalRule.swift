public import IyzicoMassPayout

/// Opens a journal for a rule.
///
/// - Parameters:
///   - store: Names a store that is empty at first: two openings of one name see the same orders, and claims of one keep
///     the other out. Names are unique for each check of a rule.
///   - clock: The journal's clock.
public typealias JournalOpening = @Sendable (_ store: String, _ clock: ContractClock) async throws -> any PayoutJournal

/// One rule of the contract of `PayoutJournal`, to be checked against any journal.
///
/// With Swift Testing, every rule is a case of one test:
///
/// ```swift
/// @Test(arguments: JournalRule.all)
/// func keepsTheContract(_ rule: JournalRule) async throws {
///     try await rule.check { store, clock in try await MyJournal(named: store, now: { clock.now }) }
/// }
/// ```
public struct JournalRule: Sendable, CustomStringConvertible {
    /// Names the rule.
    public let description: String
    private let body: @Sendable (RuleCheck) async throws -> Void

    init(_ description: String, _ body: @escaping @Sendable (RuleCheck) async throws -> Void) {
        self.description = description
        self.body = body
    }

    /// Every rule.
    public static let all = appending + authorizing + recording + claiming + reading

    /// Checks a journal by this rule.
    ///
    /// - Throws: `ContractFailure` where a journal breaks the rule, and whatever the journal throws.
    public func check(_ open: @escaping JournalOpening) async throws {
        try await body(RuleCheck(rule: description, open: open))
    }
}

/// What a journal did against its contract.
public struct ContractFailure: Error, Hashable, CustomStringConvertible {
    /// The rule that the journal breaks.
    public let rule: String
    /// What was expected, and what the journal did.
    public let text: String

    public var description: String { "\(rule): \(text)" }
}
