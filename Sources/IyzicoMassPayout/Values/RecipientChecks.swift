/// Checks of recipients that their form alone does not pass.
///
/// All of them are made unless a payer turns some off: a digit that was typed wrongly otherwise pays somebody else. The
/// samples on iyzico's own pages need them off.
public struct RecipientChecks: OptionSet, Hashable, Sendable {
    public let rawValue: Int

    public init(rawValue: Int) {
        self.rawValue = rawValue
    }

    /// The check digits of an IBAN (ISO 13616-1 with ISO 7064, MOD 97-10).
    public static let ibanChecksum = RecipientChecks(rawValue: 1)

    /// The length that an IBAN of its country has (the IBAN Registry of ISO 13616-2): 26 characters in Turkey.
    public static let ibanLength = RecipientChecks(rawValue: 2)

    /// The eleven digits of a Turkish identity number, the first not 0, the last two checking the others.
    public static let turkishIdentityNumber = RecipientChecks(rawValue: 4)

    /// Every check.
    public static let all: RecipientChecks = [.ibanChecksum, .ibanLength, .turkishIdentityNumber]
}
