import Testing

@testable import payouts

struct RecipientTextTests {
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
        ("+90 555 666 77 88", "the phone has spaces in it; it is written without, as plus, country and number"),
        ("+90\u{A0}5556667788", "the phone has spaces in it; it is written without, as plus, country and number"),
        (
            "+90 (555) 666-77-88",
            "the phone has spaces, brackets and hyphens in it; it is written without, as plus, country and number"
        ),
        ("0555.666.77.88", "the phone has points in it; it is written without, as plus, country and number"),
        ("00905556667788", "the phone begins with 00 in place of the plus"),
        ("+905556667788", nil), ("", nil), (" +905556667788", nil), ("+90 555 x", nil),
    ])
    func recognisesPhones(_ text: String, _ message: String?) {
        #expect(RecipientText.problemOfPhone(text) == message)
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
        ("100 000 001 46", "the identity number has spaces in it; it is written without"),
        ("2222222817", nil), ("10000146001", nil),
    ])
    func recognisesIdentityNumbers(_ text: String, _ message: String?) {
        #expect(RecipientText.problemOfIdentityNumber(text) == message)
    }

    @Test(arguments: [
        ("TR20 0000 0000 0000 0000 0000 01", nil), ("tr200000000000000000000001", nil), ("", nil), ("Ayşe", nil),
        ("TR20-0000-0000-0000-0000-0000-01", "the IBAN has hyphens in it; it is written without"),
        ("200000000000000000000001", "the IBAN lacks the two letters of its country, TR in Turkey"),
        ("20 0000 0000 0000 0000 0000 01", "the IBAN lacks the two letters of its country, TR in Turkey"),
        (
            "2E+23",
            "the IBAN was taken for a number and shortened by a spreadsheet, its last digits may be lost; "
                + "enter it again in a column formatted as text"
        ),
        ("'TR200000000000000000000001", "the IBAN carries a spreadsheet's mark for text; it is written without"),
    ])
    func recognisesIBANs(_ text: String, _ message: String?) {
        #expect(RecipientText.problemOfIBAN(text) == message)
    }
}
