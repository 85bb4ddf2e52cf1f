import Foundation
import IyzicoMassPayout
import KurusRuntime
import Synchronization

/// Masks the people of an order in the provider's texts: every word of a name, description or recipient, and every
/// number that may be an account, a phone or an identity number.
///
/// Words are compared without case and accents, including Turkish ones. A longer word that begins with a hidden word of
/// four or more letters is hidden too, since Turkish appends case endings (`Yılmazın`).
final class RecipientMask: Sendable {
    private let items: [PayoutItem]
    /// Made on first use: most orders have no messages.
    private let words = Mutex<Set<String>?>(nil)

    private static let leastStem = 4
    private static let leastLetters = 2
    private static let leastDigits = 6

    init(_ payroll: Payroll) {
        items = payroll.items
    }

    func masked(_ text: String) -> String {
        let words = hiddenWords()
        var result = ""
        var rest = Self.withoutSpacedNumbers(Redaction.masked(text)).unicodeScalars[...]
        while let first = rest.first {
            let isWord = Self.isOfAWord(first)
            let run = rest.prefix { Self.isOfAWord($0) == isWord }
            rest = rest[run.endIndex...]
            result += isWord && Self.isHidden(Self.folded(String(run)), words) ? Redaction.placeholder : String(run)
        }
        return result
    }

    private func hiddenWords() -> Set<String> {
        words.withLock { words in
            if let words { return words }
            let made = Set(
                items.flatMap { item in
                    [item.recipient.name ?? "", item.recipient.canonicalText, item.description].flatMap(Self.words)
                })
            words = made
            return made
        }
    }

    private static func isHidden(_ word: String, _ words: Set<String>) -> Bool {
        if words.contains(word) { return true }
        guard word.count > leastStem else { return false }
        return (leastStem..<word.count).contains { words.contains(String(word.prefix($0))) }
    }

    private static func words(of text: String) -> [String] {
        text.unicodeScalars.split { !isOfAWord($0) }.map { folded(String($0)) }.filter { $0.count >= leastLetters }
    }

    private static func isOfAWord(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            || scalar.properties.generalCategory == .nonspacingMark
    }

    /// Returns the word in lower case without marks. The four Turkish forms of i are one letter.
    private static func folded(_ word: String) -> String {
        var result = ""
        for scalar in word.decomposedStringWithCanonicalMapping.unicodeScalars {
            if scalar.properties.generalCategory == .nonspacingMark { continue }
            result += scalar == "ı" ? "i" : scalar.properties.lowercaseMapping
        }
        return result
    }

    /// Masks numbers that are written in groups, such as phones: `+90 (555) 123-45-67`.
    private static func withoutSpacedNumbers(_ text: String) -> String {
        text.replacing(/\+?[0-9]([0-9]|[ \u{A0}()\-]+(?=[0-9(]))+[0-9]/) { match in
            match.output.0.utf8.count { 0x30...0x39 ~= $0 } >= leastDigits
                ? Redaction.placeholder : String(match.output.0)
        }
    }
}

/// The provider's messages, which may repeat data that was sent. They are shown only where the order's people are
/// known, and with them masked.
struct ProviderMessages {
    private let mask: RecipientMask?

    /// - Parameter payroll: The order's file, where it is given.
    init(_ payroll: Payroll?) {
        mask = payroll.map(RecipientMask.init)
    }

    var areLeftOut: Bool { mask == nil }

    /// Returns the messages that may be shown, each on one line.
    func shown(_ messages: [String]) -> [String] {
        guard let mask else { return [] }
        return messages.map { SafeText.printable(mask.masked($0)) }
    }
}
