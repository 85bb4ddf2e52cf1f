import SpecAPI
import SpecDiagnostics
import SpecDocument
import SpecTree

// Request bodies and media types (OpenAPI 3.0.3, §4.7.13 and §4.7.14).
extension DocumentComparison {
    mutating func compareRequestBody(_ operation: NodePair) {
        let body = operation.field("requestBody")
        let subject = "the request body"
        if let uses = operation.entry(body, subject) {
            if let pair = enter(uses, as: "body") { compareRequestBodies(pair) }
        } else if body.base != nil || body.revision != nil {
            let isRequired = body.revision.flatMap { documents.revision.resolve($0) }?.node["required"].isTrue ?? false
            let rule: Rule = !body.isNew ? .bodyRemoved : isRequired ? .requiredBodyAdded : .optionalBodyAdded
            report(
                rule, .request, subject: subject, operation.context, "\(subject) is \(body.isNew ? "new" : "gone")",
                at: operation.locations(of: body, in: "requestBody"))
        }
    }

    private mutating func compareRequestBodies(_ pair: NodePair) {
        compareProse(["description"], pair)
        compareFlag(
            "required", pair, .request, (.bodyBecameRequired, .bodyBecameOptional),
            ("is required now", "is optional now"), at: pair.nameLocations(of: "required"))
        compareContent(pair, .requestBody, (.requestMediaTypeAdded, .requestMediaTypeRemoved))
        compareOtherFields(pair, except: ComparedFields.of(.requestBody))
    }

    // MARK: Media types

    /// Compares the `content` of a body or a response.
    mutating func compareContent(_ pair: NodePair, _ use: SchemaUse, _ rules: (added: Rule, removed: Rule)) {
        compareKind("content", .object, pair)
        // Media types pair by their text, else by their essence (RFC 9110 §8.3.1).
        let texts = NamePairs(
            pair.base["content"]?.entries ?? [], pair.revision["content"]?.entries ?? [], by: { $0.name })
        let essences = NamePairs(texts.gone, texts.added, by: { MediaTypeName($0.name).essence })
        let mediaTypes = texts.pairs + essences.pairs
        for (was, now) in mediaTypes {
            let subject = mediaTypes.count == 1 ? pair.subject : "\(pair.subject) as `\(now.name)`"
            let mediaType = pair.with(was.value, now.value, subject)
            if was.name != now.name {
                report(
                    .mediaTypeParametersChanged, use.direction, of: mediaType,
                    "the media type of \(subject) is written `\(now.name)`", was: was.name, now: now.name,
                    at: (
                        ChangeLocation(was.value.name, in: was.value.location),
                        ChangeLocation(now.value.name, in: now.value.location)
                    ))
            }
            compareMediaTypes(mediaType, use)
        }
        let removed = essences.gone.map { NamedPair(name: $0.name, base: $0.value, revision: nil) }
        let added = essences.added.map { NamedPair(name: $0.name, base: nil, revision: $0.value) }
        for entry in removed + added {
            report(
                entry.isNew ? rules.added : rules.removed, use.direction, of: pair,
                "\(pair.subject) \(entry.isNew ? "may come" : "no longer comes") as `\(entry.name)`", was: entry.was,
                now: entry.now, at: pair.locations(of: entry, in: "content"))
        }
    }

    private mutating func compareMediaTypes(_ pair: NodePair, _ use: SchemaUse) {
        compareProse(["example", "examples"], pair)
        let schemas = pair.field("schema")
        compareLater(
            schemas, use,
            SchemaSubject(
                root: pair.subject, base: (schemas.base ?? pair.base).location,
                revision: (schemas.revision ?? pair.revision).location), pair.context)
        // Encoding Objects (§4.7.15), by the properties that they are for.
        for entry in pair.entries(of: "encoding") {
            if let was = entry.base, let now = entry.revision, was.hasSameContent(as: now) { continue }
            report(
                .bodyEncodingChanged, use.direction, of: pair,
                "the part `\(entry.name)` of \(pair.subject) is written in another way", was: entry.base?.shownText,
                now: entry.revision?.shownText, at: pair.locations(of: entry, in: "encoding"))
        }
        compareOtherFields(pair, except: ComparedFields.of(.mediaType))
    }
}
