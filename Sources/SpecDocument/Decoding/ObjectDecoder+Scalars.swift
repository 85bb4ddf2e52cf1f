import SpecDiagnostics
import SpecTree

extension ObjectDecoder {
    /// A number as written, which keeps every digit.
    mutating func number(_ field: Field) -> String? {
        guard let member = memberWithValue(field) else { return nil }
        guard case .number(let lexeme) = member.value.content else {
            decoding.wrongType(place(of: field), member.value, allowed: "a number")
            return nil
        }
        return lexeme
    }

    /// A number of things (JSON Schema Wright 00, §5.3: an integer of at least 0). Anything else is a warning, and left
    /// out: these limits end up in comments.
    mutating func count(_ field: Field) -> Int? {
        guard let lexeme = number(field) else { return nil }
        if let count = Int(lexeme), count >= 0 { return count }
        sloppy(field, "\(place(of: field)) is \(lexeme), and must be an integer from 0 to \(Int.max); it is ignored")
        return nil
    }

    /// A word out of a few; another one is an error that names them.
    mutating func word<Word: RawRepresentable<String>>(_ field: Field, of allowed: [Word]) -> Located<Word>? {
        guard let text: Located<String> = read(field) else { return nil }
        if let word = Word(rawValue: text.value), allowed.contains(where: { $0.rawValue == text.value }) {
            return Located(word, at: text.location)
        }
        let words = allowed.map(\.rawValue)
        decoding.error(
            .invalidValue, "\(place(of: field)) is `\(text.value)`" + AllowedWords(words).hint(for: text.value),
            at: text.location)
        return nil
    }

    /// A word out of a few, whose absence is an error.
    mutating func requireWord<Word: RawRepresentable<String>>(_ field: Field, of allowed: [Word]) -> Word? {
        hasRequired(field) ? word(field, of: allowed)?.value : nil
    }

    /// An address (RFC 3986, §4.1: a URI reference); a warning when it is none.
    mutating func address(_ field: Field) -> String? {
        guard let text: Located<String> = read(field) else { return nil }
        if !URIReference.isValid(text.value) {
            decoding.sloppy("\(place(of: field)) is not a URL", at: text.location)
        }
        return text.value
    }

    /// An address whose absence is an error.
    mutating func requireAddress(_ field: Field) -> String? {
        hasRequired(field) ? address(field) : nil
    }
}
