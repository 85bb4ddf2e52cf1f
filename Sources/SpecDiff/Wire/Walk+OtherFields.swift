import SpecDiagnostics
import SpecTree

// Fields that no rule knows: extensions, `xml`, words that OpenAPI does not have.
extension Walk {
    /// Reports every difference between the members of two objects, but those of the names `known`: each once, at its
    /// place, with the way to it. Where either is no object, the value itself.
    ///
    /// - Parameters:
    ///   - subject: What the fields belong to, in words.
    ///   - places: Where that stands; where the objects begin, unless it is said.
    mutating func compareOtherFields(
        _ base: Spot?, _ revision: Spot?, except known: Set<String>, subject: String,
        direction: Change.Direction? = nil, places: (base: SourceLocation?, revision: SourceLocation?) = (nil, nil)
    ) {
        let inner = (base: places.base ?? base?.location, revision: places.revision ?? revision?.location)
        for difference in FieldDifference.all(base?.node, revision?.node, except: known) {
            report(
                difference.rule, direction, subject: subject, difference.message(subject),
                was: difference.was?.shownText, now: difference.now?.shownText,
                base: (difference.base ?? inner.base).map { ChangeLocation($0, in: inner.base) },
                revision: (difference.revision ?? inner.revision).map { ChangeLocation($0, in: inner.revision) })
        }
    }

    /// The same of a schema.
    mutating func compareOtherFields(
        _ base: Spot?, _ revision: Spot?, except known: Set<String>, _ use: SchemaUse, _ subject: SchemaSubject
    ) {
        for difference in FieldDifference.all(base?.node, revision?.node, except: known) {
            report(
                difference.rule, use, subject, difference.message(subject.text), was: difference.was?.shownText,
                now: difference.now?.shownText, base: difference.base, revision: difference.revision)
        }
    }
}

extension FieldDifference {
    fileprivate var rule: Rule {
        was == nil ? .fieldAdded : now == nil ? .fieldRemoved : .fieldChanged
    }

    fileprivate func message(_ subject: String) -> String {
        guard !path.isEmpty else { return "\(subject) is written otherwise" }
        if was == nil { return "\(subject) has a new field `\(path)`" }
        if now == nil { return "\(subject) has no field `\(path)` any more" }
        return "field `\(path)` of \(subject) is another one"
    }
}
