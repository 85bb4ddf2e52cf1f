/// Checks of recipients that a payer may ask for.
///
/// They are off unless asked for: the samples on iyzico's own pages fail them.
public struct RecipientChecks: OptionSet, Hashable, Sendable {
    public let rawValue: Int

    public init(rawValue: Int) {
        self.rawValue = rawValue
    }

    /// The check digits of an IBAN (ISO 7064, MOD 97-10).
    public static let ibanChecksum = RecipientChecks(rawValue: 1)

    /// The 26 characters of a Turkish IBAN.
    public static let turkishIBANLength = RecipientChecks(rawValue: 2)

    /// The eleven digits of a Turkish identity number, two of which check the others.
    public static let turkishIdentityNumber = RecipientChecks(rawValue: 4)

    public static let all: RecipientChecks = [.ibanChecksum, .turkishIBANLength, .turkishIdentityNumber]
}
