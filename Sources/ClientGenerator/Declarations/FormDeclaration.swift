import SpecDiagnostics

extension FormPlan {
    /// Makes a struct that is sent or read as the parts of a multipart body.
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
        case .file(let types): return "form.file(\(literal), self.\(name)\(Self.argument(types)))"
        case .files(let types): return "form.files(\(literal), self.\(name)\(Self.argument(types)))"
        }
    }

    private static func argument(_ contentTypes: [String]) -> SwiftCode {
        let list = contentTypes.map { SwiftCode("\(StringLiteral($0))") }
        return list.isEmpty ? "" : ", contentTypes: [\(list.joined(separator: ", "))]"
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
