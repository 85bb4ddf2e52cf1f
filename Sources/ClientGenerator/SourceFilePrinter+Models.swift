extension SourceFilePrinter {
    mutating func model(_ plan: ModelPlan, isTopLevel: Bool) {
        switch plan.kind {
        case .structure(let structure): self.structure(structure, plan, isTopLevel: isTopLevel)
        case .enumeration(let enumeration): self.enumeration(enumeration, plan, isTopLevel: isTopLevel)
        case .union(let union): self.union(union, plan, isTopLevel: isTopLevel)
        case .form(let form): self.form(form, plan)
        case .alias(let type): alias(type, plan)
        }
    }

    /// The types of an alias's inline schemas stand beside it.
    private mutating func alias(_ type: TypeReference, _ plan: ModelPlan) {
        code.documentation(plan.documentation)
        code.line("\(access)typealias \(plan.name) = \(type)")
        for nested in plan.nested {
            code.gap()
            model(nested, isTopLevel: true)
        }
    }

    mutating func nested(_ plan: ModelPlan) {
        for nested in plan.nested {
            code.gap()
            model(nested, isTopLevel: false)
        }
    }

    mutating func form(_ plan: FormPlan, _ model: ModelPlan) {
        let access = access
        code.documentation(model.documentation)
        code.block("\(access)struct \(model.name): MultipartModel") { code in
            for property in plan.properties {
                code.documentation(property.documentation)
                code.line("\(access)var \(property.name): \(property.declaredType)")
            }
            code.gap()
            code.signature("\(access)init", plan.properties.map(\.parameter.code)) { code in
                for property in plan.properties { code.line("self.\(property.name) = \(property.name)") }
            }
            code.gap()
            code.block("\(access)func write(to form: inout MultipartWriter)") { code in
                for property in plan.properties { code.line(property.writing) }
            }
            code.gap()
            code.block("\(access)init(from form: inout MultipartReader) throws(JSONError)") { code in
                for property in plan.properties { code.line(property.reading) }
            }
        }
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
