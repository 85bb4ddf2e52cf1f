import Foundation
import IyzicoMassPayout
import KurusRuntime
import SeededRandom
import Testing

@Suite struct MoneyTests {
    @Test(arguments: [
        ("1", "1.00 TRY"), ("12.5", "12.50 TRY"), ("12.50", "12.50 TRY"), ("12.00", "12.00 TRY"),
        ("0.01", "0.01 TRY"), ("007.10", "7.10 TRY"), ("1234567.89", "1234567.89 TRY"),
        ("999999999999999999999999999999999999.99", "999999999999999999999999999999999999.99 TRY"),
    ])
    func readsAmounts(text: String, description: String) throws {
        let money = try Money(text, .tryLira)
        #expect("\(money)" == description)
        #expect(money.amount == Decimal(string: text))
        #expect(try Money(money.amount, .tryLira) == money)
    }

    @Test(arguments: [
        "", " ", ".5", "5.", "1,5", "1.234,56", "1 000", "1e3", "+1", "-1", "1.2.3", "１２", "١", "0x1", "1_000", " 1",
        "1\n",
        "NaN", "inf", "1.\u{0665}", "₺1",
    ])
    func refusesWhatIsNoAmount(text: String) {
        #expect(throws: InvalidMoney.notAnAmount) { try Money(text, .tryLira) }
    }

    @Test(
        arguments: [
            ("0", .notPositive), ("0.00", .notPositive), ("0.001", .tooManyFractionDigits(allowed: 2)),
            ("1000000000000000000000000000000000000", .tooLarge),
            ("100000000000000000000000000000000000000000000000000", .tooLarge),
        ] as [(String, InvalidMoney)])
    func refusesAmountsThatCannotBePaid(text: String, problem: InvalidMoney) {
        #expect(throws: problem) { try Money(text, .tryLira) }
    }

    /// Zeros count, since nobody writes them behind kuruş: `41.250` means 41250 to most who write it.
    @Test(
        arguments: [
            ("41.250", .groupedThousands(allowed: 2)), ("1.005", .groupedThousands(allowed: 2)),
            ("1.000", .groupedThousands(allowed: 2)), ("999.999", .groupedThousands(allowed: 2)),
            ("41.2500", .tooManyFractionDigits(allowed: 2)), ("41250.000", .tooManyFractionDigits(allowed: 2)),
            ("012.500", .tooManyFractionDigits(allowed: 2)), ("0.500", .tooManyFractionDigits(allowed: 2)),
            ("20.00000000", .tooManyFractionDigits(allowed: 2)),
        ] as [(String, InvalidMoney)])
    func refusesMoreDigitsThanTheCurrencyHas(text: String, problem: InvalidMoney) {
        #expect(throws: problem) { try Money(text, .tryLira) }
    }

    /// A Decimal has a value and no digits that were written: those of an answer come with eight.
    @Test func valuesNeedNoDigitsForTheirZeros() throws {
        let answer = try JSONReader.read(Decimal.self, from: Array("20.00000000".utf8))
        #expect(try Money(answer, .tryLira) == Money("20", .tryLira))
        #expect(throws: InvalidMoney.tooManyFractionDigits(allowed: 2)) {
            try Money(Decimal(sign: .plus, exponent: -3, significand: 41255), .tryLira)
        }
    }

    @Test func namesAGroupedThousand() {
        let text =
            "the currency has at most 2 digits after the point, and the amount has more; "
            + "three digits behind the point are probably a grouped thousand, which is written without the point"
        #expect(InvalidMoney.groupedThousands(allowed: 2).description == text)
    }

    @Test(
        arguments: [
            ("JPY", "1", nil), ("JPY", "1.0", .tooManyFractionDigits(allowed: 0)),
            ("JPY", "1.5", .tooManyFractionDigits(allowed: 0)), ("JPY", "41.250", .groupedThousands(allowed: 0)),
            ("KWD", "41.250", nil), ("KWD", "1.0005", .tooManyFractionDigits(allowed: 3)), ("CLF", "0.0001", nil),
        ] as [(String, String, InvalidMoney?)])
    func fractionDigitsAreTheCurrencys(code: String, text: String, problem: InvalidMoney?) throws {
        let currency = try Currency(code)
        if let problem {
            #expect(throws: problem) { try Money(text, currency) }
        } else {
            #expect(try Money(text, currency).amount == Decimal(string: text))
        }
    }

    @Test(
        arguments: [
            (Decimal.nan, .notAnAmount), (0, .notPositive), (-1, .notPositive),
            (-Decimal.greatestFiniteMagnitude, .notPositive),
            (.greatestFiniteMagnitude, .tooLarge), (.leastNonzeroMagnitude, .tooManyFractionDigits(allowed: 2)),
            (Decimal(sign: .plus, exponent: -3, significand: 1), .tooManyFractionDigits(allowed: 2)),
        ] as [(Decimal, InvalidMoney)])
    func refusesDecimals(amount: Decimal, problem: InvalidMoney) {
        #expect(throws: problem) { try Money(amount, .tryLira) }
    }

    /// A literal of Decimal goes through Double: it is either exact or refused.
    @Test func literalsAreExactOrRefused() throws {
        #expect(try Money(Decimal(12.5), .tryLira) == Money("12.5", .tryLira))
        #expect(throws: InvalidMoney.self) { try Money(Decimal(0.1 + 0.2), .tryLira) }
    }

    @Test func equalAmountsAreEqual() throws {
        let one = try Money(Decimal(sign: .plus, exponent: -3, significand: 12500), .tryLira)
        let other = try Money("12.5", .tryLira)
        #expect(one == other)
        #expect(one.hashValue == other.hashValue)
        #expect(one != (try Money("12.5", .usd)))
    }

    @Test func sumsAreExact() throws {
        let sum = try Money("0.10", .tryLira).adding(Money("0.20", .tryLira))
        #expect(sum == (try Money("0.30", .tryLira)))
        let great = try Money("999999999999999999999999999999999999.98", .tryLira)
        let least = try Money("0.01", .tryLira)
        #expect("\(try great.adding(least))" == "999999999999999999999999999999999999.99 TRY")
        #expect(throws: InvalidMoney.tooLarge) { try great.adding(least).adding(least) }
        #expect(throws: InvalidMoney.tooLarge) { try great.adding(great) }
        #expect(throws: InvalidMoney.differentCurrencies) { try least.adding(Money("1", .eur)) }
    }

    @Test func randomSumsEqualThoseOfIntegers() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SeededGenerator(seed)
        for _ in 0..<500 {
            let left = UInt64.random(in: 1...1_000_000_000_000, using: &generator)
            let right = UInt64.random(in: 1...1_000_000_000_000, using: &generator)
            let sum = try money(left).adding(money(right))
            #expect(sum == (try money(left + right)), "seed \(seed)")
            #expect(sum.amount == Decimal(left + right) / 100, "seed \(seed)")
        }
    }

    private func money(_ minor: UInt64) throws -> Money {
        try Money(Decimal(sign: .plus, exponent: -2, significand: Decimal(minor)), .tryLira)
    }
}
