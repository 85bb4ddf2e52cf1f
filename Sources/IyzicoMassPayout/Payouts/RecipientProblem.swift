/// The reason why a recipient is invalid. It holds nothing of the recipient.
@nonexhaustive public enum RecipientProblem: Hashable, Sendable {
    /// A problem of the IBAN, number or member id.
    case text(TextProblem)
    /// A problem of the name with an IBAN, which iyzico requires.
    case name(TextProblem)
    /// An IBAN that is not two letters, two digits and 11 to 30 letters or digits.
    case ibanForm
    /// A phone number that is not 7 to 15 digits (ITU-T E.164 has at most 15), with a plus in front or without.
    case phoneForm
    /// An identity number that is not digits.
    case identityNumberForm
    /// An IBAN with wrong check digits (`RecipientChecks.ibanChecksum`).
    case ibanChecksum
    /// An IBAN that is shorter or longer than those of its country, in characters (`RecipientChecks.ibanLength`).
    case ibanLength(country: String, expected: Int, found: Int)
    /// An IBAN whose first two letters are no country of the IBAN Registry (`RecipientChecks.ibanLength`).
    case ibanCountry
    /// An identity number that does not have the eleven digits of a Turkish one
    /// (`RecipientChecks.turkishIdentityNumber`).
    case identityNumberLength(found: Int)
    /// Eleven digits that begin with 0, or whose last two do not fit the others
    /// (`RecipientChecks.turkishIdentityNumber`).
    case identityNumberChecksum
}

extension RecipientProblem {
    /// Returns all problems of a recipient.
    static func all(of recipient: Recipient, _ checks: RecipientChecks) -> [RecipientProblem] {
        let text = textProblem(of: recipient, checks)
        let name = recipient.name.flatMap(TextProblem.ofIdentity).map(RecipientProblem.name)
        // Almost all recipients are valid and need no array.
        if text == nil, name == nil { return [] }
        return [text, name].compactMap(\.self)
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
        if checks.contains(.ibanLength), let problem = IBAN.lengthProblem(text) { return problem }
        return checks.contains(.ibanChecksum) && !IBAN.hasValidCheckDigits(text) ? .ibanChecksum : nil
    }

    private static func numberProblem(_ text: String, _ checks: RecipientChecks) -> RecipientProblem? {
        if !isDigits(text) { return .identityNumberForm }
        return checks.contains(.turkishIdentityNumber) ? TurkishIdentityNumber.problem(of: text) : nil
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
        case .ibanChecksum:
            "the IBAN's check digits do not fit it: at least one character is wrong, missing or exchanged"
        case .ibanLength(let country, let expected, let found):
            "the IBAN has \(found) characters; one that begins with \(country) has \(expected)"
        case .ibanCountry: "the IBAN begins with two letters that are not a country of the IBAN registry"
        case .identityNumberLength(1): "the identity number has 1 digit; a Turkish one has 11"
        case .identityNumberLength(let found): "the identity number has \(found) digits; a Turkish one has 11"
        case .identityNumberChecksum:
            "the identity number is no Turkish one: it begins with 0, or its last two digits do not fit the others"
        }
    }
}

/// The reason why a text is not an id, a recipient, a name or a description.
@nonexhaustive public enum TextProblem: Hashable, Sendable {
    /// Empty, or only white space.
    case empty
    /// White space at the start or the end, which would make two spellings of one text.
    case surroundingSpace
    /// A line break, a control character, an unassigned or private character.
    case control
    /// A character that is invisible or changes the direction of others, so that people read another text than is sent.
    case invisible
}

extension TextProblem {
    /// Returns the first problem of a text that identifies something: an id, a recipient or a name.
    static func ofIdentity(_ text: String) -> TextProblem? {
        if isPlain(text) { return nil }
        return of(text) ?? (text.unicodeScalars.contains { isInvisible($0) } ? .invisible : nil)
    }

    /// Returns the first problem of prose, which may hold joiners in emoji and in scripts that need them.
    static func ofProse(_ text: String) -> TextProblem? {
        if isPlain(text) { return nil }
        return of(text) ?? (text.unicodeScalars.contains { $0.properties.isBidiControl } ? .invisible : nil)
    }

    /// Whether a text has only printable ASCII and U+00C0 to U+017F, which include the Turkish letters. Nearly all
    /// texts do, and need no lookup in Unicode's tables.
    private static func isPlain(_ text: String) -> Bool {
        let bytes = text.utf8
        guard let first = bytes.first, first != 0x20, bytes.last != 0x20 else { return false }
        // Two bytes from C3 80 to C5 BF. Continuation bytes follow only a first byte, because a String is valid UTF-8.
        return bytes.allSatisfy { 0x20...0x7E ~= $0 || 0x80...0xBF ~= $0 || 0xC3...0xC5 ~= $0 }
    }

    private static func of(_ text: String) -> TextProblem? {
        let scalars = text.unicodeScalars
        if scalars.allSatisfy(\.properties.isWhitespace) { return .empty }
        if scalars.contains(where: isControl) { return .control }
        guard let first = scalars.first, let last = scalars.last else { return .empty }
        return first.properties.isWhitespace || last.properties.isWhitespace ? .surroundingSpace : nil
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: true
        default: false
        }
    }

    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        let properties = scalar.properties
        // U+2800, the empty Braille pattern, is a symbol in Unicode but invisible.
        return properties.generalCategory == .format || properties.isDefaultIgnorableCodePoint || scalar == "\u{2800}"
    }
}

extension TextProblem: CustomStringConvertible {
    public var description: String {
        switch self {
        case .empty: "is empty"
        case .surroundingSpace: "begins or ends with white space"
        case .control: "holds a line break, a control character or a character that Unicode does not define"
        case .invisible: "holds an invisible character or one that turns the direction of text"
        }
    }
}
