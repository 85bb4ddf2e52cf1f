import IyzicoMassPayout

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
