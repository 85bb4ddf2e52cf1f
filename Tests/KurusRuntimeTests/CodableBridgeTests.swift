import Foundation
import KurusRuntime
import Testing

@Suite struct CodableBridgeTests {
    private static let payment = Payment(
        id: "x", amount: Decimal(sign: .plus, exponent: -8, significand: 2_012_345_678), locale: .tr,
        recipientName: "Ayşe", note: .value("n"), tags: ["a", ""], destination: .bankAccount(BankAccount(iban: "TR33")))

    @Test func structsSurviveJSON() throws {
        let data = try JSONEncoder().encode(Self.payment)
        #expect(try JSONDecoder().decode(Payment.self, from: data) == Self.payment)
        #expect(try JSONReader.read(Payment.self, from: Array(data)) == Self.payment)
    }

    @Test(arguments: [PropertyListSerialization.PropertyListFormat.xml, .binary])
    func structsSurvivePropertyLists(format: PropertyListSerialization.PropertyListFormat) throws {
        let encoder = PropertyListEncoder()
        encoder.outputFormat = format
        let data = try encoder.encode(Self.payment)
        #expect(try PropertyListDecoder().decode(Payment.self, from: data) == Self.payment)
    }

    @Test(arguments: [
        Destination.bankAccount(BankAccount(iban: "x")), .wallet(Wallet(memberID: 7, parent: Wallet(memberID: 8))),
        .unrecognized(["other": [1, true, "x"]]),
    ])
    func unionsSurvive(destination: Destination) throws {
        let json = try JSONEncoder().encode(destination)
        #expect(try JSONDecoder().decode(Destination.self, from: json) == destination)
        let list = try PropertyListEncoder().encode(destination)
        #expect(try PropertyListDecoder().decode(Destination.self, from: list) == destination)
    }

    @Test func openEnumsEncodeAsTheirRawValue() throws {
        #expect(String(decoding: try JSONEncoder().encode(Payment.Locale.tr), as: UTF8.self) == #""tr""#)
        #expect(String(decoding: try JSONEncoder().encode(Priority.high), as: UTF8.self) == "1")
        #expect(
            String(decoding: try JSONEncoder().encode([Payment.Locale.unrecognized("de")]), as: UTF8.self) == #"["de"]"#
        )
        #expect(
            try JSONDecoder().decode([Payment.Locale].self, from: Data(#"["tr","de"]"#.utf8)) == [
                .tr, .unrecognized("de"),
            ])
        #expect(try JSONDecoder().decode([Priority].self, from: Data("[0,7]".utf8)) == [.low, .unrecognized(7)])
        let list = try PropertyListEncoder().encode([Payment.Locale.en])
        #expect(try PropertyListDecoder().decode([Payment.Locale].self, from: list) == [.en])
    }

    @Test func datesEncodeAsText() throws {
        let dateTime = try #require(DateTime("2026-11-20T09:30:00.10+03:00"))
        let day = try #require(CalendarDate("2026-11-20"))
        #expect(
            String(decoding: try JSONEncoder().encode([dateTime]), as: UTF8.self)
                == #"["2026-11-20T09:30:00.10+03:00"]"#)
        #expect(try JSONDecoder().decode([DateTime].self, from: try JSONEncoder().encode([dateTime])) == [dateTime])
        #expect(
            try PropertyListDecoder().decode([CalendarDate].self, from: try PropertyListEncoder().encode([day])) == [
                day
            ])
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([DateTime].self, from: Data(#"["today"]"#.utf8))
        }
    }

    @Test func errorNamesTheModelWithoutValues() throws {
        let error = #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([Payment].self, from: Data(#"[{"id":"planted","amount":true}]"#.utf8))
        }
        let text = "\(try #require(error))"
        #expect(text.contains("Payment: expected number, found boolean at /amount"), "\(text)")
        #expect(!text.contains("planted"))
    }
}
