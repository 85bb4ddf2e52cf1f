import KurusRuntime

/// How the payer's ids of items are shown: whole, but for one that holds somebody's account, phone or identity number,
/// since some payers take these for ids.
enum ItemID {
    static func text(_ id: String) -> String {
        let parts = id.unicodeScalars.split { !($0.properties.isAlphabetic || "0"..."9" ~= $0 || $0 == "+") }
        let isOfAPerson = isRecipient(id) || parts.contains { isRecipient(String($0)) }
        return isOfAPerson ? Redaction.masked(id) : id
    }

    private static func isRecipient(_ text: String) -> Bool {
        let account = IBAN.canonicalText(of: text)
        let isNumber = text.utf8.allSatisfy { 0x30...0x39 ~= $0 }
        return IBAN.hasForm(account) && IBAN.hasValidCheckDigits(account)
            || isNumber && TurkishIdentityNumber.problem(of: text) == nil || isPhone(text)
    }

    /// A number in international form (ITU-T E.164: at most 15 digits), or a Turkish mobile number without its plus.
    private static func isPhone(_ text: String) -> Bool {
        let digits = text.utf8.drop { $0 == UInt8(ascii: "+") }
        guard digits.allSatisfy({ 0x30...0x39 ~= $0 }) else { return false }
        if text.hasPrefix("+") { return 7...15 ~= digits.count }
        return ["5", "05", "905"].contains { text.hasPrefix($0) && digits.count == 9 + $0.utf8.count }
    }
}
