import SpecDiff
import Testing

@Suite struct RuleTableTests {
    @Test func hasEveryIDOnce() {
        let ids = Rule.all.map(\.id)
        let repeated = Dictionary(grouping: ids, by: \.self).filter { $1.count > 1 }.keys.sorted()
        #expect(repeated == [])
        #expect(ids.count >= 150)
    }

    @Test(arguments: Rule.all) func namesAMirrorThatExists(_ rule: Rule) {
        #expect(Rule.byID[rule.mirror] != nil)
    }

    @Test(arguments: Rule.all) func saysWhatItIsAbout(_ rule: Rule) {
        #expect(rule.summary.count > 8)
        #expect(!rule.summary.hasSuffix("."))
        #expect(rule.id.allSatisfy { $0.isLowercase || $0 == "-" || $0.isNumber })
    }
}
