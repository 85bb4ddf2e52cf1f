import SpecDiagnostics
import SpecTree

// Reads constructs in which 3.0 differs from 3.1, and older drafts of JSON Schema from 3.0.
extension ObjectDecoder<Schema.Field> {
    /// Reads the words of `type`: one, or several as 3.1 allows, in 3.0 with a warning.
    mutating func typeWords() -> [Located<String>] {
        guard let member = memberWithValue(.type) else { return [] }
        guard let elements = member.value.elements else {
            return Located<String>.decode(member.value, at: place(of: .type), decoding).map { [corrected($0)] } ?? []
        }
        if decoding.version == .v30 {
            decoding.warn(
                "`type` is an array, as OpenAPI 3.1 allows; 3.0 has one word, and `nullable`",
                at: member.value.location)
        } else if elements.isEmpty {
            decoding.warn("`type` is empty; it should have one element at least", at: member.value.location)
        }
        return unique((list(.type) ?? []).map(corrected), in: .type)
    }

    /// Returns the type that the word differs from only by case or by marks, with a warning: `string,` is `string`.
    private func corrected(_ word: Located<String>) -> Located<String> {
        let known = ["array", "boolean", "integer", "null", "number", "object", "string"]
        guard !known.contains(word.value), let meant = known.first(where: { $0 == word.value.plainWord }) else {
            return word
        }
        decoding.warn("`type` is `\(word.value)`, which is read as `\(meant)`", at: word.location)
        return Located(meant, at: word.location)
    }

    /// Reads the values of `enum` and `const`; nil without both. A value has to be in both.
    mutating func allowedValues() -> [JSONNode]? {
        let listed = nodes(.enum)
        guard let constant = node(.const) else { return listed }
        if let listed, !listed.contains(where: constant.hasSameContent) {
            warn(.const, "`const` is not one of the values of `enum`")
        }
        return [constant]
    }

    /// Reads `example` and `examples`. Pages also name examples, as those of a media type; these are checked for nothing.
    mutating func examples() -> [JSONNode] {
        let one = node(.example)
        let list = memberWithValue(.examples)?.value
        if let list, list.elements == nil {
            decoding.warn(
                "\(place(of: .examples)) is \(list.kindName), and must be an array; it is ignored", at: list.location)
        }
        return (one.map { [$0] } ?? []) + (list?.elements ?? [])
    }

    /// Reads an encoding of octets (RFC 4648, RFC 2045 §6.1). Base64 is followed.
    mutating func contentEncoding() -> Located<String>? {
        guard let encoding: Located<String> = read(.contentEncoding) else { return nil }
        if !["base64", "7bit", "8bit", "binary"].contains(encoding.value.lowercased()) {
            decoding.notFollowed(
                "the encoding `\(encoding.value)` is not followed: the value is a text; `base64` is followed",
                at: encoding.location)
        }
        return encoding
    }

    /// Reads an exclusive limit: a number in 3.1, and in 3.0 a boolean, which moves the number of the limit here. The
    /// other version's is a warning.
    mutating func exclusiveLimit(_ field: Field, of limit: inout String?, _ limitField: Field) -> String? {
        guard let member = memberWithValue(field) else { return nil }
        if case .boolean = member.value.content, decoding.version > .v30 {
            decoding.warn(
                "`\(field.rawValue)` is a boolean, as in OpenAPI 3.0; 3.1 has a number instead of"
                    + " `\(limitField.rawValue)`", at: member.value.location)
        }
        switch member.value.content {
        case .boolean(false): return nil
        case .boolean(true):
            if limit == nil {
                decoding.warn(
                    "`\(field.rawValue)` has no effect without `\(limitField.rawValue)`", at: member.location)
            }
            defer { limit = nil }
            return limit
        case .number(let lexeme):
            if decoding.version == .v30 {
                decoding.warn(
                    "`\(field.rawValue)` is a number, as OpenAPI 3.1 allows; 3.0 has a boolean beside"
                        + " `\(limitField.rawValue)`", at: member.value.location)
            }
            return lexeme
        default:
            decoding.wrongType(
                place(of: field), member.value, allowed: decoding.version == .v30 ? "a boolean" : "a number")
            return nil
        }
    }

    /// Reads the names in `required`. A boolean, as in the third draft of JSON Schema, is ignored with a warning.
    mutating func requiredNames() -> [Located<String>] {
        guard let member = memberWithValue(.required) else { return [] }
        if case .boolean = member.value.content {
            decoding.warn(
                "`required` is a boolean, which is ignored; write the property's name into `required` of the object"
                    + " around it", at: member.value.location)
            return []
        }
        let names: [Located<String>]? = list(.required)
        // Since 3.1, it may be empty (JSON Schema Validation 2020-12, §6.5.3).
        if decoding.version == .v30, names?.isEmpty == true, member.value.elements?.isEmpty == true {
            decoding.warn("`required` is empty; leave it out", at: member.value.location)
        }
        return unique(names ?? [], in: .required)
    }

    private func unique(_ names: [Located<String>], in field: Field) -> [Located<String>] {
        var seen: Set<String> = []
        return names.filter { name in
            let isNew = seen.insert(name.value).inserted
            if !isNew { decoding.warn("`\(field.rawValue)` names `\(name.value)` twice", at: name.location) }
            return isNew
        }
    }

    /// Reads `x-kurus-deprecated`. A value that is not in `enum` is an error: it is obsolete or mistyped.
    mutating func deprecatedValues(among enumValues: [JSONNode]) -> [String] {
        let allowed = enumValues.compactMap(\.scalarText)
        return (nodes(.deprecatedValues) ?? []).compactMap { node in
            guard let text = node.scalarText else {
                decoding.wrongType(
                    .element(of: Field.deprecatedValues.rawValue, in: Field.objectName), node,
                    allowed: "a string or a number")
                return nil
            }
            guard enumValues.contains(where: node.hasSameContent) else {
                let hint = allowed.isEmpty ? ", and there is no `enum` here" : AllowedWords(allowed).hint(for: text)
                decoding.error(.invalidValue, "`\(text)` is not a value of `enum`" + hint, at: node.location)
                return nil
            }
            return text
        }
    }
}

extension JSONNode {
    /// The text of a string or number.
    fileprivate var scalarText: String? {
        switch content {
        case .string(let text), .number(let text): text
        default: nil
        }
    }
}
