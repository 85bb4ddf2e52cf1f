import Foundation
import IyzicoMassPayout
import IyzicoMassPayoutAPI
import KurusRuntime
import SecretSearch
import Testing

@Suite struct MassPayoutTests {
    @Test func sendsWhatWasGiven() throws {
        let items = [
            PayoutItem(
                id: "row-1", recipient: .iban("tr33 0006 1005 1978 6457 8413 26", name: "Ayşe Öğüt"),
                amount: try Money("1234.50", .tryLira), description: "Ağustos maaşı"),
            PayoutItem(
                id: "row-2", recipient: .phone("+905551112233"), amount: try Money("10", .tryLira), description: "👩‍🌾",
                nonWithdrawable: true),
        ]
        let payout = try MassPayout(id: "2026-11", conversationID: "c-1", purpose: .salary, items: items)
        let body =
            #"{"externalId":"2026-11","conversationId":"c-1","purpose":"SALARY","items":["#
            + #"{"itemExternalId":"row-1","recipientType":"IBAN","recipientInfo":"TR330006100519786457841326","#
            + #""amount":{"value":1234.5,"currency":"TRY"},"description":"Ağustos maaşı","recipientName":"Ayşe Öğüt"},"#
            + #"{"itemExternalId":"row-2","recipientType":"PHONE","recipientInfo":"+905551112233","#
            + #""amount":{"value":10,"currency":"TRY"},"description":"👩‍🌾","nonWithdrawable":true}]}"#
        #expect(String(decoding: JSONWriter.bytes(of: payout.request), as: UTF8.self) == body)
        #expect(payout.total == (try Money("1244.50", .tryLira)))
    }

    @Test func conversationIsThePayoutUnlessGiven() throws {
        #expect(try payout(id: "p-1").conversationID == "p-1")
        #expect(try payout(id: "p-1").purpose == nil)
    }

    @Test func equalPayoutsGiveEqualBytes() throws {
        let one = try payout(Sample.item("1", .iban("TR330006100519786457841326", name: "A"), "12.50"))
        let other = try payout(Sample.item("1", .iban("tr33 0006 1005 1978 6457 8413 26", name: "A"), "12.5"))
        #expect(one == other)
        #expect(JSONWriter.bytes(of: one.request) == JSONWriter.bytes(of: other.request))
    }

    @Test func everyProblemIsReportedAtOnce() throws {
        let items = [
            try Sample.item("a"), try Sample.item("", .phone("x"), description: " "),
            try Sample.item("a", .iban("TR1", name: "")), try Sample.item("b\u{202E}", currency: .usd),
            try Sample.item("c", description: "one\ntwo"),
        ]
        let expected: [InvalidMassPayout.Problem] = [
            .init(nil, nil, .id(.empty)), .init(nil, nil, .conversationID(.control)),
            .init(1, "", .id(.empty)), .init(1, "", .description(.empty)), .init(1, "", .recipient(.phoneForm)),
            .init(2, "a", .recipient(.ibanForm)), .init(2, "a", .recipient(.name(.empty))),
            .init(2, "a", .repeatedID(first: 0)), .init(3, "b\u{202E}", .id(.invisible)),
            .init(3, "b\u{202E}", .anotherCurrency(.usd, first: .tryLira)), .init(4, "c", .description(.control)),
        ]
        let error = #expect(throws: InvalidMassPayout.self) {
            try MassPayout(id: "", conversationID: "\0", items: items)
        }
        #expect(error?.problems == expected)
        let text = """
            the payout: the id is empty
            the payout: the conversation id holds a line break, a control character or a character that Unicode does not define
            item 2: the id is empty
            item 2: the description is empty
            item 2: the phone number is not 7 to 15 digits, with or without a plus in front
            item 3 (a): the IBAN is not two letters, two digits and 11 to 30 letters or digits
            item 3 (a): the recipient's name is empty
            item 3 (a): item 1 has the same id
            item 4: the id holds an invisible character or one that turns the direction of text
            item 4: the currency is USD and that of the first item TRY: a payout has one
            item 5 (c): the description holds a line break, a control character or a character that Unicode does not define
            """
        #expect(error?.description == text)
    }

    @Test func refusesAPayoutWithoutItems() {
        #expect(throws: InvalidMassPayout(problems: [.init(nil, nil, .noItems)])) { try MassPayout(id: "p", items: []) }
    }

    @Test func refusesASumThatCannotBeKept() throws {
        let amount = "999999999999999999999999999999999999.99"
        #expect(throws: InvalidMassPayout(problems: [.init(nil, nil, .totalTooLarge)])) {
            try MassPayout(id: "p", items: [Sample.item("1", amount: amount), Sample.item("2", amount: "0.01")])
        }
    }

    @Test(arguments: ["\u{202A}a", "a\u{2067}b", "\u{200F}"])
    func descriptionsKeepTheirDirection(description: String) throws {
        let error = #expect(throws: InvalidMassPayout.self) {
            try MassPayout(id: "p", items: [Sample.item("1", description: description)])
        }
        #expect(error?.problems.map(\.kind) == [.description(.invisible)])
    }

    @Test func purposesThatThePagesDoNotListAreSent() throws {
        let payout = try MassPayout(id: "p", purpose: .unrecognized("GIFT"), items: [Sample.item("1")])
        #expect(payout.request.purpose?.rawValue == "GIFT")
        #expect(throws: InvalidMassPayout.self) {
            try MassPayout(id: "p", purpose: .unrecognized(""), items: [Sample.item("1")])
        }
    }

    @Test func nothingThatIsPrintedNamesARecipient() throws {
        let iban = "TR330006100519786457841326"
        let item = try Sample.item(iban, .iban(iban, name: "planted"), description: "planted \(iban)")
        let payout = try MassPayout(id: "salaries-202611", items: [item])
        let error = #expect(throws: InvalidMassPayout.self) { try MassPayout(id: iban + "\0", items: [item, item]) }
        for form in texts(of: payout) + texts(of: item) + texts(of: try #require(error)) {
            #expect(!form.contains("planted") && !form.contains("0006"), "\(form)")
        }
        #expect("\(payout)" == "MassPayout(salaries-202611, 1 items, 1.00 TRY)")
        #expect("\(item)" == "PayoutItem(‹redacted›, IBAN ‹redacted›, 1.00 TRY)")
    }

    private func payout(id: String = "p", _ items: PayoutItem...) throws -> MassPayout {
        try MassPayout(id: id, items: items.isEmpty ? [Sample.item("1")] : items)
    }
}

extension InvalidMassPayout.Problem {
    fileprivate init(_ itemIndex: Int?, _ itemID: String?, _ kind: InvalidMassPayout.Kind) {
        self.init(itemIndex: itemIndex, itemID: itemID, kind: kind)
    }
}

private enum Sample {
    static func item(
        _ id: String, _ recipient: Recipient = .phone("5551112233"), _ amount: String = "1",
        currency: Currency = .tryLira, description: String = "x"
    ) throws -> PayoutItem {
        PayoutItem(id: id, recipient: recipient, amount: try Money(amount, currency), description: description)
    }

    static func item(_ id: String, amount: String) throws -> PayoutItem {
        try item(id, .phone("5551112233"), amount)
    }
}
