package import SourceText
package import SpecDiagnostics
import SpecTree

extension AcceptList {
    /// Reads a list; nil when the file is not JSON or not a list. Unusable entries are errors and left out.
    package static func read(_ file: SourceFile, diagnostics: inout Diagnostics) -> AcceptList? {
        guard let node = JSONNode.read(file, diagnostics: &diagnostics) else { return nil }
        let elements = FieldReader.read(node, of: "a list of accepted changes", &diagnostics) { fields in
            fields.elements("accepted", isRequired: true, of: "objects")
        }
        guard let elements else { return nil }
        return AcceptList(entries: distinct(elements.compactMap { entry($0, &diagnostics) }, &diagnostics))
    }

    private static func entry(_ node: JSONNode, _ diagnostics: inout Diagnostics) -> Entry? {
        FieldReader.read(node, of: "an accepted change", &diagnostics) { fields in
            let fingerprint = fields.string("fingerprint", isRequired: true)
            let rule = fields.string("rule")
            let reason = fields.string("reason", isRequired: true)
            let expires = fields.string("expires", isRequired: true)
            let isUsable = [
                fingerprint.map { isFingerprint($0, &fields.diagnostics) },
                expires.map { isDay($0, &fields.diagnostics) },
            ].allSatisfy { $0 == true }
            guard isUsable, let fingerprint, let reason, let expires else { return nil }
            return Entry(fingerprint: fingerprint, rule: rule, reason: reason.value, expires: expires)
        }
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

/// Days of the Gregorian calendar as RFC 3339, §5.6, writes them (`full-date`).
private enum CalendarDay {
    /// Whether the text is `YYYY-MM-DD` and there is such a day.
    static func isValid(_ text: String) -> Bool {
        guard let fields = text.wholeMatch(of: /([0-9]{4})-([0-9]{2})-([0-9]{2})/)?.output,
            let year = Int(fields.1), let month = Int(fields.2), let day = Int(fields.3), (1...12).contains(month)
        else { return false }
        return (1...length(ofMonth: month, in: year)).contains(day)
    }

    private static func length(ofMonth month: Int, in year: Int) -> Int {
        switch month {
        case 2: year.isMultiple(of: 400) || (year.isMultiple(of: 4) && !year.isMultiple(of: 100)) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
