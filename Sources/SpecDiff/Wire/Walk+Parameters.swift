import SpecDocument
import SpecAPI
import SpecDiagnostics
import SpecTree

// Parameters (OpenAPI 3.0.3, §4.7.12).
extension Walk {
    /// A parameter that applies to an operation.
    private struct Parameter {
        let name: String
        let place: String
        let spot: Spot
        /// Its use, which may be a reference.
        let use: Spot

        var subject: String { "\(place) parameter `\(name)`" }

        /// §4.7.12.1: the transport sets these, whatever is declared.
        var isIgnored: Bool {
            place == "header" && APIParameter.isIgnoredHeader(name)
        }
    }

    private static let parameterFields: Set<String> = [
        "name", "in", "required", "deprecated", "description", "style", "explode", "allowReserved", "schema",
        "content", "example", "examples",
    ]

    mutating func compareParameters(_ base: OperationSpot, _ revision: OperationSpot) {
        let was = Self.keyed(Self.parameters(of: base, self.base), base.path)
        let now = Self.keyed(Self.parameters(of: revision, self.revision), revision.path)
        let nowByKey = Dictionary(now, uniquingKeysWith: { first, _ in first })
        let wasKeys = Set(was.map(\.0))
        let around = (base.spot, revision.spot)
        for (key, parameter) in was {
            if let other = nowByKey[key] {
                compare(parameter, other)
            } else {
                reportRemoved(parameter, around)
            }
        }
        for (key, parameter) in now where !wasKeys.contains(key) { reportAdded(parameter, around) }
        compareUnreadableParameters(base.spot, revision.spot, subject: "`\(revision.name)`")
        compareUnreadableParameters(base.item, revision.item, subject: "path `\(revision.path)`")
    }

    /// The operation's parameters, and those of its path that it does not replace (§4.7.9.1).
    private static func parameters(of operation: OperationSpot, _ side: WalkSide) -> [Parameter] {
        let own = parameters(operation.spot["parameters"], side)
        let names = Set(own.map { "\($0.place) \($0.name)" })
        return own + parameters(operation.item["parameters"], side).filter { !names.contains("\($0.place) \($0.name)") }
    }

    private static func parameters(_ list: Spot?, _ side: WalkSide) -> [Parameter] {
        (list?.elements ?? []).compactMap { parameter($0, side) }
    }

    private static func parameter(_ use: Spot, _ side: WalkSide) -> Parameter? {
        guard let spot = side.follow(use)?.spot, let name = spot["name"]?.string, let place = spot["in"]?.string else {
            return nil
        }
        return Parameter(name: name, place: place, spot: spot, use: use)
    }

    /// What is no parameter, or leads to none, is compared as it is written.
    private mutating func compareUnreadableParameters(_ base: Spot, _ revision: Spot, subject: String) {
        let was = Self.unreadable(base["parameters"], self.base)
        let now = Self.unreadable(revision["parameters"], self.revision)
        for pair in SpotPairing.byName(was, now) where pair.base == nil || pair.revision == nil {
            report(
                pair.base == nil ? .fieldAdded : .fieldRemoved, .request, subject: subject,
                "\(subject) \(pair.base == nil ? "has" : "no longer has") a parameter that cannot be read",
                was: pair.base.map { _ in pair.name }, now: pair.revision.map { _ in pair.name },
                base: ChangeLocation((pair.base ?? base["parameters"] ?? base).location),
                revision: ChangeLocation((pair.revision ?? revision["parameters"] ?? revision).location))
        }
    }

    private static func unreadable(_ list: Spot?, _ side: WalkSide) -> [(String, Spot)] {
        (list?.elements ?? []).filter { parameter($0, side) == nil }.map { ($0.node.shownText, $0) }
    }

    /// What pairs parameters: headers are told apart without their case (RFC 9110 §5.1), those of the path by position;
    /// one that the path does not name takes the first position that is free.
    private static func keyed(_ parameters: [Parameter], _ path: String) -> [(String, Parameter)] {
        let variables = PathTemplate.variables(of: path)
        let named = Set(parameters.filter { $0.place == "path" }.map(\.name))
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
        let name = parameter.place == "header" ? parameter.name.lowercased() : parameter.name
        guard parameter.place == "path" else { return "\(parameter.place) \(name)" }
        if let position = variables.firstIndex(of: name) { return "path \(position)" }
        return free.isEmpty ? "path \(name)" : "path \(free.removeFirst())"
    }

    private mutating func compare(_ base: Parameter, _ revision: Parameter) {
        guard let outer = enter(base.use, base.spot, revision.use, revision.spot, "parameter") else { return }
        defer { leave(to: outer) }
        let subject = revision.subject
        for field in ["description", "example", "examples"] { prose(field, base.spot, revision.spot, of: subject) }
        guard !revision.isIgnored else { return compareIgnored(base, revision) }
        compareFlags(base, revision)
        compareStyles(
            base.spot, revision.spot, .parameterStyleChanged, .request, subject: subject, place: revision.place)
        schema(
            base.spot.valueSchema, revision.spot.valueSchema, .requestParameter,
            SchemaSubject(
                root: subject, base: base.spot.location, revision: revision.spot.location,
                isRequired: base.spot["required"].isTrue && revision.spot["required"].isTrue))
        compareContentFields(base.spot, revision.spot, subject: subject)
        compareOtherFields(base.spot, revision.spot, except: Self.parameterFields, subject: subject)
    }

    private mutating func compareFlags(_ base: Parameter, _ revision: Parameter) {
        let subject = revision.subject
        if base.name.lowercased() != revision.name.lowercased() {
            reportParameter(
                .parameterRenamed, "\(base.subject) is now called `\(revision.name)`", base, revision, "name",
                was: base.name, now: revision.name)
        } else if base.name != revision.name {
            compareField("name", base.spot, revision.spot, subject: subject)
        }
        if revision.place == "path" {
            // Always needed, and always to be said (§4.7.12.1).
            compareField("required", base.spot, revision.spot, subject: subject)
        } else if base.spot["required"].isTrue != revision.spot["required"].isTrue {
            let isRequired = revision.spot["required"].isTrue
            reportParameter(
                isRequired ? .parameterBecameRequired : .parameterBecameOptional,
                "\(subject) is \(isRequired ? "required" : "optional") now", base, revision, "required")
        } else {
            compareSpelling("required", base.spot, revision.spot, subject: subject)
        }
        if base.spot["deprecated"].isTrue != revision.spot["deprecated"].isTrue {
            let isDeprecated = revision.spot["deprecated"].isTrue
            reportParameter(
                isDeprecated ? .parameterDeprecated : .parameterReactivated,
                "\(subject) is \(isDeprecated ? "deprecated" : "no longer deprecated")", base, revision, "deprecated")
        } else {
            compareSpelling("deprecated", base.spot, revision.spot, subject: subject)
        }
    }

    private mutating func reportParameter(
        _ rule: Rule, _ message: String, _ base: Parameter, _ revision: Parameter, _ field: String,
        was: String? = nil, now: String? = nil
    ) {
        report(
            rule, .request, subject: revision.subject, message, was: was, now: now,
            base: ChangeLocation((base.spot[field] ?? base.spot).location, in: base.spot.location),
            revision: ChangeLocation((revision.spot[field] ?? revision.spot).location, in: revision.spot.location))
    }

    private mutating func compareIgnored(_ base: Parameter, _ revision: Parameter) {
        guard !ComponentComparison.areSame(base.spot.node, revision.spot.node, .parameter) else {
            for field in ["title", "summary", "externalDocs", "schema", "content"] {
                prose(field, base.spot, revision.spot, of: revision.subject)
            }
            return
        }
        report(
            .ignoredHeaderChanged, .request, subject: revision.subject,
            "\(revision.subject), which the transport sets, is declared otherwise",
            base: ChangeLocation(base.spot.location), revision: ChangeLocation(revision.spot.location))
    }

    // MARK: One side only

    private mutating func reportAdded(_ parameter: Parameter, _ around: (base: Spot, revision: Spot)) {
        let rule: Rule =
            if parameter.isIgnored { .ignoredHeaderChanged } else if parameter.place == "path" {
                .pathParameterAdded
            } else if parameter.spot["required"].isTrue { .requiredParameterAdded } else { .optionalParameterAdded }
        report(
            rule, .request, subject: parameter.subject, "\(parameter.subject) is new", now: parameter.name,
            base: ChangeLocation((around.base["parameters"] ?? around.base).name, in: around.base.location),
            revision: ChangeLocation(parameter.use.location, in: parameter.spot.location),
            owner: visits[current].operation)
    }

    private mutating func reportRemoved(_ parameter: Parameter, _ around: (base: Spot, revision: Spot)) {
        let rule: Rule =
            if parameter.isIgnored { .ignoredHeaderChanged } else if !parameter.spot["deprecated"].isTrue {
                .parameterRemoved
            } else if isBeforeSunset(parameter.spot) { .parameterRemovedBeforeSunset } else {
                .parameterRemovedWithDeprecation
            }
        report(
            rule, .request, subject: parameter.subject, "\(parameter.subject) is gone", was: parameter.name,
            base: ChangeLocation(parameter.use.location, in: parameter.spot.location),
            revision: ChangeLocation(
                (around.revision["parameters"] ?? around.revision).name, in: around.revision.location),
            owner: visits[current].operation)
    }
}

extension Spot {
    /// The schema of a parameter's or header's value, in whichever of the two ways it is described (§4.7.12.1).
    var valueSchema: Spot? {
        self["schema"] ?? self["content"]?.entries.first?.spot["schema"]
    }
}
