import Foundation
import IyzicoMassPayout

extension JournalRule {
    static let claiming = [
        JournalRule("gives a payout to one owner at a time") { check in
            let journals = [try await check.journalWithOrder(), try await check.journal()]
            let lease = try await claimed(journals[0], RuleCheck.owner("a"), check)
            for journal in journals {
                let outcome = try await journal.claim(
                    RuleCheck.payoutID, by: RuleCheck.owner("b"), for: .seconds(60))
                guard case .busy(let other) = outcome else { throw check.failure("a second claim gave \(outcome)") }
                try check.expect(other?.actor == "ayse" && other?.process == 1, "the owner reads as \(other as Any)")
            }
            await journals[1].release(
                JournalLease(payoutID: RuleCheck.payoutID, owner: RuleCheck.owner("b"), end: lease.end))
            let still = try await journals[0].claim(RuleCheck.payoutID, by: RuleCheck.owner("b"), for: .seconds(60))
            guard case .busy = still else { throw check.failure("another's release gave it free: \(still)") }
            await journals[0].release(lease)
            let next = try await claimed(journals[1], RuleCheck.owner("b"), check)
            await journals[0].release(lease)
            try check.expect(
                try await journals[1].renew(next, for: .seconds(60)) != nil, "a late release ended another's lease")
        },
        JournalRule("keeps claims of two orders apart") { check in
            let journals = [try await check.journalWithOrder(), try await check.journal()]
            _ = try await journals[0].record(RuleCheck.recording(RuleCheck.plan("other")))
            _ = try await claimed(journals[0], RuleCheck.owner("a"), check)
            let outcome = try await journals[1].claim("other", by: RuleCheck.owner("b"), for: .seconds(60))
            guard case .claimed = outcome else { throw check.failure("the other order's claim gave \(outcome)") }
            let unknown = try await journals[1].claim("unknown", by: RuleCheck.owner("b"), for: .seconds(60))
            try check.expect(unknown == .unknownPayout, "a claim of an unknown payout gave \(unknown)")
        },
        JournalRule("ends a lease by its own clock, where leases have an end") { check in
            let journal = try await check.journalWithOrder()
            let lease = try await claimed(journal, RuleCheck.owner("a"), check)
            guard let end = lease.end else { return }
            try check.expect(end == check.clock.now + 60, "the lease ends at \(end)")
            check.clock.advance(by: 40)
            guard let renewed = try await journal.renew(lease, for: .seconds(60)) else {
                throw check.failure("a living lease was not renewed")
            }
            check.clock.advance(by: 40)
            try check.expect(
                try await journal.renew(renewed, for: .seconds(60)) != nil, "a renewed lease ended too early")
            check.clock.advance(by: 61)
            try check.expect(
                try await journal.renew(renewed, for: .seconds(60)) == nil, "a lease that ended was renewed")
            _ = try await claimed(journal, RuleCheck.owner("b"), check)
            try check.expect(try await journal.renew(renewed, for: .seconds(60)) == nil, "another's lease was renewed")
        },
    ]

    private static func claimed(
        _ journal: any PayoutJournal, _ owner: LeaseOwner, _ check: RuleCheck
    ) async throws -> JournalLease {
        let outcome = try await journal.claim(RuleCheck.payoutID, by: owner, for: .seconds(60))
        guard case .claimed(let lease) = outcome, lease.owner == owner, lease.payoutID == RuleCheck.payoutID else {
            throw check.failure("a claim of a free payout gave \(outcome)")
        }
        return lease
    }
}

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
