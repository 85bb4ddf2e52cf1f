import SpecDiagnostics
import SpecDocument
import SpecTree

// Responses and their headers (OpenAPI 3.0.3, §4.7.16, §4.7.17 and §4.7.21).
extension DocumentComparison {
    mutating func compareResponses(_ operation: NodePair) {
        for response in NamedPair.all(Self.responses(operation.base), Self.responses(operation.revision)) {
            let subject = "the response `\(response.name)`"
            if let uses = operation.entry(response, subject) {
                if let pair = enter(uses, as: "response") { compareResponse(pair) }
                continue
            }
            let isSuccess = response.name.hasPrefix("2")
            let rule: Rule =
                response.isNew
                ? (isSuccess ? .successStatusAdded : .otherStatusAdded)
                : (isSuccess ? .successStatusRemoved : .otherStatusRemoved)
            report(
                rule, .response, subject: subject, operation.context,
                "\(subject) is \(response.isNew ? "new" : "gone")", was: response.was, now: response.now,
                at: operation.locations(of: response, in: "responses"))
        }
        if let all = operation.entry(operation.field("responses"), "the responses of \(operation.subject)") {
            let statuses = (all.base.entries + all.revision.entries).map(\.name).filter { !$0.hasPrefix("x-") }
            compareOtherFields(all, except: Set(statuses))
        }
    }

    private static func responses(_ operation: DocumentNode) -> [(name: String, value: DocumentNode)] {
        (operation["responses"]?.entries ?? []).filter { !$0.name.hasPrefix("x-") }
            .map { ($0.name.uppercased() == "DEFAULT" ? "default" : $0.name.uppercased(), $0.value) }
    }

    private mutating func compareResponse(_ pair: NodePair) {
        compareProse(["description"], pair)
        compareHeaders(pair)
        compareContent(pair, .responseBody, (.responseMediaTypeAdded, .responseMediaTypeRemoved))
        compareOtherFields(pair, except: ComparedFields.of(.response))
    }

    // MARK: Headers

    private mutating func compareHeaders(_ response: NodePair) {
        compareKind("headers", .object, response)
        let was = response.base["headers"]?.entries ?? []
        let now = response.revision["headers"]?.entries ?? []
        // Names of headers are told apart without their case (RFC 9110 §5.1).
        let names = Dictionary(
            (now + was).map { ($0.name.lowercased(), $0.name) }, uniquingKeysWith: { first, _ in first })
        for header in NamedPair.all(
            was.map { ($0.name.lowercased(), $0.value) }, now.map { ($0.name.lowercased(), $0.value) })
        {
            let name = names[header.name] ?? header.name
            let subject = "header `\(name)` of \(response.subject)"
            if let uses = response.entry(header, subject) {
                if let pair = enter(uses, as: "header") { compareHeader(pair, uses) }
                continue
            }
            let isRequired = header.base.flatMap { documents.base.resolve($0) }?.node["required"].isTrue ?? false
            let rule: Rule =
                header.isNew ? .headerAdded : isRequired ? .requiredHeaderRemoved : .optionalHeaderRemoved
            report(
                rule, .response, subject: subject, response.context,
                "\(subject) is \(header.isNew ? "new" : "gone")", was: header.isNew ? nil : name,
                now: header.isNew ? name : nil, at: response.locations(of: header, in: "headers"))
        }
    }

    private mutating func compareHeader(_ pair: NodePair, _ uses: NodePair) {
        compareProse(["description", "example", "examples"], pair)
        compareFlag(
            "required", pair, .response, (.headerBecameRequired, .headerBecameOptional),
            ("is always there now", "is not always there any more"), at: pair.nameLocations(of: "required"))
        compareFlag(
            "deprecated", pair, .response, (.headerDeprecated, .headerReactivated),
            ("is deprecated", "is no longer deprecated"), at: pair.nameLocations(of: "deprecated"))
        compareStyles(pair, in: "header", .headerStyleChanged, .response)
        compareLater(
            pair.valueSchemas, .responseHeader,
            SchemaSubject(root: pair.subject, base: uses.base.location, revision: uses.revision.location),
            pair.context)
        compareContentFields(pair)
        compareOtherFields(pair, except: ComparedFields.of(.header))
    }
}
