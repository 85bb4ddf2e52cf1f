import SpecDiagnostics

/// Errors that only one side has: what keeps its client from being generated.
enum ErrorChanges {
    static func changes(from base: Diagnostics, to revision: Diagnostics) -> [Change] {
        var left = base.all.filter { $0.severity == .error }
        var added: [Diagnostic] = []
        for diagnostic in revision.all where diagnostic.severity == .error {
            if let known = left.firstIndex(where: { $0.id == diagnostic.id && $0.message == diagnostic.message }) {
                left.remove(at: known)
            } else {
                added.append(diagnostic)
            }
        }
        return added.map { change($0, .errorAppeared) } + left.map { change($0, .errorDisappeared) }
    }

    private static func change(_ diagnostic: Diagnostic, _ rule: Rule) -> Change {
        let isNew = rule == .errorAppeared
        let place = diagnostic.location.map { ChangeLocation($0) }
        var change = Change(
            rule: rule.id, wire: rule.wire, subject: isNew ? "the revision" : "the base",
            message: diagnostic.message, was: isNew ? nil : diagnostic.id.rawValue,
            now: isNew ? diagnostic.id.rawValue : nil, base: isNew ? nil : place, revision: isNew ? place : nil)
        change.source = isNew ? .breaking : .info
        change.notes = [
            isNew
                ? "no client can be generated from the revision; the rest is compared as far as it can be read"
                : "no client could be generated from the base; the rest is compared as far as it can be read"
        ]
        return change
    }
}
