import SpecDiff
import Testing

@Suite struct ChangeLevelTests {
    @Test func areOrderedByGravity() {
        #expect(ChangeLevel.allCases.sorted() == [.none, .info, .warning, .breaking])
    }
}
