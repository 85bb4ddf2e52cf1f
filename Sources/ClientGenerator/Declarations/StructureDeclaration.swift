import SpecAPI
import SpecDiagnostics

extension StructurePlan {
    /// Makes a struct that reads and writes a JSON object.
    func declaration(_ name: Identifier, at location: SourceLocation) -> Declaration {
        var declaration = Declaration(.structure, name, "struct \(name): JSONModel", at: location)
        // Swift 6.3 rejects a property wrapper in a `nonisolated` type. A model is not isolated without the word
        // either, because its protocol is Sendable (SE-0466).
        declaration.mayBeNonisolated = !properties.contains(where: \.isIndirect)
        declaration.members = properties.map(\.declaration) + unions.map(\.declaration)
        if let additional { declaration.members.append(additional.declaration) }
        declaration.members += initializers.map { self.declaration($0, of: location) }
        declaration.members += Declaration.jsonModel(reading: read, writing: write)
        return declaration
    }

    private func declaration(_ initializer: Initializer, of owner: SourceLocation) -> Declaration {
        var declaration = Declaration.callable(
            .initializer, .initializer, "init", parameters(of: initializer), at: initializer.location ?? owner
        ) { code in
            for property in properties {
                code.line("self.\(property.name) = \(property.value(of: initializer))")
            }
            for union in unions { code.line("self.\(union.name) = \(union.name)") }
            if let additional { code.line("self.\(additional.name) = \(additional.name)") }
        }
        if let note = initializer.note { declaration.documentation = [note] }
        return declaration
    }
}

// MARK: Properties

extension StructurePlan.Property {
    fileprivate var declaration: Declaration {
        var declaration = Declaration.property(name, declaredType, at: location)
        declaration.documentation = documentation
        declaration.wire = wireName
        declaration.isSensitive = isSensitive
        if isIndirect { declaration.attribute = "@Indirect " }
        switch presence {
        case .optional where isIndirect: declaration.initialValue = "nil"
        case .optionalNullable: declaration.initialValue = ".absent"
        default: break
        }
        return declaration
    }

    fileprivate func value(of initializer: StructurePlan.Initializer) -> SwiftCode {
        if initializer.left.contains(wireName) { return presence.isNullable ? ".absent" : "nil" }
        let isDemanded = initializer.required.contains(wireName) && presence.isNullable && !demandsNull
        return isDemanded ? ".value(\(name))" : SwiftCode(name)
    }
}

extension StructurePlan.UnionProperty {
    fileprivate var declaration: Declaration {
        var declaration = Declaration.property(name, type, at: location)
        declaration.documentation = ["What the document describes beside the properties, read from the same object."]
        return declaration
    }
}

extension StructurePlan.Additional {
    fileprivate var declaration: Declaration {
        var declaration = Declaration.property(name, type.map, at: location)
        declaration.documentation = ["Members that are no property."]
        declaration.initialValue = "[:]"
        return declaration
    }
}

// MARK: Reading

extension StructurePlan {
    @Sendable private func read(_ code: inout CodePrinter) {
        let locals = LocalNames(self)
        let required = properties.filter(\.presence.isRequired)
        for union in unions {
            code.line("self.\(union.name) = try reader.readAhead(\(union.type).self)")
        }
        for property in required { code.line("var \(locals[property]): \(property.declaredType)?") }
        if properties.isEmpty && additional == nil {
            code.block("while try reader.nextKey() != nil") { $0.line("try reader.skip()") }
        } else {
            code.block("while let key = try reader.nextKey()") { readMembers(locals, &$0) }
        }
        for property in required {
            let literal = StringLiteral(property.wireName)
            code.call("self.\(property.name) = try reader.require", ["\(locals[property])", "\(literal)"])
        }
        for property in properties {
            guard let oneWay = property.oneWay, oneWay.isRequired else { continue }
            let method: SwiftCode = oneWay.direction == .response ? "requireReadOnly" : "requireWriteOnly"
            code.call("try reader.\(method)", ["self.\(property.name)", "\(StringLiteral(property.wireName))"])
        }
    }

    private func readMembers(_ locals: LocalNames, _ code: inout CodePrinter) {
        guard !properties.isEmpty else {
            additional?.read(&code)
            return
        }
        code.line("switch key {")
        for property in properties {
            code.caseLine("case \(StringLiteral(property.wireName))", property.reading(locals))
        }
        if let additional {
            code.line("default:")
            code.indented { additional.read(&$0) }
        } else {
            code.line("default: try reader.skip()")
        }
        code.line("}")
    }
}

extension StructurePlan.Additional {
    fileprivate func read(_ code: inout CodePrinter) {
        code.line("let name = key.string")
        code.line("self.\(name)[name] = try reader.read(\(type).self)")
    }
}

extension StructurePlan.Property {
    fileprivate func reading(_ locals: LocalNames) -> SwiftCode {
        switch presence {
        case .required: "\(locals[self]) = try reader.read(\(type).self)"
        case .requiredNullable: "\(locals[self]) = .some(try reader.readIfPresent(\(type).self))"
        case .optional where holdsNull: "self.\(name) = try reader.read(\(type).self)"
        case .optional: "self.\(name) = try reader.readIfPresent()"
        case .optionalNullable: "self.\(name) = try reader.readNullable()"
        }
    }
}

/// The names of variables inside a reading initializer, which must not hide names that its body uses.
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

// MARK: Writing

extension StructurePlan {
    @Sendable private func write(_ code: inout CodePrinter) {
        let isEmpty = properties.isEmpty && unions.isEmpty && additional == nil
        guard !isEmpty else { return code.line("writer.object { _ in }") }
        let object: SwiftCode = unions.isEmpty ? "object" : "distinctObject"
        code.line("writer.\(object) { writer in")
        code.indented { code in
            for property in properties { property.write(&code) }
            for union in unions { code.line("writer.members(of: self.\(union.name))") }
            if let additional {
                code.line("writer.members(\(additional.type.map.wire.converted("self.\(additional.name)")))")
            }
        }
        code.line("}")
    }
}

extension StructurePlan.Property {
    fileprivate func write(_ code: inout CodePrinter) {
        let value = declaredType.wire.converted("self.\(name)")
        var arguments: [SwiftCode] = ["\(StringLiteral(wireName))", value]
        if oneWay?.isRequired == true { arguments.append("isRequired: true") }
        if isSensitive { arguments.append(".sensitive") }
        code.call("writer.\(writingMethod)", arguments)
    }

    private var writingMethod: SwiftCode {
        switch oneWay?.direction {
        case .response: "readOnlyMember"
        case .request: "writeOnlyMember"
        case nil: presence.isRequired ? "member" : "memberIfPresent"
        }
    }
}

extension StructurePlan.Presence {
    fileprivate var isRequired: Bool { self == .required || self == .requiredNullable }
    fileprivate var isNullable: Bool { self == .optionalNullable }
}
