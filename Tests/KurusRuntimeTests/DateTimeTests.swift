import Foundation
import KurusRuntime
import SeededRandom
import Testing

@Suite struct DateTimeTests {
    @Test(arguments: [
        "2026-11-20T09:30:00Z", "1985-04-12T23:20:50.52Z", "1996-12-19T16:39:57-08:00", "1990-12-31T23:59:60Z",
        "1937-01-01T12:00:27.87+00:20", "2026-02-28T00:00:00.000000000000123400+14:00", "0000-02-29T00:00:00-00:00",
        "9999-12-31T23:59:59.9+00:00", "2000-02-29T00:00:00.000-23:59",
    ])
    func keepsEveryCharacter(text: String) throws {
        #expect(try #require(DateTime(text)).description == text)
    }

    @Test func lettersBecomeUpperCase() throws {
        let dateTime = try #require(DateTime("2026-11-20t09:30:00.5z"))
        #expect(dateTime.description == "2026-11-20T09:30:00.5Z")
        #expect(dateTime == DateTime("2026-11-20T09:30:00.5Z"))
    }

    @Test(arguments: [
        "", "2026-11-20", "2026-11-20T09:30:00", "2026-11-20 09:30:00Z", "2026-11-20T09:30Z", "2026-11-20T24:00:00Z",
        "2026-11-20T09:60:00Z", "2026-11-20T09:30:61Z", "2026-11-20T09:30:00.Z", "2026-11-20T09:30:00,5Z",
        "2026-13-20T09:30:00Z", "2026-11-31T09:30:00Z", "2025-02-29T09:30:00Z", "1900-02-29T09:30:00Z",
        "2026-11-20T09:30:00+24:00", "2026-11-20T09:30:00+01:60", "2026-11-20T09:30:00+0100", "2026-11-20T09:30:00Z ",
        "+2026-11-20T09:30:00Z", "２０２６-11-20T09:30:00Z", "26-11-20T09:30:00Z", "2026-11-20T09:30:00-1:00",
    ])
    func refusesWhatIsNoDateTime(text: String) {
        #expect(DateTime(text) == nil)
    }

    @Test func partsAreReadAsWritten() throws {
        let dateTime = try #require(DateTime("2026-11-20T09:30:07.0123456789-03:30"))
        #expect((dateTime.year, dateTime.month, dateTime.day) == (2026, 11, 20))
        #expect((dateTime.hour, dateTime.minute, dateTime.second) == (9, 30, 7))
        #expect(dateTime.fraction == "0123456789")
        #expect(dateTime.nanosecond == 12_345_678)
        #expect(dateTime.offsetMinutes == -210)
    }

    @Test(arguments: [
        ("1970-01-01T00:00:00Z", 0), ("1970-01-01T03:00:00+03:00", 0), ("1969-12-31T23:59:59.5Z", -0.5),
        ("2026-11-20T09:30:00.125Z", 1_795_167_000.125), ("0001-01-01T00:00:00Z", -62_135_596_800),
        ("2016-12-31T23:59:60Z", 1_483_228_800), ("9999-12-31T23:59:59Z", 253_402_300_799),
    ])
    func givesItsMoment(text: String, seconds: Double) throws {
        #expect(try #require(DateTime(text)).date.timeIntervalSince1970 == seconds)
    }

    @Test(arguments: [
        (0, "1970-01-01T00:00:00Z"), (0.5, "1970-01-01T00:00:00.500Z"), (-0.001, "1969-12-31T23:59:59.999Z"),
        (1_795_167_000.125, "2026-11-20T09:30:00.125Z"), (951_782_400, "2000-02-29T00:00:00Z"),
        (0.0004, "1970-01-01T00:00:00Z"), (-62_167_219_200, "0000-01-01T00:00:00Z"),
        (.infinity, "9999-12-31T23:59:59.999Z"), (-.infinity, "0000-01-01T00:00:00Z"), (.nan, "1970-01-01T00:00:00Z"),
    ])
    func dateBecomesMillisecondsInUTC(seconds: Double, text: String) {
        #expect(DateTime(Date(timeIntervalSince1970: seconds)).description == text)
    }

    @Test func orderIsThatOfMoments() throws {
        let texts = [
            "2026-11-20T09:30:00+03:00", "2026-11-20T06:30:00.0001Z", "2026-11-20T06:30:00.00010001Z",
            "2026-11-20T06:30:00.2Z", "2026-11-20T06:30:60Z", "2026-11-20T06:31:00.5Z",
        ]
        let ordered = try texts.map { try #require(DateTime($0)) }
        #expect(ordered.reversed().sorted() == ordered)
    }

    @Test func equalMomentsAreOrderedByText() throws {
        let east = try #require(DateTime("2026-11-20T09:30:00+03:00"))
        let utc = try #require(DateTime("2026-11-20T06:30:00Z"))
        #expect(east != utc)
        #expect((utc < east) != (east < utc))
    }

    @Test func randomMomentsComeBack() throws {
        let seed = UInt64.random(in: 0 ... .max)
        print("randomMomentsComeBack seed: \(seed)")
        var random = SeededGenerator(seed)
        for _ in 0..<2000 {
            let milliseconds = Int.random(in: -62_167_219_200_000...253_402_300_799_999, using: &random)
            let dateTime = DateTime(Date(timeIntervalSince1970: Double(milliseconds) / 1000))
            #expect(DateTime(dateTime.description) == dateTime)
            #expect((dateTime.date.timeIntervalSince1970 * 1000).rounded() == Double(milliseconds), "seed \(seed)")
        }
    }
}
