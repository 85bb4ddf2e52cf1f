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
    /// - Throws: `ContractFailure` when a journal breaks the rule, and the journal's errors.
    public func check(_ open: @escaping JournalOpening) async throws {
        try await body(RuleCheck(rule: description, open: open))
    }
}

/// A violation of the contract by a journal.
public struct ContractFailure: Error, Hashable, CustomStringConvertible {
    /// The rule that the journal breaks.
    public let rule: String
    /// The expected and the actual behaviour.
    public let text: String

    public var description: String { "\(rule): \(text)" }
}

extension JournalRule {
    static let reading = [
        JournalRule("is read without a claim, while another one writes") { check in
            let journal = try await check.journalWithOrder()
            let reader = try await check.journal()
            _ = try await journal.claim(RuleCheck.payoutID, by: RuleCheck.owner("a"), for: .seconds(60))
            for number in 1...5 {
                try await check.append(.initializing, to: journal)
                let count = try await check.lines(reader).count
                try check.expect(count == number, "\(count) lines are read of \(number)")
                let state = try await reader.order(RuleCheck.payoutID)?.payouts.first?.state
                try check.expect(state?.initializations == number, "the order reads as \(state as Any)")
            }
        },
        JournalRule("lists orders in pages, in the sequence in which they were recorded") { check in
            let journal = try await check.journal()
            let ids = (1...7).map { "order \($0)" }
            for id in ids { _ = try await journal.record(RuleCheck.recording(RuleCheck.plan(id))) }
            var found: [JournaledOrder] = []
            while true {
                let page = try await check.journal().orders(after: found.last?.position ?? 0, limit: 3)
                try check.expect(page.count <= 3, "a page has \(page.count) orders of at most 3")
                if page.isEmpty { break }
                found += page
            }
            try check.expect(found.map(\.id) == ids, "it lists \(found.map(\.id))")
            try check.expect(
                zip(found, found.dropFirst()).allSatisfy { $0.position < $1.position }, "positions do not rise")
            try check.expect(try await journal.order(ids[3]) == found[3], "an order is listed as another one")
        },
        JournalRule("has one key for all openings") { check in
            let journal = try await check.journalWithOrder()
            try check.expect(try await check.journal().key == journal.key, "the keys of two openings differ")
        },
    ]
}
