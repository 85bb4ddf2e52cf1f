import Testing

@testable import payouts

struct SpreadsheetDamageTests {
    @Test(arguments: [
        (
            "9,05556E+11",
            "the phone was taken for a number and shortened by a spreadsheet, its last digits may be lost: "
                + "it was probably +90 and ten digits; enter it again in a column formatted as text"
        ),
        (
            "9.05556E+11",
            "the phone was taken for a number and shortened by a spreadsheet, its last digits may be lost: "
                + "it was probably +90 and ten digits; enter it again in a column formatted as text"
        ),
        (
            "905556667788.0",
            "the phone was taken for a number by a spreadsheet: it was probably +90 and ten digits; "
                + "enter it again in a column formatted as text"
        ),
        ("905556667788", "the phone has lost its plus: it was probably +90 and ten digits"),
        ("05556667788", "the phone lacks its country: it was probably +90 and the ten last digits"),
        ("5556667788", "the phone has lost +90 or its zero: it was probably +90 and ten digits"),
        ("4915112345678", "the phone has lost its plus; it is written with plus, country and number"),
        ("'+905556667788", "the phone carries a spreadsheet's mark for text; it is written without"),
        ("=\"+905556667788\"", "the phone carries a spreadsheet's mark for text; it is written without"),
        ("+905556667788", nil), ("", nil),
    ])
    func recognisesPhones(_ text: String, _ message: String?) {
        #expect(SpreadsheetDamage.inPhone(text) == message)
    }

    @Test(arguments: [
        (
            "1,00001E+10",
            "the identity number was taken for a number and shortened by a spreadsheet, its last digits may be lost; "
                + "enter it again in a column formatted as text"
        ),
        (
            "10000146001.00",
            "the identity number was taken for a number by a spreadsheet; enter it again in a column formatted as text"
        ),
        ("'10000000146", "the identity number carries a spreadsheet's mark for text; it is written without"),
        ("2222222817", nil), ("10000146001", nil),
    ])
    func recognisesIdentityNumbers(_ text: String, _ message: String?) {
        #expect(SpreadsheetDamage.inIdentityNumber(text) == message)
    }
}
