/// A currency of ISO 4217 that amounts can be stated in.
public struct Currency: Hashable, Sendable, CustomStringConvertible {
    /// The letters from the first to the last, then the number of minor digits, a byte each: every amount of a payroll
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
