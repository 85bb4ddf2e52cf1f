import SourceText
import SpecDiagnostics
import SpecTree

extension ObjectDecoder {
    /// A warning for a field that the specification does not know here; extensions of others (§4.9) pass.
    func reportUnknown(_ member: JSONMember) {
        if member.name.hasPrefix("x-") {
            reportUnknownExtension(member)
        } else {
            let suggestion = DidYouMean.suggestion(for: member.name, in: Field.allCases.map(\.rawValue))
            let hint = suggestion.map { "did you mean `\($0)`?" } ?? "it is ignored"
            unknown("`\(member.name)` is no field of the \(Field.objectName); \(hint)", member)
        }
    }

    private func reportUnknownExtension(_ member: JSONMember) {
        let name = member.name
        if let known = KurusExtension(rawValue: name) {
            unknown("`\(name)` has no meaning in the \(Field.objectName); it belongs in \(known.objects)", member)
        } else if let suggestion = KurusExtension.suggestion(for: name) {
            unknown("`\(name)` is no extension that Kurus knows; did you mean `\(suggestion)`?", member)
        } else if name.hasPrefix(KurusExtension.prefix) {
            let allowed = AllowedWords(KurusExtension.allCases.map(\.rawValue)).hint(for: name)
            unknown("`\(name)` is no extension that Kurus knows" + allowed, member)
        }
    }

    private func unknown(_ message: String, _ member: JSONMember) {
        decoding.unknownField(message, at: member.location)
    }
}
