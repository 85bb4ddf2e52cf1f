import SpecDiagnostics

extension ModelPlan {
    /// The type with its members, and what stands beside it: the types of an alias's inline schemas.
    var declarations: [Declaration] {
        guard case .alias = kind else { return [declaration] }
        return [declaration] + nested.flatMap(\.declarations)
    }

    private var declaration: Declaration {
        var declaration: Declaration
        switch kind {
        case .structure(let plan):
            declaration = Declaration(.structure, name, "struct \(name): JSONModel", at: location)
            declaration.members = plan.members(of: location)
        case .enumeration(let plan):
            declaration = Declaration(.enumeration, name, "enum \(name): OpenEnum", at: location)
            declaration.type = plan.rawType.type
            declaration.members = plan.members
        case .union(let plan):
            declaration = Declaration(.union, name, "enum \(name): JSONModel", at: location)
            declaration.members = plan.members
        case .form(let plan):
            declaration = Declaration(.form, name, "struct \(name): MultipartModel", at: location)
            declaration.members = plan.members(of: location)
        case .alias(let type):
            declaration = Declaration(.alias, name, "typealias \(name) = \(type)", at: location)
            declaration.type = type.type
            declaration.isNullable = isNullable
            return declaration
        }
        declaration.isNullable = isNullable
        declaration.members += nested.flatMap(\.declarations)
        return declaration
    }
}

extension StructurePlan {
    fileprivate func members(of owner: SourceLocation) -> [Declaration] {
        let own = properties.map { property in
            var declaration = Declaration.property(property.name, property.declaredType, at: property.location)
            declaration.wire = property.wireName
            declaration.isSensitive = property.isSensitive
            return declaration
        }
        let others = unions.map { Declaration.property($0.name, $0.type, at: $0.location) }
        let additional = additional.map { Declaration.property($0.name, $0.type.map, at: $0.location) }
        let initializers = initializers.map { initializer in
            Declaration.callable(
                .initializer, .initializer, "init", parameters(of: initializer), at: initializer.location ?? owner)
        }
        return own + others + (additional.map { [$0] } ?? []) + initializers + Declaration.jsonModel
    }
}

extension FormPlan {
    fileprivate func members(of owner: SourceLocation) -> [Declaration] {
        let own = properties.map { property in
            var declaration = Declaration.property(property.name, property.declaredType, at: property.location)
            declaration.wire = property.wireName
            declaration.isSensitive = property.isSensitive
            return declaration
        }
        let initializer = Declaration.callable(
            .initializer, .initializer, "init", properties.map(\.parameter), at: owner)
        return own + [initializer] + Declaration.multipartModel
    }
}

extension EnumerationPlan {
    fileprivate var members: [Declaration] {
        let own = cases.map { value in
            var declaration = Declaration.enumCase(value.name, text: "case \(value.name)", at: value.location)
            declaration.wire = value.text
            declaration.isDeprecated = value.isDeprecated
            return declaration
        }
        var fixed = [
            Declaration.fixed(.unrecognized, "case unrecognized(\(rawType))"),
            Declaration.fixed(.initializer, "init(rawValue: \(rawType))"),
            Declaration.fixed(Identifier(checked: "rawValue"), "var rawValue: \(rawType)"),
        ]
        if cases.contains(where: \.isDeprecated) {
            fixed.append(
                Declaration.fixed(
                    Identifier(checked: "deprecatedCase"),
                    "static func deprecatedCase(_ rawValue: \(rawType)) -> Self?"))
        }
        return own + fixed
    }
}

extension UnionPlan {
    fileprivate var members: [Declaration] {
        let own = cases.map { value in
            let carried = Declaration.Parameter(
                label: "", type: value.type.type, defaultValue: nil, location: value.location)
            return Declaration.enumCase(
                value.name, [carried], text: "case \(value.name)(\(value.type))", at: value.location)
        }
        return own + [.fixed(.unrecognized, "case unrecognized(JSONValue)")] + Declaration.jsonModel
    }
}

extension Declaration {
    fileprivate static let jsonModel = [
        fixed(.initializer, "init(from reader: inout JSONReader) throws(JSONError)"),
        fixed(Identifier(checked: "write"), "func write(to writer: inout JSONWriter)"),
    ]

    fileprivate static let multipartModel = [
        fixed(Identifier(checked: "write"), "func write(to form: inout MultipartWriter)"),
        fixed(.initializer, "init(from form: inout MultipartReader) throws(JSONError)"),
    ]
}

extension Identifier {
    static let initializer = Self(checked: "init")
    fileprivate static let unrecognized = Self(checked: "unrecognized")
}
