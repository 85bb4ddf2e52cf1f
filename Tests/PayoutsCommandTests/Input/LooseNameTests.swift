import Testing

@testable import payouts

struct LooseNameTests {
    @Test(arguments: [
        ("Item External_ID", "itemexternalid"), ("non-withdrawable", "nonwithdrawable"), ("\u{A0}Id\t", "id"),
        ("İD", "id"), ("ıd", "id"), ("IBAN", "iban"), ("İBAN", "iban"), ("I\u{307}BAN", "iban"),
        ("ALICI ADI", "aliciadi"), ("Alıcı Adı", "aliciadi"), ("alici-adi", "aliciadi"), ("Açıklama", "aciklama"),
        ("AÇIKLAMA", "aciklama"), ("Ac\u{327}ıklama", "aciklama"), ("T.C. Kimlik No", "tckimlikno"),
        ("ÜYE NO", "uyeno"),
        ("Döviz Cinsi:", "dovizcinsi"), ("Tutar (TL)", "tutartl"), ("", ""),
    ])
    func makesOneOfSpellings(_ name: String, _ key: String) {
        #expect(LooseName.key(of: name) == key)
    }
}
