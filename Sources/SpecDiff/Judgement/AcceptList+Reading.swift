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

/// The fields of an object of a list of accepted changes: each is asked for once, and what nobody asked for is unknown.
struct AcceptFields {
    private let node: JSONNode
    private let members: [JSONMember]
    /// The object with its article, for messages.
    private let name: String
    private var known: [String] = []

    /// Nil, and an error, when the node is no object.
    init?(_ node: JSONNode, named name: String, _ diagnostics: inout Diagnostics) {
        guard let members = node.members else {
            diagnostics.error(.wrongType, "\(name) must be an object; found \(node.kindName)", at: node.location)
            return nil
        }
        self.node = node
        self.members = members
        self.name = name
    }

    mutating func node(_ field: String, isRequired: Bool, _ diagnostics: inout Diagnostics) -> JSONNode? {
        known.append(field)
        let value = node[field]
        if value == nil, isRequired {
            diagnostics.error(.missingField, "\(name) needs the field `\(field)`", at: node.location)
        }
        return value
    }

    /// A string that says something.
    mutating func text(
        _ field: String, isRequired: Bool, _ diagnostics: inout Diagnostics
    ) -> Located<String>? {
        guard let value = node(field, isRequired: isRequired, &diagnostics) else { return nil }
        guard let text = value.string else {
            diagnostics.error(
                .wrongType, "`\(field)` must be a string; found \(value.kindName)", at: value.location)
            return nil
        }
        guard !text.allSatisfy(\.isWhitespace) else {
            diagnostics.error(.invalidValue, "`\(field)` must not be empty", at: value.location)
            return nil
        }
        return Located(text, at: value.location)
    }

    func reportUnknown(_ diagnostics: inout Diagnostics) {
        for member in members where !known.contains(member.name) {
            let suggestion = DidYouMean.suggestion(for: member.name, in: known).map { "; did you mean `\($0)`?" } ?? ""
            diagnostics.error(
                .unknownField, "\(name) has no field `\(member.name)`\(suggestion)", at: member.location)
        }
    }
}

/// Days of the Gregorian calendar as RFC 3339, §5.6, writes them (`full-date`).
enum CalendarDay {
    /// Whether the text is `YYYY-MM-DD` and there is such a day.
    static func isValid(_ text: String) -> Bool {
        let fields = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard fields.map(\.count) == [4, 2, 2] else { return false }
        let numbers = fields.compactMap(number)
        guard numbers.count == 3, (1...12).contains(numbers[1]) else { return false }
        return (1...length(ofMonth: numbers[1], in: numbers[0])).contains(numbers[2])
    }

    private static func number(_ digits: Substring.UTF8View) -> Int? {
        digits.allSatisfy { (0x30...0x39).contains($0) } ? Int(String(Substring(digits))) : nil
    }

    private static func length(ofMonth month: Int, in year: Int) -> Int {
        switch month {
        case 2: year.isMultiple(of: 400) || (year.isMultiple(of: 4) && !year.isMultiple(of: 100)) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
