import Foundation
import IyzicoMassPayout

extension JournalRule {
    static let recording = [
        JournalRule("keeps an order with its payouts, time and actor") { check in
            let journal = try await check.journal()
            let amount = Decimal(sign: .plus, exponent: -2, significand: 1_234_567_890_123_456_789)
            let plan = RuleCheck.plan(
                "order", payouts: ["order-1", "order-2"], recipients: ["a", "b"], amount: amount)
            let outcome = try await journal.record(RuleCheck.recording(plan))
            guard case .recorded = outcome else { throw check.failure("recording gave \(outcome)") }
            for opening in [journal, try await check.journal()] {
                let order = try await opening.order("order")
                try check.expect(order?.plan == plan, "the order reads as \(String(describing: order))")
                try check.expect(order?.recordedAt == check.clock.now, "its time is not the clock's")
                try check.expect(order?.actor == "ayse", "its actor is not the recording's")
                let payout = try await opening.payout("order-2")
                try check.expect(payout?.payout == plan.payouts[1], "a payout is not the recorded one")
                try check.expect(payout?.orderID == "order" && payout?.lines == [], "a payout is not at its beginning")
                try check.expect(payout?.readAt == check.clock.now, "a reading has not the clock's time")
            }
        },
        JournalRule("records an order of an id once") { check in
            let journal = try await check.journalWithOrder()
            for plan in [RuleCheck.plan(RuleCheck.payoutID), RuleCheck.plan(RuleCheck.payoutID, amount: 11)] {
                let outcome = try await check.journal().record(RuleCheck.recording(plan))
                guard case .known(let order) = outcome else { throw check.failure("it gave \(outcome)") }
                try check.expect(
                    order.plan == RuleCheck.plan(RuleCheck.payoutID), "the first order is not the one kept")
            }
            try check.expect(try await journal.orders(after: 0, limit: 9).count == 1, "there is more than one order")
        },
        JournalRule("lets a payout be in one order") { check in
            let journal = try await check.journalWithOrder()
            let outcome = try await journal.record(
                RuleCheck.recording(RuleCheck.plan("other", payouts: ["new", RuleCheck.payoutID])))
            guard case .payoutKnown(let history) = outcome, history.orderID == RuleCheck.payoutID else {
                throw check.failure("it gave \(outcome)")
            }
            try check.expect(try await journal.order("other") == nil, "the order was kept")
            try check.expect(try await journal.payout("new") == nil, "a payout of it was kept")
        },
        JournalRule("records no order that repeats another one") { check in
            let journal = try await check.journal()
            _ = try await journal.record(RuleCheck.payment("first", to: "ayşe", itemID: "1"))
            check.clock.advance(by: 19 * 86_400)
            let same = RuleCheck.payment("second", to: "ayşe", itemID: "2")
            for repeated in [same, RuleCheck.payment("third", to: "ayşe", itemID: "1", amount: 11)] {
                let outcome = try await check.journal().record(repeated)
                guard case .repeats(let repeats) = outcome else { throw check.failure("it gave \(outcome)") }
                try check.expect(repeats.refused.map(\.earlier.orderID) == ["first"], "it found \(repeats)")
                try check.expect(try await journal.order(repeated.plan.id) == nil, "the order was kept")
            }
            let earlier = try await journal.earlierItems(same.query)
            try check.expect(earlier.items.map(\.itemID) == ["1"], "it finds \(earlier.items)")
            let allowed = try await journal.record(
                RuleCheck.payment("second", to: "ayşe", itemID: "2", allowing: ["first"]))
            guard case .recorded(let repeats) = allowed, repeats.notes.count == 1 else {
                throw check.failure("an allowed repeat gave \(allowed)")
            }
        },
        JournalRule("finds repeats by recipient with amount and currency, or by item id, and no others") { check in
            let journal = try await check.journal()
            _ = try await journal.record(RuleCheck.payment("first", to: "ayşe", itemID: "1"))
            for other in [
                RuleCheck.payment("second", to: "burak", itemID: "2"),
                RuleCheck.payment("second", to: "ayşe", itemID: "2", amount: 11),
                RuleCheck.payment("first", to: "ayşe", itemID: "1"),
            ] {
                let items = try await journal.earlierItems(other.query).items
                try check.expect(items.isEmpty, "it finds \(items)")
            }
            let named = try await journal.earlierItems(RuleCheck.payment("second", to: "burak", itemID: "1").query)
            try check.expect(named.items.count == 1, "by the item id it finds \(named.items)")
            check.clock.advance(by: 46 * 86_400)
            let late = try await journal.earlierItems(RuleCheck.payment("second", to: "ayşe", itemID: "1").query)
            try check.expect(late.items.isEmpty, "beyond the reach it finds \(late.items)")
            try check.expect(late.readAt == check.clock.now, "the reading has not the clock's time")
        },
        JournalRule("takes items that ended unpaid for free") { check in
            let journal = try await check.journal()
            for (end, count) in [(ItemEnd.paid, 1), (.canceled, 0), (.refunded, 0), (.failed, 1)] {
                let id = "order \(end)"
                _ = try await journal.record(RuleCheck.payment(id, to: "\(end)", itemID: "1 \(end)"))
                _ = try await journal.append(
                    RuleCheck.append(.ended([RecordedEnd(itemID: "1 \(end)", end: end)]), after: 0, payoutID: id))
                let earlier = try await journal.earlierItems(
                    RuleCheck.payment("other", to: "\(end)", itemID: "2").query)
                try check.expect(earlier.items.map(\.end) == Array(repeating: end, count: count), "\(earlier.items)")
            }
        },
        JournalRule("lets one of many recordings that repeat each other win") { check in
            let journals = [try await check.journal(), try await check.journal()]
            let wins = try await withThrowingTaskGroup(of: Bool.self) { group in
                for number in 0..<12 {
                    group.addTask {
                        let outcome = try await journals[number % 2].record(
                            RuleCheck.payment("order \(number)", to: "ayşe", itemID: "\(number)"))
                        if case .recorded = outcome { return true } else { return false }
                    }
                }
                return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            try check.expect(wins == 1, "\(wins) of them won")
        },
    ]
}
