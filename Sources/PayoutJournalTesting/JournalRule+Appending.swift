import Foundation
import IyzicoMassPayout

extension JournalRule {
    static let appending = [
        JournalRule("keeps every kind of line, with its time, actor and token") { check in
            let journal = try await check.journalWithOrder()
            var written: [JournalLine] = []
            for step in steps(writer: "writer") {
                check.clock.advance(by: 60)
                let isAuthorizing = if case .authorizing = step { true } else { false }
                written.append(
                    try await check.append(step, to: journal, token: isAuthorizing ? "writer" : "t\(written.count)"))
            }
            let lines = try await check.lines(journal)
            try check.expect(lines == written, "\(lines) were read, and \(written) written")
            try check.expect(lines.map(\.step) == steps(writer: "writer"), "\(lines.map(\.step)) were read")
            try check.expect(lines.map(\.number) == Array(1...lines.count), "the numbers are \(lines.map(\.number))")
            try check.expect(lines.last?.time == check.clock.now, "the time is \(String(describing: lines.last?.time))")
            try check.expect(lines.allSatisfy { $0.actor == "ayse" }, "the actors are \(lines.map(\.actor))")
            let reread = try await check.lines(check.journal())
            try check.expect(reread == written, "another opening reads \(reread), not \(written)")
        },
        JournalRule("appends behind the line that the writer has read, or not at all") { check in
            let journal = try await check.journalWithOrder()
            try await check.append(.initializing, to: journal)
            for after in [0, 2] {
                let outcome = try await journal.append(RuleCheck.append(.initializing, after: after))
                try check.expect(outcome == .refused(.overtaken), "an append after \(after) of 1 gave \(outcome)")
            }
            try check.expect(try await check.lines(journal).count == 1, "a refused line was kept")
        },
        JournalRule("takes a repeated append for what it is") { check in
            let journal = try await check.journalWithOrder()
            let append = RuleCheck.append(.authorizing(requestID: "r", number: 1), after: 0, token: "own")
            let first = try await journal.append(append)
            check.clock.advance(by: 60)
            let second = try await check.journal().append(append)
            try check.expect(first == second, "the first append gave \(first), the repeated one \(second)")
            try await check.append(.ended([]), to: journal)
            let third = try await journal.append(append)
            try check.expect(first == third, "behind another line, the repeated append gave \(third)")
            let other = try await journal.append(
                RuleCheck.append(.authorizing(requestID: "r", number: 1), after: 0, token: "other"))
            try check.expect(other == .refused(.authorizationExists), "another's append gave \(other)")
            try check.expect(try await check.lines(journal).count == 2, "an append was kept twice")
        },
        JournalRule("lets one of many writers win") { check in
            let journals = [try await check.journalWithOrder(), try await check.journal()]
            let wins = try await withThrowingTaskGroup(of: Bool.self) { group in
                for writer in 0..<16 {
                    group.addTask {
                        let step: JournalStep =
                            writer.isMultiple(of: 4)
                            ? .cancelling(requestID: nil) : .authorizing(requestID: "r", number: 1)
                        let outcome = try await journals[writer % 2].append(RuleCheck.append(step, after: 0))
                        if case .appended = outcome { return true } else { return false }
                    }
                }
                return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            try check.expect(wins == 1, "\(wins) writers of one line won")
            try check.expect(try await check.lines(journals[1]).count == 1, "more than one line was kept")
        },
        JournalRule("knows no payout that was not recorded") { check in
            let journal = try await check.journal()
            let outcome = try await journal.append(RuleCheck.append(.initializing, after: 0))
            try check.expect(outcome == .refused(.unknownPayout), "an append gave \(outcome)")
            try check.expect(try await journal.payout(RuleCheck.payoutID) == nil, "a payout is there")
            try check.expect(try await journal.order(RuleCheck.payoutID) == nil, "an order is there")
        },
    ]

    /// Every kind of step, in a sequence that is allowed.
    private static func steps(writer: String) -> [JournalStep] {
        [
            .initializing, .notInitialized, .initializing,
            .initialized(requestID: "r-1", refusedItems: ["ayşe \"1\"\n"]),
            .pinned(requestID: "r-1", refusedItems: []),
            .authorizing(requestID: "r-1", number: 1), .authorizationNotSent(number: 1, writer: writer),
            .startedElsewhere, .released, .following(requestID: nil), .following(requestID: "r-2"),
            .cancelling(requestID: nil), .cancelling(requestID: "r-1"),
            .ended(ItemEnd.allCases.map { RecordedEnd(itemID: "item \($0)", end: $0) }),
            .ended([RecordedEnd(itemID: "a", end: .paid, referenceCode: "ref-1", commission: 1)]),
        ]
    }
}
