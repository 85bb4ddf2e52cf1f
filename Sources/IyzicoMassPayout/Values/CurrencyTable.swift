/// The active codes of ISO 4217 (list one) by the digits of their minor unit. Codes without one (precious metals, the
/// testing code, units of account) are left out: no amount can be paid in them.
enum CurrencyTable {
    static let minorUnits: [String: Int] = {
        let lists = [(0, noDigits), (2, twoDigits), (3, threeDigits), (4, fourDigits)]
        let pairs = lists.flatMap { digits, codes in codes.split(whereSeparator: \.isWhitespace).map { ($0, digits) } }
        return Dictionary(pairs.map { (String($0), $1) }) { first, _ in first }
    }()

    private static let noDigits = """
        BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF
        """

    private static let twoDigits = """
        AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY
        COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS
        INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR
        MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP
        STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG
        """

    private static let threeDigits = "BHD IQD JOD KWD LYD OMR TND"

    private static let fourDigits = "CLF UYW"
}
