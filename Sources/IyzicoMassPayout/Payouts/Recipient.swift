package import IyzicoMassPayoutAPI
public import KurusRuntime

/// A recipient, in one of the four forms that iyzico documents.
///
/// Recipients are equal when the same text is sent for them: IBANs are compared and sent in capitals and without the
/// spaces between groups. A recipient prints as its kind only, so that no log holds it.
public enum Recipient: Sendable {
    /// An account. iyzico requires the name and does not document its form.
    case iban(String, name: String)
    /// The phone number of a wallet's owner: digits with an optional plus sign. iyzico does not document the form.
    case phone(String)
    /// An identity number: digits. iyzico does not document the form.
    case identityNumber(String)
    /// A member id at iyzico: any text.
    case memberID(String)
}

extension Recipient {
    package var kind: MassPayoutItem.RecipientType {
        switch self {
        case .iban: .iban
        case .phone: .phone
        case .identityNumber: .identityNumber
        case .memberID: .memberId
        }
    }

    /// The text that is sent as `recipientInfo`.
    package var canonicalText: String {
        switch self {
        case .iban(let text, _): IBAN.canonicalText(of: text)
        case .phone(let text), .identityNumber(let text), .memberID(let text): text
        }
    }

    /// The text that is sent as `recipientName`.
    package var name: String? {
        if case .iban(_, let name) = self { name } else { nil }
    }

    /// A masked form for tables: the kind and the last two characters, `IBAN …26`. Two characters identify nobody;
    /// texts of fewer than eight characters show none.
    public var masked: String {
        let bytes = Array(canonicalText.utf8)
        let end = bytes.count < 8 ? [] : bytes.suffix(2).filter { $0 > 0x20 && $0 < 0x7F }
        return "\(kindName) …\(String(decoding: end, as: UTF8.self))"
    }

    private var kindName: String {
        switch self {
        case .iban: "IBAN"
        case .phone: "phone"
        case .identityNumber: "identity number"
        case .memberID: "member"
        }
    }
}

extension Recipient: Hashable {
    public static func == (left: Recipient, right: Recipient) -> Bool {
        left.kind == right.kind && left.canonicalText == right.canonicalText && left.name == right.name
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(kind)
        hasher.combine(canonicalText)
        hasher.combine(name)
    }
}

extension Recipient: MaskedText {
    public var description: String { "\(kindName) \(Redaction.placeholder)" }
}

/// Checks of recipients beyond their form.
///
/// All are on by default, because a mistyped digit would pay another person. The samples on iyzico's own pages need
/// them off.
public struct RecipientChecks: OptionSet, Hashable, Sendable {
    public let rawValue: Int

    public init(rawValue: Int) {
        self.rawValue = rawValue
    }

    /// The check digits of an IBAN (ISO 13616-1 with ISO 7064, MOD 97-10).
    public static let ibanChecksum = RecipientChecks(rawValue: 1)

    /// The length that an IBAN of its country has (the IBAN Registry of ISO 13616-2): 26 characters in Turkey.
    public static let ibanLength = RecipientChecks(rawValue: 2)

    /// The eleven digits of a Turkish identity number, of which the first is not 0 and the last two are check digits.
    public static let turkishIdentityNumber = RecipientChecks(rawValue: 4)

    /// Every check.
    public static let all: RecipientChecks = [.ibanChecksum, .ibanLength, .turkishIdentityNumber]
}

/// The eleven digits by which Turkey identifies a person (T.C. kimlik numarası).
enum TurkishIdentityNumber {
    /// Returns the problem of an identity number; nil for a valid one.
    static func problem(of digits: String) -> RecipientProblem? {
        guard digits.utf8.count == 11 else { return .identityNumberLength(found: digits.utf8.count) }
        return hasValidCheckDigits(digits) ? nil : .identityNumberChecksum
    }

    /// Whether the first of eleven digits is not 0, and the last two are the check digits of the others: the tenth is
    /// seven times the digits in odd places less those in even places, the eleventh the sum of the ten before it, both
    /// modulo 10.
    private static func hasValidCheckDigits(_ text: String) -> Bool {
        let digits = text.utf8.map { Int($0) - 0x30 }
        guard digits[0] != 0 else { return false }
        let odd = digits[0] + digits[2] + digits[4] + digits[6] + digits[8]
        let even = digits[1] + digits[3] + digits[5] + digits[7]
        // 360 is ten times the greatest sum of even places and keeps the difference positive.
        return digits[9] == (odd * 7 - even + 360) % 10 && digits[10] == digits[..<10].reduce(0, +) % 10
    }
}
