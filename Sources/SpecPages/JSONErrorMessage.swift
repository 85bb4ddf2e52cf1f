import KurusJSON
import SpecDiagnostics

extension Diagnostics {
    /// Reports where a text is no JSON; `openedAt` is the array or object that had not ended there.
    mutating func report(_ problem: JSONError, in text: JSONText, openedAt: SourceLocation?) {
        let location = text.location(of: problem.offset)
        switch problem.problem {
        case .duplicateMember(let name, let firstOffset):
            error(
                .duplicateMember, "the object has a second member `\(name)`; names must differ", at: location,
                notes: [Note("the first is here", at: text.location(of: firstOffset))])
        case .unexpectedEnd:
            error(
                .jsonSyntax, "the JSON ends here, but is not complete", at: location,
                notes: openedAt.map { [Note("this has not ended", at: $0)] } ?? [])
        default:
            error(.jsonSyntax, problem.problem.message(in: text, at: problem.offset), at: location)
        }
    }

    private typealias Note = Diagnostic.Note
}

extension JSONError.Problem {
    /// What was found, and what JSON allows (RFC 8259).
    fileprivate func message(in text: JSONText, at offset: Int) -> String {
        switch self {
        case .unexpectedCharacter: text.unexpectedCharacter(at: offset)
        case .invalidUTF8: "bytes that are no UTF-8; JSON text is UTF-8"
        case .invalidEscape: "no escape sequence of JSON; a backslash itself is written `\\\\`"
        case .loneSurrogate: "half a surrogate pair; `\\ud800` to `\\udbff` are followed by `\\udc00` to `\\udfff`"
        case .controlCharacter: "a control character in a string; JSON wants it as an escape sequence such as `\\n`"
        case .invalidNumber: "no number of JSON, such as `0`, `-1.5` or `2e10`"
        case .tooDeep(let limit): "nested too deep; at most \(limit) arrays and objects may be open at a place"
        case .trailingContent: "more text behind the end of the JSON value"
        default: "\(self)"
        }
    }
}

extension JSONText {
    /// The message for a character that JSON does not allow where it stands, with a remedy for the usual mistakes.
    fileprivate func unexpectedCharacter(at offset: Int) -> String {
        let character = String(decoding: bytes.dropFirst(offset).prefix(4), as: UTF8.self).first.map(String.init) ?? ""
        let found = "`\(character)` cannot stand here"
        switch character {
        case "'", "“", "”": return "\(found); JSON strings have double quotes"
        case "/", "#": return "\(found); JSON has no comments"
        case "}", "]":
            let before = bytes.prefix(offset).last { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
            return before == UInt8(ascii: ",") ? "\(found); JSON has no comma behind the last value" : found
        default: return found
        }
    }
}
