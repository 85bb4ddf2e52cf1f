/// What keeps a recipient from being paid. Holds nothing of the recipient.
@nonexhaustive public enum RecipientProblem: Hashable, Sendable {
    /// The IBAN, number or member id.
    case text(TextProblem)
    /// The name beside an IBAN, which iyzico documents as required.
    case name(TextProblem)
    /// An IBAN that is not two letters, two digits and 11 to 30 letters or digits.
    case ibanForm
    /// A phone number that is not 7 to 15 digits (ITU-T E.164 has at most 15), with a plus in front or without.
    case phoneForm
    /// An identity number that is not digits.
    case identityNumberForm
    /// Asked for by `RecipientChecks.ibanChecksum`.
    case ibanChecksum
    /// Asked for by `RecipientChecks.turkishIBANLength`.
    case turkishIBANLength
    /// Asked for by `RecipientChecks.turkishIdentityNumber`.
    case turkishIdentityNumber
}

extension RecipientProblem {
    /// Everything that is wrong with a recipient.
    static func all(of recipient: Recipient, _ checks: RecipientChecks) -> [RecipientProblem] {
        let name = recipient.name.flatMap(TextProblem.ofIdentity).map(RecipientProblem.name)
        return [textProblem(of: recipient, checks), name].compactMap { $0 }
    }

    private static func textProblem(of recipient: Recipient, _ checks: RecipientChecks) -> RecipientProblem? {
        switch recipient {
        case .iban(let text, _): TextProblem.ofIdentity(text).map(Self.text) ?? ibanProblem(recipient, checks)
        case .phone(let text): TextProblem.ofIdentity(text).map(Self.text) ?? (isPhone(text) ? nil : .phoneForm)
        case .identityNumber(let text): TextProblem.ofIdentity(text).map(Self.text) ?? numberProblem(text, checks)
        case .memberID(let text): TextProblem.ofIdentity(text).map(Self.text)
        }
    }

    private static func ibanProblem(_ recipient: Recipient, _ checks: RecipientChecks) -> RecipientProblem? {
        let text = recipient.canonicalText
        if !IBAN.hasForm(text) { return .ibanForm }
        if checks.contains(.turkishIBANLength), !IBAN.hasTurkishLength(text) { return .turkishIBANLength }
        return checks.contains(.ibanChecksum) && !IBAN.hasValidCheckDigits(text) ? .ibanChecksum : nil
    }

    private static func numberProblem(_ text: String, _ checks: RecipientChecks) -> RecipientProblem? {
        if !isDigits(text) { return .identityNumberForm }
        let isWrong = checks.contains(.turkishIdentityNumber) && !TurkishIdentityNumber.isValid(text)
        return isWrong ? .turkishIdentityNumber : nil
    }

    private static func isPhone(_ text: String) -> Bool {
        let digits = text.utf8.first == UInt8(ascii: "+") ? text.dropFirst() : text[...]
        return 7...15 ~= digits.utf8.count && isDigits(digits)
    }

    private static func isDigits(_ text: some StringProtocol) -> Bool {
        text.utf8.allSatisfy { 0x30...0x39 ~= $0 }
    }
}

extension RecipientProblem: CustomStringConvertible {
    public var description: String {
        switch self {
        case .text(let problem): "the recipient \(problem)"
        case .name(let problem): "the recipient's name \(problem)"
        case .ibanForm: "the IBAN is not two letters, two digits and 11 to 30 letters or digits"
        case .phoneForm: "the phone number is not 7 to 15 digits, with or without a plus in front"
        case .identityNumberForm: "the identity number is not digits"
        case .ibanChecksum: "the IBAN's check digits do not fit it"
        case .turkishIBANLength: "the Turkish IBAN does not have 26 characters"
        case .turkishIdentityNumber: "the number is no Turkish identity number: eleven digits, the last two checking"
        }
    }
}
