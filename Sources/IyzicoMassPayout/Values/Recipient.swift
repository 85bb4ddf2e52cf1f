package import IyzicoMassPayoutAPI
import KurusRuntime

/// Who is paid: one of the four ways that iyzico documents.
///
/// Recipients are equal when the same is sent for them: IBANs are compared, and sent, in capitals and without the spaces
/// between their groups. Printed as the kind alone: who is paid never reaches a log.
public enum Recipient: Sendable {
    /// An account. iyzico documents the name as required here, and nothing of its form.
    case iban(String, name: String)
    /// The phone number of a wallet's owner: digits, with a plus in front or without. iyzico documents no form.
    case phone(String)
    /// An identity number: digits. iyzico documents no form.
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

    /// A form for tables that a person looks a row up in: the kind and the last two characters, `IBAN …26`. Two
    /// characters identify nobody; of a text of fewer than eight none are shown, since they would be too much of it.
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

extension Recipient: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "\(kindName) \(Redaction.placeholder)" }

    public var debugDescription: String { description }

    public var customMirror: Mirror { Mirror(self, children: []) }
}
