/// A currency of ISO 4217 that amounts can be stated in.
public struct Currency: Hashable, Sendable, CustomStringConvertible {
    /// The three letters, then the number of minor digits, one byte each; compact because every amount of a payroll
    /// holds one.
    private let packed: UInt32

    /// The three capital letters, such as `TRY`.
    public var code: String {
        String(decoding: [UInt8(packed >> 24), UInt8(packed >> 16 & 0xFF), UInt8(packed >> 8 & 0xFF)], as: UTF8.self)
    }

    /// How many digits an amount may have after the point: 2 for TRY, 0 for JPY, 3 for KWD.
    public var minorUnits: Int { Int(packed & 0xFF) }

    /// The currency of a code.
    ///
    /// - Parameter code: Three capital letters.
    /// - Throws: `InvalidMoney.unknownCurrency` for a code that ISO 4217 does not list as active, or lists without a minor
    ///   unit, as it does gold.
    public init(_ code: String) throws(InvalidMoney) {
        guard let minorUnits = CurrencyTable.minorUnits[code] else { throw .unknownCurrency }
        self.init(code: code, minorUnits: minorUnits)
    }

    private init(code: String, minorUnits: Int) {
        packed = code.utf8.reduce(0) { $0 << 8 | UInt32($1) } << 8 | UInt32(minorUnits)
    }

    /// Turkish lira. iyzico's Turkish pages list it, USD and EUR; its English pages take any currency.
    public static let tryLira = Currency(code: "TRY", minorUnits: 2)

    /// US dollar.
    public static let usd = Currency(code: "USD", minorUnits: 2)

    /// Euro.
    public static let eur = Currency(code: "EUR", minorUnits: 2)

    public var description: String { code }
}

/// The active codes of ISO 4217 (list one) by the digits of their minor unit. Codes without one (precious metals, the
/// testing code, units of account) are left out: no amount can be paid in them.
private enum CurrencyTable {
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
