import SpecDiagnostics

extension ModelPlan {
    /// The type with its members, and the types of an alias's inline schemas, which are declared beside it.
    var declarations: [Declaration] {
        guard case .alias = kind else { return [declaration] }
        return [declaration] + nested.flatMap(\.declarations)
    }

    private var declaration: Declaration {
        var declaration: Declaration
        switch kind {
        case .structure(let plan): declaration = plan.declaration(name, at: location)
        case .enumeration(let plan): declaration = plan.declaration(name, at: location)
        case .union(let plan): declaration = plan.declaration(name, at: location)
        case .form(let plan): declaration = plan.declaration(name, at: location)
        case .alias(let type):
            declaration = Declaration(.alias, name, "typealias \(name) = \(type)", at: location)
            declaration.type = type.type
            declaration.mayBeNonisolated = false
        }
        declaration.documentation = documentation
        declaration.isNullable = isNullable
        if !isAlias { declaration.members += nested.flatMap(\.declarations) }
        return declaration
    }

    private var isAlias: Bool {
        if case .alias = kind { true } else { false }
    }
}

extension Declaration {
    /// Makes the declarations that read and write a model as JSON.
    static func jsonModel(
        reading: @escaping @Sendable (inout CodePrinter) -> Void,
        writing: @escaping @Sendable (inout CodePrinter) -> Void
    ) -> [Declaration] {
        [
            fixed(.initializer, "init(from reader: inout JSONReader) throws(JSONError)", reading),
            fixed(.write, "func write(to writer: inout JSONWriter)", writing),
        ]
    }
}

extension EnumerationPlan {
    /// Makes an open enumeration.
    func declaration(_ name: Identifier, at location: SourceLocation) -> Declaration {
        var declaration = Declaration(.enumeration, name, "enum \(name): OpenEnum", at: location)
        declaration.isOpenEnum = true
        declaration.type = rawType.type
        declaration.members = cases.map(\.declaration)
        declaration.members += [
            .fixedCase(
                .unrecognized, "case unrecognized(\(rawType))",
                "A value that the document did not list, kept as it came."),
            .fixed(.initializer, "init(rawValue: \(rawType))", makeFromRawValue),
            .fixed(Identifier(checked: "rawValue"), "var rawValue: \(rawType)", giveRawValue),
        ]
        if cases.contains(where: \.isDeprecated) { declaration.members.append(deprecatedCase) }
        return declaration
    }

    private func literal(_ value: Case) -> SwiftCode {
        guard isInteger, let number = Int(value.text) else { return "\(StringLiteral(value.text))" }
        return "\(number)"
    }

    @Sendable private func makeFromRawValue(_ code: inout CodePrinter) {
        let current = cases.filter { !$0.isDeprecated }
        let other: SwiftCode =
            current.count == cases.count
            ? ".unrecognized(rawValue)" : "Self.fromDeprecated(rawValue) ?? .unrecognized(rawValue)"
        guard !current.isEmpty else { return code.line("self = \(other)") }
        code.line("switch rawValue {")
        for value in current { code.caseLine("case \(literal(value))", "self = .\(value.name.member)") }
        code.line("default: self = \(other)")
        code.line("}")
    }

    @Sendable private func giveRawValue(_ code: inout CodePrinter) {
        code.line("switch self {")
        for value in cases { code.caseLine("case .\(value.name.member)", literal(value)) }
        code.line("case .unrecognized(let value): value")
        code.line("}")
    }

    /// A function apart from the initializer, because the compiler warns wherever a deprecated case is made.
    private var deprecatedCase: Declaration {
        let head: SwiftCode = "static func deprecatedCase(_ rawValue: \(rawType)) -> Self?"
        var declaration = Declaration.fixed(Identifier(checked: "deprecatedCase"), head) { code in
            code.line("switch rawValue {")
            for value in cases where value.isDeprecated {
                // Beside an optional, `.none` is nil.
                let type: SwiftCode = value.name.name == "none" ? "Self" : ""
                code.caseLine("case \(literal(value))", "\(type).\(value.name.member)")
            }
            code.line("default: nil")
            code.line("}")
        }
        declaration.isDeprecated = true
        return declaration
    }
}

extension EnumerationPlan.Case {
    fileprivate var declaration: Declaration {
        var declaration = Declaration.enumCase(name, at: location)
        declaration.wire = text
        declaration.isDeprecated = isDeprecated
        return declaration
    }
}

extension UnionPlan {
    /// Makes an enum with a case for each alternative.
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

extension FormPlan {
    /// Makes a struct that is sent as `multipart/form-data`.
    func declaration(_ name: Identifier, at location: SourceLocation) -> Declaration {
        var declaration = Declaration(.form, name, "struct \(name): MultipartModel", at: location)
        declaration.mayBeNonisolated = false
        declaration.members = properties.map(\.declaration)
        declaration.members += [
            .callable(.initializer, .initializer, "init", properties.map(\.parameter), at: location) { code in
                for property in properties { code.line("self.\(property.name) = \(property.name)") }
            },
            .fixed(.write, "func write(to form: inout MultipartWriter)") { code in
                for property in properties { code.line(property.writing) }
            },
            .fixed(.initializer, "init(from form: inout MultipartReader) throws(JSONError)") { code in
                for property in properties { code.line(property.reading) }
            },
        ]
        return declaration
    }
}

extension FormPlan.Property {
    var type: TypeReference {
        switch part {
        case .value(let type, _): type
        case .file: .filePart
        case .files: TypeReference.filePart.array
        }
    }

    var declaredType: TypeReference { isRequired ? type : type.optional }

    fileprivate var declaration: Declaration {
        var declaration = Declaration.property(name, declaredType, at: location)
        declaration.documentation = documentation
        declaration.wire = wireName
        declaration.isSensitive = isSensitive
        return declaration
    }

    fileprivate var writing: SwiftCode {
        let literal = StringLiteral(wireName)
        switch part {
        case .value(_, let contentType):
            let type: SwiftCode = contentType.map { ", contentType: \(StringLiteral($0))" } ?? ""
            let visibility: SwiftCode = isSensitive ? ", .sensitive" : ""
            return "form.part(\(literal), \(declaredType.wire.converted("self.\(name)"))\(type)\(visibility))"
        case .file: return "form.file(\(literal), self.\(name))"
        case .files: return "form.files(\(literal), self.\(name))"
        }
    }

    fileprivate var reading: SwiftCode {
        let literal = StringLiteral(wireName)
        switch part {
        case .value(let type, _):
            let value: SwiftCode = "try form.read(\(literal), \(type).self)"
            return isRequired
                ? "self.\(name) = try form.require(\(value), \(literal))" : "self.\(name) = \(value)"
        case .file:
            let value: SwiftCode = "form.file(\(literal))"
            return isRequired
                ? "self.\(name) = try form.require(\(value), \(literal))" : "self.\(name) = \(value)"
        case .files: return "self.\(name) = form.\(isRequired ? "files" : "filesIfPresent" as SwiftCode)(\(literal))"
        }
    }
}
