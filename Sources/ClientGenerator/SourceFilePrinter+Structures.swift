extension SourceFilePrinter {
    mutating func structure(_ plan: StructurePlan, _ model: ModelPlan, isTopLevel: Bool) {
        // Swift 6.3 takes no property wrapper in a type that says `nonisolated`; a model is not isolated without the
        // word either, since its protocol is Sendable (SE-0466).
        let isolation: SwiftCode = isTopLevel && !plan.properties.contains(where: \.isIndirect) ? "nonisolated " : ""
        code.documentation(model.documentation)
        declaration("\(isolation)\(access)struct \(model.name): JSONModel") { file in
            file.properties(plan)
            file.initializers(plan)
            file.reading(plan)
            file.writing(plan)
            file.nested(model)
        }
    }

    // MARK: Properties

    private mutating func properties(_ plan: StructurePlan) {
        for property in plan.properties {
            code.documentation(property.documentation)
            code.line(declaration(property))
        }
        for union in plan.unions {
            code.documentation(["What the document describes beside the properties, read from the same object."])
            code.line("\(access)var \(union.name): \(union.type)")
        }
        if let additional = plan.additional {
            code.documentation(["Members that are no property."])
            code.line("\(access)var \(additional.name): \(additional.type.map) = [:]")
        }
    }

    private func declaration(_ property: StructurePlan.Property) -> SwiftCode {
        let box: SwiftCode = property.isIndirect ? "@Indirect " : ""
        let value: SwiftCode
        switch property.presence {
        case .optional where property.isIndirect: value = " = nil"
        case .optionalNullable: value = " = .absent"
        default: value = ""
        }
        return "\(box)\(access)var \(property.name): \(property.declaredType)\(value)"
    }

    // MARK: Initializers

    private mutating func initializers(_ plan: StructurePlan) {
        for initializer in plan.initializers {
            code.gap()
            if let note = initializer.note { code.documentation([note]) }
            code.signature("\(access)init", plan.parameters(of: initializer).map(\.code)) { code in
                for property in plan.properties {
                    if initializer.left.contains(property.wireName) {
                        code.line("self.\(property.name) = \(property.presence.isNullable ? ".absent" : "nil")")
                    } else {
                        code.line("self.\(property.name) = \(Self.value(property, initializer))")
                    }
                }
                for union in plan.unions { code.line("self.\(union.name) = \(union.name)") }
                if let additional = plan.additional { code.line("self.\(additional.name) = \(additional.name)") }
            }
        }
    }

    private static func value(_ property: StructurePlan.Property, _ initializer: StructurePlan.Initializer) -> SwiftCode
    {
        let isDemanded = initializer.required.contains(property.wireName) && property.presence.isNullable
        return isDemanded ? ".value(\(property.name))" : SwiftCode(property.name)
    }

    // MARK: Reading

    private mutating func reading(_ plan: StructurePlan) {
        let locals = LocalNames(plan)
        code.gap()
        let access = access
        code.block("\(access)init(from reader: inout JSONReader) throws(JSONError)") { code in
            for union in plan.unions {
                code.line("self.\(union.name) = try reader.readAhead(\(union.type).self)")
            }
            for property in plan.properties where property.presence.isRequired {
                code.line("var \(locals[property]): \(property.declaredType)?")
            }
            if plan.properties.isEmpty && plan.additional == nil {
                code.block("while try reader.nextKey() != nil") { $0.line("try reader.skip()") }
            } else {
                code.block("while let key = try reader.nextKey()") { Self.readMembers(plan, locals, &$0) }
            }
            for property in plan.properties where property.presence.isRequired {
                let literal = StringLiteral(property.wireName)
                code.call("self.\(property.name) = try reader.require", ["\(locals[property])", "\(literal)"])
            }
        }
    }

    private static func readMembers(_ plan: StructurePlan, _ locals: LocalNames, _ code: inout CodePrinter) {
        guard !plan.properties.isEmpty else {
            if let additional = plan.additional { readAdditional(additional, &code) }
            return
        }
        code.line("switch key {")
        for property in plan.properties {
            code.caseLine("case \(StringLiteral(property.wireName))", read(property, locals))
        }
        if let additional = plan.additional {
            code.line("default:")
            code.indented { readAdditional(additional, &$0) }
        } else {
            code.line("default: try reader.skip()")
        }
        code.line("}")
    }

    private static func readAdditional(
        _ additional: StructurePlan.Additional, _ code: inout CodePrinter
    ) {
        code.line("let name = key.string")
        code.line("self.\(additional.name)[name] = try reader.read(\(additional.type).self)")
    }

    private static func read(_ property: StructurePlan.Property, _ locals: LocalNames) -> SwiftCode {
        switch property.presence {
        case .required: "\(locals[property]) = try reader.read(\(property.type).self)"
        case .requiredNullable: "\(locals[property]) = .some(try reader.readIfPresent(\(property.type).self))"
        case .optional where property.holdsNull: "self.\(property.name) = try reader.read(\(property.type).self)"
        case .optional: "self.\(property.name) = try reader.readIfPresent()"
        case .optionalNullable: "self.\(property.name) = try reader.readNullable()"
        }
    }

    // MARK: Writing

    private mutating func writing(_ plan: StructurePlan) {
        code.gap()
        let object: SwiftCode = plan.unions.isEmpty ? "object" : "distinctObject"
        let isEmpty = plan.properties.isEmpty && plan.unions.isEmpty && plan.additional == nil
        let access = access
        code.block("\(access)func write(to writer: inout JSONWriter)") { code in
            guard !isEmpty else { return code.line("writer.object { _ in }") }
            code.line("writer.\(object) { writer in")
            code.indented { code in
                for property in plan.properties { Self.write(property, &code) }
                for union in plan.unions { code.line("writer.members(of: self.\(union.name))") }
                if let additional = plan.additional {
                    let inner = additional.type.map.wire.converted("self.\(additional.name)")
                    code.line("writer.members(\(inner))")
                }
            }
            code.line("}")
        }
    }

    private static func write(_ property: StructurePlan.Property, _ code: inout CodePrinter) {
        let method: SwiftCode
        switch property.presence {
        case .required, .requiredNullable: method = "member"
        case .optional, .optionalNullable: method = "memberIfPresent"
        }
        let value = property.declaredType.wire.converted("self.\(property.name)")
        let visibility: [SwiftCode] = property.isSensitive ? [".sensitive"] : []
        code.call("writer.\(method)", ["\(StringLiteral(property.wireName))", value] + visibility)
    }
}

extension StructurePlan.Presence {
    var isRequired: Bool { self == .required || self == .requiredNullable }
    var isNullable: Bool { self == .optionalNullable }
}

/// Names of variables inside a reading initializer, which must not hide what its body uses.
private struct LocalNames {
    private var names: [String: Identifier] = [:]

    init(_ plan: StructurePlan) {
        var taken: Set<String> = ["reader", "key", "name"]
        for property in plan.properties where property.presence.isRequired {
            var name = property.name.name
            while !taken.insert(name).inserted { name += "Member" }
            names[property.wireName] = Identifier(checked: name)
        }
    }

    subscript(property: StructurePlan.Property) -> Identifier {
        names[property.wireName] ?? property.name
    }
}
