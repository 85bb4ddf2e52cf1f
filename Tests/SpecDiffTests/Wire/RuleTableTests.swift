import SpecDiff
import Testing

@Suite struct RuleTableTests {
    @Test func hasEveryIDOnce() {
        let ids = Rule.all.map(\.id)
        let repeated = Dictionary(grouping: ids, by: \.self).filter { $1.count > 1 }.keys.sorted()
        #expect(repeated == [])
        #expect(ids.count >= 150)
    }

    @Test(arguments: Rule.all) func namesItsMirrorOrTheReasonForNone(_ rule: Rule) {
        switch rule.mirror {
        case .itself: break
        case .rule(let id):
            guard let other = Rule.byID[id] else {
                Issue.record("`\(rule.id)` has the mirror `\(id)`, which is no rule")
                return
            }
            // Several rules may be the reverse of one: a removal is judged by more than an addition.
            guard case .none = other.mirror else { return }
            Issue.record("`\(id)` is the mirror of `\(rule.id)`, and has none")
        case .none(let reason): #expect(reason.count > 10)
        }
    }

    @Test(arguments: Rule.all) func saysWhatItIsAbout(_ rule: Rule) {
        #expect(rule.summary.count > 8)
        #expect(!rule.summary.hasSuffix("."))
        #expect(rule.id.allSatisfy { $0.isLowercase || $0 == "-" || $0.isNumber })
    }
}
