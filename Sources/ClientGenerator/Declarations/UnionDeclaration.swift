import SpecDiagnostics

extension UnionPlan {
    /// An enum with a case for each alternative.
    func declaration(_ name: Identifier, at location: SourceLocation) -> Declaration {
        var declaration = Declaration(.union, name, "enum \(name): JSONModel", at: location)
        declaration.isOpenEnum = true
        if isIndirect { declaration.modifier = "indirect " }
        declaration.members = cases.map(\.declaration)
        declaration.members.append(
            .fixedCase(
                .unrecognized, "case unrecognized(JSONValue)",
                "A value of no alternative that the document lists, kept as it came."))
        declaration.members += Declaration.jsonModel(reading: read, writing: write)
        return declaration
    }

    @Sendable private func read(_ code: inout CodePrinter) {
        if let discriminator {
            readByDiscriminator(StringLiteral(discriminator), &code)
        } else {
            readBestMatch(&code)
        }
    }

    private func readByDiscriminator(_ property: StringLiteral, _ code: inout CodePrinter) {
        code.line("switch try reader.peekMember(\(property)) {")
        for value in cases where !value.discriminatorValues.isEmpty {
            let patterns = value.discriminatorValues.map { SwiftCode("\(StringLiteral($0))") }
            code.caseLine(
                "case \(patterns.joined(separator: ", "))",
                "self = .\(value.name.member)(try reader.read(\(value.type).self))")
        }
        code.line("default: self = .unrecognized(try reader.readUnmatched())")
        code.line("}")
    }

    private func readBestMatch(_ code: inout CodePrinter) {
        code.line("var choice = reader.choose(Self.self)")
        for value in cases {
            code.line("reader.attempt(\(value.type).self, Self.\(value.name.member), &choice)")
        }
        code.line("self = try reader.take(choice, else: Self.unrecognized)")
    }

    @Sendable private func write(_ code: inout CodePrinter) {
        code.line("switch self {")
        for value in cases {
            let pattern: SwiftCode = "case .\(value.name.member)(let value)"
            if let discriminator, let written = value.discriminatorValues.first {
                code.caseLine(
                    pattern, "writer.variant(value, \(StringLiteral(discriminator)), \(StringLiteral(written)))")
            } else {
                code.caseLine(pattern, "\(value.type.wire.converted("value")).write(to: &writer)")
            }
        }
        code.line("case .unrecognized(let value): value.write(to: &writer)")
        code.line("}")
    }
}

extension UnionPlan.Case {
    fileprivate var declaration: Declaration {
        let carried = Declaration.Parameter(label: "", type: type.type, defaultValue: nil, location: location)
        var declaration = Declaration.enumCase(name, ["\(type)"], [carried], at: location)
        declaration.documentation = documentation
        return declaration
    }
}
