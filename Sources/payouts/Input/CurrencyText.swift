import IyzicoMassPayout

/// Knows what people write for currencies: only the three capital letters of ISO 4217 are one.
enum CurrencyText {
    /// What is wrong with a text that is no currency, in words that tell how to write it. Shows only what is one of the
    /// texts below: a shifted column has anything here.
    static func problem(in text: String) -> String {
        let solid = text.filter { !$0.isWhitespace }
        if solid.isEmpty { return "the currency is missing" }
        if let (name, code) = names[key(of: solid)] { return "the currency ‘\(name)’ is written \(code)" }
        if (try? Currency(solid.uppercased())) != nil { return "the currency is written in capitals, without spaces" }
        return "the currency is not one of ISO 4217's, in three capital letters; found \(ShownText.shape(of: text))"
    }

    /// The currency that a text which is none is meant for, so that the amount beside it can be checked, too.
    static func meant(by text: String) -> Currency? {
        let solid = text.filter { !$0.isWhitespace }
        return try? Currency(names[key(of: solid)]?.1 ?? solid.uppercased())
    }

    private static let names = Dictionary(
        [
            ("TL", "TRY"), ("₺", "TRY"), ("YTL", "TRY"), ("TRL", "TRY"), ("Lira", "TRY"), ("Türk Lirası", "TRY"),
            ("Dolar", "USD"), ("Dollar", "USD"), ("ABD Doları", "USD"), ("$", "USD"), ("€", "EUR"),
            ("Euro", "EUR"), ("Avro", "EUR"),
        ].map { name, code in (key(of: name), (name, code)) }
    ) { first, _ in first }

    /// A sign alone has no letters to be known by.
    private static func key(of text: String) -> String {
        let key = LooseName.key(of: text)
        return key.isEmpty ? text : key
    }
}
