import SourceText

/// The headings by which a column is known, in English and in Turkish: the one table for reading and for the manual page.
enum ColumnHeadings {
    struct Entry {
        let column: InputColumn
        /// What a heading says of every recipient below it: `IBAN`, `Telefon`.
        let type: InputType?
        /// The column's own name, the provider's name for it, then others.
        let headings: [String]

        init(_ column: InputColumn, _ type: InputType? = nil, _ headings: String...) {
            self.column = column
            self.type = type
            self.headings = headings
        }
    }

    /// `Ad` and `Soyad`, each a column of its own, are not here: the name is to be whole.
    static let entries = [
        Entry(
            .id, nil, "id", "itemExternalId", "Sıra", "Sıra No", "Sicil No", "Personel No", "Ödeme No", "Referans No"),
        Entry(.type, nil, "type", "recipientType", "Tür", "Türü", "Tip", "Alıcı Türü", "Alıcı Tipi"),
        Entry(.recipient, nil, "recipient", "recipientInfo", "Alıcı Bilgisi", "Hesap", "Hesap No", "Alıcı Hesap No"),
        Entry(.recipient, .iban, "IBAN", "IBAN No", "Alıcı IBAN", "Hesap IBAN"),
        Entry(.recipient, .phone, "Telefon", "Telefon No", "Cep Telefonu", "GSM"),
        Entry(.recipient, .identityNumber, "Kimlik No", "TC Kimlik No", "TCKN", "T.C. Kimlik Numarası"),
        Entry(.recipient, .memberID, "Üye No"),
        Entry(
            .name, nil, "name", "recipientName", "Ad Soyad", "Adı Soyadı", "İsim Soyisim", "Alıcı", "Alıcı Adı",
            "Alıcı Ad Soyad", "Alıcı Adı Soyadı", "Hesap Sahibi", "Unvan", "Alıcı Unvanı"),
        Entry(.amount, nil, "amount", "Tutar", "Tutarı", "Ödeme Tutarı", "Net Tutar", "Miktar"),
        Entry(.currency, nil, "currency", "Para Birimi", "Döviz", "Döviz Cinsi", "Döviz Kodu"),
        Entry(.description, nil, "description", "Açıklama", "Açıklaması", "Ödeme Açıklaması"),
        Entry(.nonWithdrawable, nil, "nonWithdrawable", "Çekilemez"),
    ]

    /// The types as people write them, the headings of their columns among them.
    static let types: [String: InputType] = {
        let own = InputType.allCases.map { (LooseName.key(of: $0.rawValue), $0) }
        let others = entries.flatMap { entry in
            entry.type.map { type in entry.headings.map { (LooseName.key(of: $0), type) } } ?? []
        }
        return Dictionary(own + others) { first, _ in first }
    }()

    static func entry(for heading: String) -> Entry? {
        entriesByKey[LooseName.key(of: heading)]
    }

    /// The heading that a mistyped one is most like.
    static func suggestion(for heading: String) -> String? {
        let key = LooseName.key(of: heading)
        return DidYouMean.suggestion(for: key, in: keys).flatMap { near in
            entries.lazy.flatMap(\.headings).first { LooseName.key(of: $0) == near }
        }
    }

    private static let keys = entries.flatMap(\.headings).map(LooseName.key)

    private static let entriesByKey = Dictionary(
        entries.flatMap { entry in entry.headings.map { (LooseName.key(of: $0), entry) } }
    ) { first, _ in first }
}
