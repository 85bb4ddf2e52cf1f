import Testing

@testable import payouts

struct ShownTextTests {
    @Test(arguments: [
        ("card", "4 letters"), ("A", "1 letter"), ("12345678901", "11 digits"), ("", "nothing"), ("  ", "2 spaces"),
        ("Gizlenen Kişi", "13 characters: letters and spaces"),
        ("a1-", "3 characters: letters, digits and other characters"),
        ("é", "1 letter"), ("₺", "1 other character"),
    ])
    func tellsTheShape(_ text: String, _ shape: String) {
        #expect(ShownText.shape(of: text) == shape)
    }

    @Test(
        arguments: [
            ("emp-1", true), ("emp-202611", true), ("202611-emp", true), ("p1", true), ("A/12.3#4:5_6", true),
            ("100234", true), ("2228853", false), ("Gizli", false), ("Gizli Kişi 1", false), ("+905551112233", false),
            ("905551112233", false), ("555-111-2233", false), ("10000000146", false), ("", false), ("emp-", false),
            ("TR330006100519786457841326", false), ("GB82WEST12345698765432", false), ("tr33 0006 1005", false),
            ("Ayşe1", false), ("a" + String(repeating: "1", count: 41), false),
        ])
    func showsIDsThatAreNobodys(_ text: String, _ isShown: Bool) {
        #expect(ShownText.id(text) == (isShown ? text : nil))
    }

    @Test(arguments: [
        ("Departman", true), ("Tutar (TL)", true), ("col_1", true), ("T.C. No", true), ("a\nb", false),
        ("TR33 0006 1005", false), ("a;b,c", false), (String(repeating: "x", count: 41), false), ("", false),
        ("\u{202E}x", false),
    ])
    func showsHeadings(_ text: String, _ isShown: Bool) {
        #expect(ShownText.heading(text) == (isShown ? text : nil))
    }

    @Test(arguments: [
        ("TL", "the currency ‘TL’ is written TRY"), ("tl", "the currency ‘TL’ is written TRY"),
        ("₺", "the currency ‘₺’ is written TRY"), ("Türk Lirası", "the currency ‘Türk Lirası’ is written TRY"),
        ("LİRA", "the currency ‘Lira’ is written TRY"), ("YTL", "the currency ‘YTL’ is written TRY"),
        ("€", "the currency ‘€’ is written EUR"),
        ("usd", "the currency is written in capitals, without spaces"),
        (" TRY", "the currency is written in capitals, without spaces"), ("", "the currency is missing"),
        ("Can", "the currency is not one of ISO 4217's, in three capital letters; found 3 letters"),
    ])
    func namesCurrencies(_ text: String, _ message: String) {
        #expect(CurrencyText.problem(in: text) == message)
    }
}
