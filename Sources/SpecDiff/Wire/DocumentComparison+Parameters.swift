import SpecDocument
import SpecAPI
import SpecDiagnostics
import SpecTree

// Parameters (OpenAPI 3.0.3, §4.7.12).
extension DocumentComparison {
    /// A parameter that applies to an operation.
    private struct Parameter {
        let name: String
        /// `query`, `header`, `path` or `cookie`.
        let location: String
        let node: DocumentNode
        /// Its use, which may be a reference.
        let use: DocumentNode

        /// Nil where a use is not a parameter, or cannot be resolved to one.
        init?(_ use: DocumentNode, in side: SideDocuments) {
            guard let node = side.resolve(use)?.node, let name = node["name"]?.string,
                let location = node["in"]?.string
            else { return nil }
            self.name = name
            self.location = location
            self.node = node
            self.use = use
        }

        var subject: String { "\(location) parameter `\(name)`" }

        /// Whether the transport sets it, whatever is declared (§4.7.12.1).
        var isIgnored: Bool { location == "header" && APIParameter.isIgnoredHeader(name) }
    }

    mutating func compareParameters(_ base: OperationNode, _ revision: OperationNode, _ operation: NodePair) {
        let was = Self.keyed(Self.parameters(of: base, documents.base), base.path)
        let now = Self.keyed(Self.parameters(of: revision, documents.revision), revision.path)
        for (was, now) in NamePairs(was, now, by: { $0.0 }).all {
            switch (was?.1, now?.1) {
            case (let was?, let now?): compare(was, now, operation.context)
            case (let was?, nil): reportRemoved(was, operation, owner: revision.name)
            case (nil, let now?): reportAdded(now, operation, owner: revision.name)
            case (nil, nil): break
            }
        }
    }

    /// The operation's parameters, and those of its path that it does not replace (§4.7.9.1).
    private static func parameters(of operation: OperationNode, _ side: SideDocuments) -> [Parameter] {
        let own = parameters(operation.node["parameters"], side)
        let subjects = Set(own.map(\.subject))
        return own + parameters(operation.item["parameters"], side).filter { !subjects.contains($0.subject) }
    }

    private static func parameters(_ list: DocumentNode?, _ side: SideDocuments) -> [Parameter] {
        (list?.elements ?? []).compactMap { Parameter($0, in: side) }
    }

    /// Compares elements of `parameters` that are not parameters as they are written.
    mutating func compareUnreadableParameters(_ pair: NodePair) {
        let lists = pair.field("parameters")
        let was = Self.unreadable(lists.base, documents.base)
        let now = Self.unreadable(lists.revision, documents.revision)
        for entry in NamedPair.all(was, now) where entry.base == nil || entry.revision == nil {
            report(
                entry.isNew ? .fieldAdded : .fieldRemoved, .request, of: pair,
                "\(pair.subject) \(entry.isNew ? "has" : "no longer has") a parameter that cannot be read",
                was: entry.was, now: entry.now,
                at: pair.valueLocations(of: entry, in: lists))
        }
    }

    private static func unreadable(
        _ list: DocumentNode?, _ side: SideDocuments
    ) -> [(name: String, value: DocumentNode)] {
        (list?.elements ?? []).filter { Parameter($0, in: side) == nil }.map { ($0.shownText, $0) }
    }

    /// The parameters by the key that pairs them. Headers are told apart without case (RFC 9110 §5.1), parameters of the
    /// path by position; one that the path does not name takes the first free position.
    private static func keyed(_ parameters: [Parameter], _ path: String) -> [(String, Parameter)] {
        let variables = PathTemplate.variables(of: path)
        let named = Set(parameters.filter { $0.location == "path" }.map(\.name))
        var free = variables.indices.filter { !named.contains(variables[$0]) }
        var counts: [String: Int] = [:]
        return parameters.map { parameter in
            let key = key(parameter, variables, &free)
            let count = counts[key, default: 0] + 1
            counts[key] = count
            return (count == 1 ? key : "\(key) \(count)", parameter)
        }
    }

    private static func key(_ parameter: Parameter, _ variables: [String], _ free: inout [Int]) -> String {
        let name = parameter.location == "header" ? parameter.name.lowercased() : parameter.name
        guard parameter.location == "path" else { return "\(parameter.location) \(name)" }
        if let position = variables.firstIndex(of: name) { return "path \(position)" }
        return free.isEmpty ? "path \(name)" : "path \(free.removeFirst())"
    }

    private mutating func compare(_ base: Parameter, _ revision: Parameter, _ context: ComparisonContext) {
        guard let pair = enter(NodePair(base.use, revision.use, revision.subject, context), as: "parameter") else {
            return
        }
        compareProse(["description", "example", "examples"], pair)
        guard !revision.isIgnored else { return compareIgnored(pair) }
        compareNames(base, revision, pair)
        compareFlags(pair, in: revision.location)
        compareStyles(pair, in: revision.location, .parameterStyleChanged, .request)
        compareLater(
            pair.valueSchemas, .requestParameter,
            SchemaSubject(
                root: pair.subject, base: pair.base.location, revision: pair.revision.location,
                isRequired: pair.base["required"].isTrue && pair.revision["required"].isTrue), pair.context)
        compareContentFields(pair)
        compareOtherFields(pair, except: ComparedFields.of(.parameter))
    }

    private mutating func compareNames(_ base: Parameter, _ revision: Parameter, _ pair: NodePair) {
        if base.name.lowercased() != revision.name.lowercased() {
            report(
                .parameterRenamed, .request, of: pair, "\(base.subject) is now called `\(revision.name)`",
                was: base.name,
                now: revision.name, at: pair.locations(of: "name"))
        } else if base.name != revision.name {
            compareField("name", pair)
        }
    }

    private mutating func compareFlags(_ pair: NodePair, in location: String) {
        if location == "path" {
            // Always needed, and always to be declared (§4.7.12.1).
            compareField("required", pair)
        } else {
            compareFlag(
                "required", pair, .request, (.parameterBecameRequired, .parameterBecameOptional),
                ("is required now", "is optional now"), at: pair.locations(of: "required"))
        }
        compareFlag(
            "deprecated", pair, .request, (.parameterDeprecated, .parameterReactivated),
            ("is deprecated", "is no longer deprecated"), at: pair.locations(of: "deprecated"))
    }

    private mutating func compareIgnored(_ pair: NodePair) {
        guard !ComponentComparison.areSame(pair.base.json, pair.revision.json, .parameter) else {
            return compareProse(["title", "summary", "externalDocs", "schema", "content"], pair)
        }
        report(
            .ignoredHeaderChanged, .request, of: pair,
            "\(pair.subject), which the transport sets, is declared differently", at: pair.locations)
    }

    // MARK: One side only

    private mutating func reportAdded(_ parameter: Parameter, _ operation: NodePair, owner: String) {
        let rule: Rule =
            if parameter.isIgnored { .ignoredHeaderChanged } else if parameter.location == "path" {
                .pathParameterAdded
            } else if parameter.node["required"].isTrue { .requiredParameterAdded } else { .optionalParameterAdded }
        report(
            rule, .request, subject: parameter.subject, operation.context, "\(parameter.subject) is new",
            now: parameter.name,
            at: (
                operation.nameLocations(of: "parameters").base,
                ChangeLocation(parameter.use.location, in: parameter.node.location)
            ), owner: owner)
    }

    private mutating func reportRemoved(_ parameter: Parameter, _ operation: NodePair, owner: String) {
        let rule: Rule =
            if parameter.isIgnored { .ignoredHeaderChanged } else if !parameter.node["deprecated"].isTrue {
                .parameterRemoved
            } else if documents.isBeforeSunset(parameter.node) { .parameterRemovedBeforeSunset } else {
                .parameterRemovedWithDeprecation
            }
        report(
            rule, .request, subject: parameter.subject, operation.context, "\(parameter.subject) is gone",
            was: parameter.name,
            at: (
                ChangeLocation(parameter.use.location, in: parameter.node.location),
                operation.nameLocations(of: "parameters").revision
            ), owner: owner)
    }
}
