import SpecDiagnostics

extension UnionPlan {
    /// Makes an enum with a case for each alternative.
    func declaration(_ name: Identifier, at location: SourceLocation) -> Declaration {
        var declaration = Declaration(.union, name, "enum \(name): JSONModel", at: location)
        declaration.isOpenEnum = true
        if isIndirect { declaration.modifier = "indirect " }
        declaration.members = cases.map(\.declaration)
        if let several {
            let modifier: SwiftCode = isIndirect ? "" : "indirect "
            declaration.members.append(
                .fixedCase(
                    several.caseName, "\(modifier)case \(several.caseName)(\(several.typeName))",
                    "A value of several alternatives, none of which knows all of its members."))
        }
        declaration.members.append(
            .fixedCase(
                .unrecognized, "case unrecognized(JSONValue)",
                "A value of no alternative that the document lists, kept as it came."))
        declaration.members += Declaration.jsonModel(reading: read, writing: write)
        if let several { declaration.members.append(several.declaration) }
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
        if let several {
            code.line("reader.attempt(\(several.typeName).self, Self.\(several.caseName.member), &choice)")
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
        if let several { code.line("case .\(several.caseName.member)(let value): value.write(to: &writer)") }
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

extension UnionPlan.Several {
    /// Makes a struct with an optional property for each alternative that is an object.
    fileprivate var declaration: Declaration {
        var declaration = Declaration(.structure, typeName, "struct \(typeName): JSONModel", at: location)
        declaration.documentation = ["The alternatives that one object satisfies, two at least."]
        let parameters = parts.map { ParameterPlan($0.name, at: location, $0.type.optional, default: "nil") }
        declaration.members = parts.map { .property($0.name, $0.type.optional, at: location) }
        declaration.members.append(
            .callable(.initializer, .initializer, "init", parameters, at: location) { code in
                for part in parts { code.line("self.\(part.name) = \(part.name)") }
            })
        declaration.members += Declaration.jsonModel(reading: read, writing: write)
        return declaration
    }

    @Sendable private func read(_ code: inout CodePrinter) {
        code.line("var readings = reader.readings()")
        for part in parts {
            code.line("self.\(part.name) = reader.attempt(\(part.type).self, &readings)")
        }
        code.line("try reader.take(readings)")
    }

    @Sendable private func write(_ code: inout CodePrinter) {
        code.line("writer.distinctObject { writer in")
        code.indented { code in
            for part in parts { code.line("writer.members(of: self.\(part.name))") }
        }
        code.line("}")
    }
}
