package import SourceText
package import SpecDiagnostics
import SpecTree

extension AcceptList {
    /// Reads a list; nil when it is no JSON or no list. Entries that cannot be used are errors and left out.
    package static func read(_ file: SourceFile, diagnostics: inout Diagnostics) -> AcceptList? {
        guard let node = JSONNode.read(file, diagnostics: &diagnostics),
            var fields = AcceptFields(node, named: "a list of accepted changes", &diagnostics)
        else { return nil }
        let list = fields.node("accepted", isRequired: true, &diagnostics)
        fields.reportUnknown(&diagnostics)
        guard let list else { return nil }
        guard let elements = list.elements else {
            diagnostics.error(
                .wrongType, "`accepted` must be an array of objects; found \(list.kindName)", at: list.location)
            return nil
        }
        return AcceptList(entries: distinct(elements.compactMap { entry($0, &diagnostics) }, &diagnostics))
    }

    private static func entry(_ node: JSONNode, _ diagnostics: inout Diagnostics) -> Entry? {
        guard var fields = AcceptFields(node, named: "an accepted change", &diagnostics) else { return nil }
        let fingerprint = fields.text("fingerprint", isRequired: true, &diagnostics)
        let rule = fields.text("rule", isRequired: false, &diagnostics)
        let reason = fields.text("reason", isRequired: true, &diagnostics)
        let expires = fields.text("expires", isRequired: true, &diagnostics)
        fields.reportUnknown(&diagnostics)
        let isUsable = [
            fingerprint.map { isFingerprint($0, &diagnostics) }, expires.map { isDay($0, &diagnostics) },
        ].allSatisfy { $0 == true }
        guard isUsable, let fingerprint, let reason, let expires else { return nil }
        return Entry(fingerprint: fingerprint, rule: rule, reason: reason.value, expires: expires)
    }

    private static func isFingerprint(_ text: Located<String>, _ diagnostics: inout Diagnostics) -> Bool {
        let digits = text.value.utf8
        if digits.count == 16, digits.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }) {
            return true
        }
        diagnostics.error(
            .invalidValue,
            "`fingerprint` must be 16 digits of 0 to 9 and a to f, as the report shows them; found `\(text.value)`",
            at: text.location)
        return false
    }

    private static func isDay(_ text: Located<String>, _ diagnostics: inout Diagnostics) -> Bool {
        if CalendarDay.isValid(text.value) { return true }
        diagnostics.error(
            .invalidValue,
            "`expires` must be a day of the calendar, written as `2027-01-31`; found `\(text.value)`",
            at: text.location)
        return false
    }

    /// Keeps the first entry of each fingerprint.
    private static func distinct(_ entries: [Entry], _ diagnostics: inout Diagnostics) -> [Entry] {
        var first: [String: Entry] = [:]
        return entries.filter { entry in
            guard let other = first[entry.fingerprint.value] else {
                first[entry.fingerprint.value] = entry
                return true
            }
            diagnostics.error(
                .duplicateAcceptance, "`\(entry.fingerprint.value)` is accepted twice; remove one of the entries",
                at: entry.fingerprint.location,
                notes: [Diagnostic.Note("the other entry", at: other.fingerprint.location)])
            return false
        }
    }
}
