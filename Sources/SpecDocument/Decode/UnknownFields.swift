import SourceText
import SpecDiagnostics
import SpecTree

extension ObjectDecoder {
    /// Warns about a field that the specification does not define here; extensions of others (§4.9) are allowed.
    func reportUnknown(_ member: JSONMember) {
        if member.name.hasPrefix("x-") {
            reportUnknownExtension(member)
        } else {
            let suggestion = DidYouMean.suggestion(for: member.name, in: Field.allCases.map(\.rawValue))
            let hint = suggestion.map { "did you mean `\($0)`?" } ?? "it is ignored"
            unknown("`\(member.name)` is not a field of the \(Field.objectName); \(hint)", member)
        }
    }

    /// Warns about a field of another version of OpenAPI, which is plainly meant and so followed.
    func reportVersion(of field: Field, _ member: JSONMember) {
        let version = decoding.version
        guard !field.versions.contains(version), !Field.additions(to: version).contains(field) else { return }
        let other = version < field.versions.first ? field.versions.first : field.versions.last
        unknown(
            "`\(member.name)` of the \(Field.objectName) is a field of OpenAPI \(other.rawValue), and this document is"
                + " \(version.rawValue); it is followed all the same", member)
    }

    func reportNotFollowed(_ field: Field, _ consequence: String, _ member: JSONMember) {
        let since = field.versions.first == .v30 ? "" : " of OpenAPI \(field.versions.first.rawValue)"
        decoding.notFollowed(
            "`\(member.name)`\(since) in the \(Field.objectName) is not followed: \(consequence)", at: member.location)
    }

    private func reportUnknownExtension(_ member: JSONMember) {
        let name = member.name
        if let known = KurusExtension(rawValue: name) {
            unknown("`\(name)` has no meaning in the \(Field.objectName); it belongs in \(known.objects)", member)
        } else if let suggestion = KurusExtension.suggestion(for: name) {
            unknown("`\(name)` is not an extension that Kurus knows; did you mean `\(suggestion)`?", member)
        } else if name.hasPrefix(KurusExtension.prefix) {
            let allowed = AllowedWords(KurusExtension.allCases.map(\.rawValue)).hint(for: name)
            unknown("`\(name)` is not an extension that Kurus knows" + allowed, member)
        }
    }

    private func unknown(_ message: String, _ member: JSONMember) {
        decoding.unknownField(message, at: member.location)
    }
}

/// The specification extensions (OpenAPI 3.0.3, §4.9) that Kurus reads.
enum KurusExtension: String, CaseIterable {
    static let prefix = "x-kurus-"

    case effect = "x-kurus-effect"
    case identifiers = "x-kurus-identifiers"
    case sensitive = "x-kurus-sensitive"
    case deprecated = "x-kurus-deprecated"

    /// The objects that the extension belongs in, for messages.
    var objects: String {
        switch self {
        case .effect, .identifiers: "an Operation Object"
        case .sensitive: "a Schema Object or beside `$ref`"
        case .deprecated: "a Schema Object"
        }
    }

    /// Returns the extension that a name was probably meant to be; nil for extensions of others.
    static func suggestion(for name: String) -> String? {
        guard let dash = name.dropFirst(2).firstIndex(of: "-") else { return nil }
        let vendor = String(name[...dash])
        guard vendor == prefix || DidYouMean.suggestion(for: vendor, in: [prefix]) != nil else { return nil }
        return DidYouMean.suggestion(for: name, in: allCases.map(\.rawValue))
    }
}

/// The words that a field allows, for messages.
struct AllowedWords {
    let words: [String]

    init(_ words: [String]) {
        self.words = words
    }

    /// Returns the text `; allowed are "a", "b" and "c"`, with the word that was probably meant.
    func hint(for word: String) -> String {
        let suggestion = DidYouMean.suggestion(for: word, in: words).map { "; did you mean `\($0)`?" }
        return "; allowed \(words.count == 1 ? "is" : "are") \(list)" + (suggestion ?? "")
    }

    private var list: String {
        let quoted = words.map { "`\($0)`" }
        guard let last = quoted.last, quoted.count > 1 else { return quoted.joined() }
        return quoted.dropLast().joined(separator: ", ") + " and " + last
    }
}

extension String {
    /// The letters and digits in lowercase, by which words are compared that somebody mistyped: `String,` is `string`.
    var plainWord: String {
        lowercased().filter { $0.isLetter || $0.isNumber }
    }

    /// Whether the text is a number of JSON (RFC 8259, §6).
    var isJSONNumber: Bool {
        wholeMatch(of: /-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+\-]?[0-9]+)?/) != nil
    }
}
