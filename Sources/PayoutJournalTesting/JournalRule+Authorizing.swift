import IyzicoMassPayout

extension JournalRule {
    static let authorizing = [
        JournalRule("keeps one authorizing line a number") { check in
            let journal = try await check.journalWithOrder()
            try await check.append(.authorizing(requestID: "r", number: 1), to: journal)
            let again = try await journal.append(
                RuleCheck.append(.authorizing(requestID: "r", number: 1), after: 1))
            try check.expect(again == .refused(.authorizationExists), "the number again gave \(again)")
            try await check.append(.authorizing(requestID: "r", number: 2), to: journal)
            let earlier = try await journal.append(
                RuleCheck.append(.authorizing(requestID: "r", number: 1), after: 2))
            try check.expect(earlier == .refused(.authorizationExists), "an earlier number gave \(earlier)")
        },
        JournalRule("takes authorizationNotSent from the line's writer only") { check in
            let journal = try await check.journalWithOrder()
            try await check.append(.authorizing(requestID: "r", number: 1), to: journal, token: "own")
            for (number, writer) in [(1, "other"), (1, nil), (2, "own")] as [(Int, String?)] {
                let outcome = try await journal.append(
                    RuleCheck.append(.authorizationNotSent(number: number, writer: writer), after: 1))
                try check.expect(
                    outcome == .refused(.notTheWriter), "\(writer ?? "nobody"), number \(number) gave \(outcome)")
            }
            try await check.append(.authorizationNotSent(number: 1, writer: "own"), to: journal)
            try await check.append(.authorizing(requestID: "r", number: 2), to: journal, token: "second")
            let late = try await journal.append(
                RuleCheck.append(.authorizationNotSent(number: 1, writer: "own"), after: 3))
            try check.expect(late == .refused(.notTheWriter), "an earlier number gave \(late)")
        },
        JournalRule("authorizes nothing that is given up or started elsewhere") { check in
            for step in [JournalStep.cancelling(requestID: nil), .startedElsewhere] {
                let other = RuleCheck(rule: check.rule, open: check.open)
                let journal = try await other.journalWithOrder()
                try await other.append(step, to: journal)
                let outcome = try await journal.append(
                    RuleCheck.append(.authorizing(requestID: "r", number: 1), after: 1))
                try check.expect(outcome == .refused(.neverAuthorized), "behind \(step) it gave \(outcome)")
            }
        },
    ]
}
