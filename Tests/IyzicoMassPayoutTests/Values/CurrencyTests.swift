import IyzicoMassPayout
import Testing

@Suite struct CurrencyTests {
    @Test(arguments: [
        ("TRY", 2), ("USD", 2), ("EUR", 2), ("JPY", 0), ("ISK", 0), ("UGX", 0), ("KWD", 3), ("IQD", 3), ("CLF", 4),
        ("UYW", 4), ("XOF", 0), ("SLE", 2), ("XCG", 2),
    ])
    func knowsMinorUnits(code: String, minorUnits: Int) throws {
        let currency = try Currency(code)
        #expect(currency.code == code)
        #expect(currency.minorUnits == minorUnits)
        #expect("\(currency)" == code)
    }

    /// Not three capitals; withdrawn; without a minor unit.
    @Test(arguments: ["", "try", "TL", "TRYY", " TRY", "₺", "TRL", "HRK", "DEM", "XAU", "XXX", "XTS", "XDR", "ＴＲＹ"])
    func refusesOtherCodes(code: String) {
        #expect(throws: InvalidMoney.unknownCurrency) { try Currency(code) }
    }

    @Test func constantsAreThoseOfTheTable() throws {
        #expect(Currency.tryLira == (try Currency("TRY")))
        #expect(Currency.usd == (try Currency("USD")))
        #expect(Currency.eur == (try Currency("EUR")))
    }
}
