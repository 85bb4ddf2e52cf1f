import SpecDiagnostics
import SpecTree

// How parameters and headers are written (OpenAPI 3.0.3, §4.7.12.1).
extension Walk {
    /// Compares styles with their defaults: to say the default is to say nothing.
    mutating func compareStyles(
        _ base: Spot, _ revision: Spot, _ rule: Rule, _ direction: Change.Direction, subject: String, place: String
    ) {
        let was = base.style(in: place)
        let now = revision.style(in: place)
        guard was == now else {
            return report(
                rule, direction, subject: subject, "\(subject) is written in another way", was: was, now: now,
                base: ChangeLocation((base.styleField ?? base).location, in: base.location),
                revision: ChangeLocation((revision.styleField ?? revision).location, in: revision.location))
        }
        for field in Spot.styleFields { compareSpelling(field, base, revision, subject: subject) }
    }

    /// What stands in `content` beside the schema.
    mutating func compareContentFields(_ base: Spot, _ revision: Spot, subject: String) {
        guard let was = base["content"]?.entries.first?.spot, let now = revision["content"]?.entries.first?.spot else {
            return
        }
        for field in ["example", "examples"] { prose(field, was, now, of: subject) }
        compareOtherFields(was, now, except: ["schema", "example", "examples"], subject: subject)
    }
}

extension Spot {
    fileprivate static let styleFields = ["style", "explode", "allowReserved"]

    fileprivate var styleField: Spot? {
        Self.styleFields.lazy.compactMap { self[$0] }.first ?? self["content"]
    }

    /// `form, exploded`, or the media type.
    fileprivate func style(in place: String) -> String {
        if self["schema"] == nil, let content = self["content"]?.entries.first { return content.name }
        let style = self["style"]?.string ?? (place == "query" || place == "cookie" ? "form" : "simple")
        let explodes = self["explode"].map(\.isTrue) ?? (style == "form")
        let words: [String?] = [
            style, explodes ? "exploded" : nil, self["allowReserved"].isTrue ? "reserved allowed" : nil,
        ]
        return words.compactMap(\.self).joined(separator: ", ")
    }
}
