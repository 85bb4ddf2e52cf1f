import KurusRuntime
import Testing

@Suite struct CalendarDateTests {
    @Test(arguments: ["2026-11-20", "0000-01-01", "2024-02-29", "9999-12-31"])
    func readsAndWrites(text: String) throws {
        #expect(try #require(CalendarDate(text)).description == text)
    }

    @Test(arguments: [
        "", "2026-11-2", "2026-11-20 ", "2026/11/20", "2026-00-01", "2026-01-00", "2023-02-29", "2026-11-20T",
    ])
    func refusesWhatIsNoDate(text: String) {
        #expect(CalendarDate(text) == nil)
    }

    @Test func ordersByYearMonthDay() throws {
        let ordered = try ["1999-12-31", "2000-01-01", "2000-01-02", "2000-02-01"].map {
            try #require(CalendarDate($0))
        }
        #expect(ordered.reversed().sorted() == ordered)
    }

    @Test func refusesDaysThatTheMonthLacks() {
        #expect(CalendarDate(year: 2026, month: 4, day: 31) == nil)
        #expect(CalendarDate(year: 10_000, month: 1, day: 1) == nil)
        #expect(CalendarDate(year: 2026, month: 4, day: 30)?.description == "2026-04-30")
    }
}
