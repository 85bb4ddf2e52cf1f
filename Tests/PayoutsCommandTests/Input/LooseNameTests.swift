import Testing

@testable import payouts

struct LooseNameTests {
    @Test(arguments: [
        ("Item External_ID", "itemexternalid"), ("non-withdrawable", "nonwithdrawable"), ("\u{A0}Id\t", "id"),
        ("İD", "İd"), ("ıd", "ıd"), ("ÇAY", "Çay"), ("", ""),
    ])
    func changesTheCaseOfASCIIAlone(_ name: String, _ key: String) {
        #expect(LooseName.key(of: name) == key)
    }
}
