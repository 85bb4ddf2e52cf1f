import Testing

@testable import payouts

struct AmountTextTests {
    @Test(arguments: ["0", "0.00", "12", "12.5", "007.5", "1.234", "99999999999999999999999999999999999999"])
    func takesDigitsAndAPoint(_ text: String) {
        #expect(AmountText.problem(in: text) == nil)
    }

    static let wrongAmounts: [(text: String, message: String)] = [
        ("", "the amount is missing"),
        (" 12", "the amount has a space in it; it is written without"),
        ("12 ", "the amount has a space in it; it is written without"),
        ("1 234", "the amount has a space in it; it is written without"),
        ("12\t", "the amount has a tab in it; it is written without"),
        ("1\u{A0}234", "the amount has an invisible character (U+00A0) in it; it is written without"),
        ("1\u{202F}234", "the amount has an invisible character (U+202F) in it; it is written without"),
        ("12\u{200B}", "the amount has an invisible character (U+200B) in it; it is written without"),
        ("１２", "the amount has full-width or other digits; it is written with 0 to 9"),
        ("٣", "the amount has full-width or other digits; it is written with 0 to 9"),
        ("-1", "the amount has a sign; amounts are positive and have none"),
        ("+1", "the amount has a sign; amounts are positive and have none"),
        ("\u{2212}1", "the amount has a sign; amounts are positive and have none"),
        ("1-", "the amount has a sign; amounts are positive and have none"),
        ("(1)", "the amount has a sign; amounts are positive and have none"),
        ("₺1", "the amount has a currency in it, which has a column of its own"),
        ("1€", "the amount has a currency in it, which has a column of its own"),
        ("1.50TL", "the amount has a currency in it, which has a column of its own"),
        ("TRY1", "the amount has a currency in it, which has a column of its own"),
        ("1e3", "the amount has an exponent, as spreadsheets shorten numbers; it is written with all its digits"),
        ("1,5E+3", "the amount has an exponent, as spreadsheets shorten numbers; it is written with all its digits"),
        (
            "1,234",
            "three digits after the comma are probably a grouped thousand, which is written without the comma; "
                + "decimals begin with a point"
        ),
        ("1,5", "the amount has a decimal comma; decimals begin with a point"),
        ("1234,56", "the amount has a decimal comma; decimals begin with a point"),
        ("1.234,56", "the amount has a decimal comma and points that group digits; write 1234.56 for 1.234,56"),
        ("1,234.56", "the amount has commas that group digits; it is written without"),
        ("1,234,567", "the amount has commas that group digits; it is written without"),
        ("1.234.567", "the amount has points that group digits; it is written without"),
        ("1'234", "the amount has apostrophes that group digits; it is written without"),
        (".5", "the amount lacks digits before or after the point"),
        ("5.", "the amount lacks digits before or after the point"),
        ("1\u{301}", "the amount is not a number; write digits, and a point before decimals"),
        ("NaN", "the amount is not a number; write digits, and a point before decimals"),
        ("twelve", "the amount is not a number; write digits, and a point before decimals"),
        ("0x10", "the amount is not a number; write digits, and a point before decimals"),
    ]

    @Test(arguments: wrongAmounts)
    func namesWhatIsWrong(_ text: String, _ message: String) {
        #expect(AmountText.problem(in: text) == message)
    }
}
