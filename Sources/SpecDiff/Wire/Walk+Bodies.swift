import SpecAPI
import SpecDiagnostics
import SpecTree

// Request bodies and media types (OpenAPI 3.0.3, §4.7.13 and §4.7.14).
extension Walk {
    private static let bodyFields: Set<String> = ["description", "required", "content"]

    mutating func compareBodies(_ base: OperationSpot, _ revision: OperationSpot) {
        let was = base.spot["requestBody"]
        let now = revision.spot["requestBody"]
        let subject = "the request body"
        switch (was, now) {
        case (nil, nil): return
        case (nil, let now?):
            let isRequired = self.revision.follow(now)?.spot["required"].isTrue ?? false
            report(
                isRequired ? .requiredBodyAdded : .optionalBodyAdded, .request, subject: subject, "\(subject) is new",
                base: ChangeLocation(base.spot.name, in: base.spot.location),
                revision: ChangeLocation(now.name, in: now.location))
        case (let was?, nil):
            report(
                .bodyRemoved, .request, subject: subject, "\(subject) is gone",
                base: ChangeLocation(was.name, in: was.location),
                revision: ChangeLocation(revision.spot.name, in: revision.spot.location))
        case (let was?, let now?): compareBodies(was, now, subject)
        }
    }

    private mutating func compareBodies(_ wasUse: Spot, _ nowUse: Spot, _ subject: String) {
        guard let base = base.follow(wasUse)?.spot, let revision = revision.follow(nowUse)?.spot else {
            return compareUses(wasUse, nowUse, subject: subject)
        }
        guard let outer = enter(wasUse, base, nowUse, revision, "body") else { return }
        defer { leave(to: outer) }
        prose("description", base, revision, of: subject)
        if base["required"].isTrue != revision["required"].isTrue {
            let isRequired = revision["required"].isTrue
            report(
                isRequired ? .bodyBecameRequired : .bodyBecameOptional, .request, subject: subject,
                "\(subject) is \(isRequired ? "required" : "optional") now",
                base: ChangeLocation((base["required"] ?? base).name, in: base.location),
                revision: ChangeLocation((revision["required"] ?? revision).name, in: revision.location))
        } else {
            compareSpelling("required", base, revision, subject: subject)
        }
        compareContent(
            base, revision, .requestBody, subject: subject,
            rules: (.requestMediaTypeAdded, .requestMediaTypeRemoved))
        compareOtherFields(base, revision, except: Self.bodyFields, subject: subject)
    }

    /// Two references one of which cannot be followed: their texts are compared.
    mutating func compareUses(_ base: Spot, _ revision: Spot, subject: String) {
        guard !base.node.hasSameContent(as: revision.node) else { return }
        report(
            .referenceUnreadable, subject: subject, "what \(subject) refers to cannot be read",
            was: base["$ref"]?.string, now: revision["$ref"]?.string, base: ChangeLocation(base.location),
            revision: ChangeLocation(revision.location))
    }

    // MARK: Media types

    /// Compares the `content` of a body or an answer.
    mutating func compareContent(
        _ base: Spot, _ revision: Spot, _ use: SchemaUse, subject: String, rules: (added: Rule, removed: Rule)
    ) {
        compareKind("content", .object, base, revision, subject: subject)
        let was = base["content"]?.entries ?? []
        let now = revision["content"]?.entries ?? []
        let pairs = MediaTypePairs(was, now)
        for pair in pairs.all {
            let name = pairs.all.count == 1 ? subject : "\(subject) as `\(pair.revision.name)`"
            compareMediaTypes(pair.base, pair.revision, use, subject: name)
        }
        let places = ((base["content"] ?? base).name, (revision["content"] ?? revision).name)
        for entry in pairs.removed {
            report(
                rules.removed, use.direction, subject: subject, "\(subject) no longer comes as `\(entry.name)`",
                was: entry.name, base: ChangeLocation(entry.spot.name, in: entry.spot.location),
                revision: ChangeLocation(places.1, in: revision.location))
        }
        for entry in pairs.added {
            report(
                rules.added, use.direction, subject: subject, "\(subject) may come as `\(entry.name)`",
                now: entry.name, base: ChangeLocation(places.0, in: base.location),
                revision: ChangeLocation(entry.spot.name, in: entry.spot.location))
        }
    }

    private mutating func compareMediaTypes(
        _ base: MediaTypePairs.Entry, _ revision: MediaTypePairs.Entry, _ use: SchemaUse, subject: String
    ) {
        if base.name != revision.name {
            report(
                .mediaTypeParametersChanged, use.direction, subject: subject,
                "the media type of \(subject) is written `\(revision.name)`", was: base.name, now: revision.name,
                base: ChangeLocation(base.spot.name, in: base.spot.location),
                revision: ChangeLocation(revision.spot.name, in: revision.spot.location))
        }
        for field in ["example", "examples"] { prose(field, base.spot, revision.spot, of: subject) }
        let schemas = (base.spot["schema"], revision.spot["schema"])
        schema(
            schemas.0, schemas.1, use,
            SchemaSubject(
                root: subject, base: (schemas.0 ?? base.spot).location,
                revision: (schemas.1 ?? revision.spot).location))
        compareEncodings(base.spot, revision.spot, use, subject: subject)
        compareOtherFields(
            base.spot, revision.spot, except: ["schema", "example", "examples", "encoding"], subject: subject)
    }

    /// Encoding Objects (§4.7.15), by the properties that they are for.
    private mutating func compareEncodings(_ base: Spot, _ revision: Spot, _ use: SchemaUse, subject: String) {
        let pairs = SpotPairing.byName(
            (base["encoding"]?.entries ?? []).map { ($0.name, $0.spot) },
            (revision["encoding"]?.entries ?? []).map { ($0.name, $0.spot) })
        for pair in pairs {
            if let was = pair.base, let now = pair.revision, was.node.hasSameContent(as: now.node) { continue }
            report(
                .bodyEncodingChanged, use.direction, subject: subject,
                "the part `\(pair.name)` of \(subject) is written in another way", was: pair.base?.node.shownText,
                now: pair.revision?.node.shownText,
                base: ChangeLocation((pair.base ?? base["encoding"] ?? base).name, in: (pair.base ?? base).location),
                revision: ChangeLocation(
                    (pair.revision ?? revision["encoding"] ?? revision).name,
                    in: (pair.revision ?? revision).location))
        }
    }
}

/// Media types in pairs: of the same text, else alike but for case and parameters (RFC 9110 §8.3.1).
struct MediaTypePairs {
    typealias Entry = (name: String, spot: Spot)

    private(set) var all: [(base: Entry, revision: Entry)] = []
    private(set) var removed: [Entry] = []
    private(set) var added: [Entry]

    init(_ base: [Entry], _ revision: [Entry]) {
        added = revision
        for entry in base {
            let essence = MediaTypeName(entry.name).essence
            let found =
                added.firstIndex { $0.name == entry.name }
                ?? added.firstIndex { other in
                    MediaTypeName(other.name).essence == essence && !base.contains { $0.name == other.name }
                }
            if let found {
                all.append((entry, added.remove(at: found)))
            } else {
                removed.append(entry)
            }
        }
    }
}
