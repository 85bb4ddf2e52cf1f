import Foundation
import IyzicoMassPayout
import KurusRuntime
import Synchronization

/// Hides the people of an order in somebody else's text: every word of a name, of a description and of a recipient, and
/// every number that may be an account, a phone or an identity number.
///
/// Words are compared without case and accents, Turkish ones included. A longer word that begins with one of four letters
/// or more is hidden, too, since Turkish appends its cases (`Yılmazın`).
final class RecipientMask: Sendable {
    private let items: [PayoutItem]
    /// Made for the first text: most orders have none.
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

    /// Lower case without marks; the four letters that Turkish has for i are one.
    private static func folded(_ word: String) -> String {
        var result = ""
        for scalar in word.decomposedStringWithCanonicalMapping.unicodeScalars {
            if scalar.properties.generalCategory == .nonspacingMark { continue }
            result += scalar == "ı" ? "i" : scalar.properties.lowercaseMapping
        }
        return result
    }

    /// Numbers that are printed in groups, as phones are: `+90 (555) 123-45-67`.
    private static func withoutSpacedNumbers(_ text: String) -> String {
        text.replacing(/\+?[0-9]([0-9]|[ \u{A0}()\-]+(?=[0-9(]))+[0-9]/) { match in
            match.output.0.utf8.count { 0x30...0x39 ~= $0 } >= leastDigits
                ? Redaction.placeholder : String(match.output.0)
        }
    }
}
