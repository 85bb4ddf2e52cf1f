extension SourceFilePrinter {
    private static let unrecognizedNote = "A value that the document did not list, kept as it came."

    mutating func enumeration(_ plan: EnumerationPlan, _ model: ModelPlan, isTopLevel: Bool) {
        let isolation: SwiftCode = isTopLevel ? "nonisolated " : ""
        let raw: SwiftCode = "\(plan.rawType)"
        let access = access
        code.documentation(model.documentation)
        code.block("\(openEnum)\(isolation)\(access)enum \(model.name): OpenEnum") { code in
            for value in plan.cases {
                if value.isDeprecated { code.line("@available(*, deprecated)") }
                code.line("case \(value.name)")
            }
            code.documentation([Self.unrecognizedNote])
            code.line("case unrecognized(\(raw))")
            code.gap()
            code.block("\(access)init(rawValue: \(raw))") { Self.fromRawValue(plan, &$0) }
            code.gap()
            code.block("\(access)var rawValue: \(raw)") { Self.rawValue(plan, &$0) }
            if plan.cases.contains(where: \.isDeprecated) {
                code.gap()
                Self.deprecatedCases(plan, access, raw, &code)
            }
        }
    }

    private static func literal(_ value: EnumerationPlan.Case, _ plan: EnumerationPlan) -> SwiftCode {
        guard plan.isInteger, let number = Int(value.text) else { return "\(StringLiteral(value.text))" }
        return "\(number)"
    }

    private static func fromRawValue(_ plan: EnumerationPlan, _ code: inout CodePrinter) {
        let current = plan.cases.filter { !$0.isDeprecated }
        let other: SwiftCode =
            current.count == plan.cases.count
            ? ".unrecognized(rawValue)" : "Self.fromDeprecated(rawValue) ?? .unrecognized(rawValue)"
        guard !current.isEmpty else { return code.line("self = \(other)") }
        code.line("switch rawValue {")
        for value in current {
            code.caseLine("case \(literal(value, plan))", "self = .\(value.name.member)")
        }
        code.line("default: self = \(other)")
        code.line("}")
    }

    private static func rawValue(_ plan: EnumerationPlan, _ code: inout CodePrinter) {
        code.line("switch self {")
        for value in plan.cases {
            code.caseLine("case .\(value.name.member)", literal(value, plan))
        }
        code.line("case .unrecognized(let value): value")
        code.line("}")
    }

    /// Stands apart, since the compiler warns of a deprecated case wherever it is made.
    private static func deprecatedCases(
        _ plan: EnumerationPlan, _ access: SwiftCode, _ raw: SwiftCode, _ code: inout CodePrinter
    ) {
        code.line("@available(*, deprecated)")
        code.block("\(access)static func deprecatedCase(_ rawValue: \(raw)) -> Self?") { code in
            code.line("switch rawValue {")
            for value in plan.cases where value.isDeprecated {
                code.caseLine("case \(literal(value, plan))", ".\(value.name.member)")
            }
            code.line("default: nil")
            code.line("}")
        }
    }

    mutating func union(_ plan: UnionPlan, _ model: ModelPlan, isTopLevel: Bool) {
        let isolation: SwiftCode = isTopLevel ? "nonisolated " : ""
        let indirect: SwiftCode = plan.isIndirect ? "indirect " : ""
        code.documentation(model.documentation)
        declaration("\(openEnum)\(isolation)\(access)\(indirect)enum \(model.name): JSONModel") { file in
            file.alternatives(plan)
            file.nested(model)
        }
    }

    private mutating func alternatives(_ plan: UnionPlan) {
        for value in plan.cases {
            code.documentation(value.documentation)
            code.line("case \(value.name)(\(value.type))")
        }
        code.documentation(["A value of no alternative that the document lists, kept as it came."])
        code.line("case unrecognized(JSONValue)")
        code.gap()
        code.block("\(access)init(from reader: inout JSONReader) throws(JSONError)") { code in
            if let discriminator = plan.discriminator {
                Self.readByDiscriminator(StringLiteral(discriminator), plan, &code)
            } else {
                Self.readBestMatch(plan, &code)
            }
        }
        code.gap()
        code.block("\(access)func write(to writer: inout JSONWriter)") { Self.writeAlternative(plan, &$0) }
    }

    private static func readByDiscriminator(
        _ property: StringLiteral, _ plan: UnionPlan, _ code: inout CodePrinter
    ) {
        code.line("switch try reader.peekMember(\(property)) {")
        for value in plan.cases where !value.discriminatorValues.isEmpty {
            let patterns = value.discriminatorValues.map { SwiftCode("\(StringLiteral($0))") }
            code.caseLine(
                "case \(patterns.joined(separator: ", "))",
                "self = .\(value.name.member)(try reader.read(\(value.type).self))")
        }
        code.line("default: self = .unrecognized(try reader.readUnmatched())")
        code.line("}")
    }

    private static func readBestMatch(_ plan: UnionPlan, _ code: inout CodePrinter) {
        code.line("var choice = reader.choose(Self.self)")
        for value in plan.cases {
            code.line("reader.attempt(\(value.type).self, Self.\(value.name.member), &choice)")
        }
        code.line("self = try reader.take(choice, else: Self.unrecognized)")
    }

    private static func writeAlternative(_ plan: UnionPlan, _ code: inout CodePrinter) {
        code.line("switch self {")
        for value in plan.cases {
            let pattern: SwiftCode = "case .\(value.name.member)(let value)"
            if let property = plan.discriminator, let written = value.discriminatorValues.first {
                code.caseLine(
                    pattern, "writer.variant(value, \(StringLiteral(property)), \(StringLiteral(written)))")
            } else {
                code.caseLine(pattern, "\(value.type.wire.converted("value")).write(to: &writer)")
            }
        }
        code.line("case .unrecognized(let value): value.write(to: &writer)")
        code.line("}")
    }
}
