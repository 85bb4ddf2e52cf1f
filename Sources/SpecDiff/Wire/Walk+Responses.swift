import SpecDiagnostics
import SpecTree

// Responses and their headers (OpenAPI 3.0.3, §4.7.16, §4.7.17 and §4.7.21).
extension Walk {
    private static let responseFields: Set<String> = ["description", "headers", "content"]
    private static let headerFields: Set<String> = [
        "required", "deprecated", "description", "style", "explode", "allowReserved", "schema", "content", "example",
        "examples",
    ]

    mutating func compareResponses(_ base: Spot, _ revision: Spot, of operation: String) {
        let was = Self.responses(base)
        let now = Self.responses(revision)
        for pair in SpotPairing.byName(was, now) {
            switch (pair.base, pair.revision) {
            case (let base?, let revision?): compareResponses(base, revision, status: pair.name)
            case (let gone?, nil):
                report(
                    pair.name.hasPrefix("2") ? .successStatusRemoved : .otherStatusRemoved, .response,
                    subject: Self.subject(pair.name), "\(Self.subject(pair.name)) is gone", was: pair.name,
                    base: ChangeLocation(gone.name, in: gone.location),
                    revision: ChangeLocation((revision["responses"] ?? revision).name, in: revision.location))
            case (nil, let new?):
                report(
                    pair.name.hasPrefix("2") ? .successStatusAdded : .otherStatusAdded, .response,
                    subject: Self.subject(pair.name), "\(Self.subject(pair.name)) is new", now: pair.name,
                    base: ChangeLocation((base["responses"] ?? base).name, in: base.location),
                    revision: ChangeLocation(new.name, in: new.location))
            case (nil, nil): continue
            }
        }
        if let was = base["responses"], let now = revision["responses"] {
            let statuses = Set((was.entries + now.entries).map(\.name).filter { !$0.hasPrefix("x-") })
            compareOtherFields(was, now, except: statuses, subject: "the responses of \(operation)")
        }
    }

    private static func responses(_ operation: Spot) -> [(String, Spot)] {
        (operation["responses"]?.entries ?? []).filter { !$0.name.hasPrefix("x-") }
            .map { ($0.name.uppercased() == "DEFAULT" ? "default" : $0.name.uppercased(), $0.spot) }
    }

    private static func subject(_ status: String) -> String {
        "the response `\(status)`"
    }

    private mutating func compareResponses(_ wasUse: Spot, _ nowUse: Spot, status: String) {
        let subject = Self.subject(status)
        guard let base = base.follow(wasUse)?.spot, let revision = revision.follow(nowUse)?.spot else {
            return compareUses(wasUse, nowUse, subject: subject)
        }
        guard let outer = enter(wasUse, base, nowUse, revision, "response") else { return }
        defer { leave(to: outer) }
        prose("description", base, revision, of: subject)
        compareHeaders(base, revision, of: subject)
        compareContent(
            base, revision, .responseBody, subject: subject, rules: (.responseMediaTypeAdded, .responseMediaTypeRemoved)
        )
        compareOtherFields(base, revision, except: Self.responseFields, subject: subject)
    }

    // MARK: Headers

    private mutating func compareHeaders(_ base: Spot, _ revision: Spot, of response: String) {
        compareKind("headers", .object, base, revision, subject: response)
        // Names of headers are told apart without their case (RFC 9110 §5.1).
        let pairs = SpotPairing.byName(
            (base["headers"]?.entries ?? []).map { ($0.name.lowercased(), $0.spot) },
            (revision["headers"]?.entries ?? []).map { ($0.name.lowercased(), $0.spot) })
        let places = ((base["headers"] ?? base).name, (revision["headers"] ?? revision).name)
        let names = Dictionary(
            ((revision["headers"]?.entries ?? []) + (base["headers"]?.entries ?? [])).map {
                ($0.name.lowercased(), $0.name)
            }, uniquingKeysWith: { first, _ in first })
        for pair in pairs {
            let name = names[pair.name] ?? pair.name
            let subject = "header `\(name)` of \(response)"
            switch (pair.base, pair.revision) {
            case (let was?, let now?): compareHeaders(was, now, subject: subject)
            case (let gone?, nil):
                let isRequired = self.base.follow(gone)?.spot["required"].isTrue ?? false
                report(
                    isRequired ? .requiredHeaderRemoved : .optionalHeaderRemoved, .response, subject: subject,
                    "\(subject) is gone", was: name, base: ChangeLocation(gone.name, in: gone.location),
                    revision: ChangeLocation(places.1, in: revision.location))
            case (nil, let new?):
                report(
                    .headerAdded, .response, subject: subject, "\(subject) is new", now: name,
                    base: ChangeLocation(places.0, in: base.location),
                    revision: ChangeLocation(new.name, in: new.location))
            case (nil, nil): continue
            }
        }
    }

    private mutating func compareHeaders(_ wasUse: Spot, _ nowUse: Spot, subject: String) {
        guard let base = base.follow(wasUse)?.spot, let revision = revision.follow(nowUse)?.spot else {
            return compareUses(wasUse, nowUse, subject: subject)
        }
        guard let outer = enter(wasUse, base, nowUse, revision, "header") else { return }
        defer { leave(to: outer) }
        for field in ["description", "example", "examples"] { prose(field, base, revision, of: subject) }
        compareFlag(
            "required", base, revision, (.headerBecameRequired, .headerBecameOptional), subject,
            ("is always there now", "is not always there any more"))
        compareFlag(
            "deprecated", base, revision, (.headerDeprecated, .headerReactivated), subject,
            ("is deprecated", "is no longer deprecated"))
        compareStyles(base, revision, .headerStyleChanged, .response, subject: subject, place: "header")
        schema(
            base.valueSchema, revision.valueSchema, .responseHeader,
            SchemaSubject(root: subject, base: wasUse.location, revision: nowUse.location))
        compareContentFields(base, revision, subject: subject)
        compareOtherFields(base, revision, except: Self.headerFields, subject: subject)
    }

    private mutating func compareFlag(
        _ field: String, _ base: Spot, _ revision: Spot, _ rules: (on: Rule, off: Rule), _ subject: String,
        _ words: (on: String, off: String)
    ) {
        let isOn = revision[field].isTrue
        guard base[field].isTrue != isOn else { return compareSpelling(field, base, revision, subject: subject) }
        report(
            isOn ? rules.on : rules.off, .response, subject: subject, "\(subject) \(isOn ? words.on : words.off)",
            base: ChangeLocation((base[field] ?? base).name, in: base.location),
            revision: ChangeLocation((revision[field] ?? revision).name, in: revision.location))
    }
}
