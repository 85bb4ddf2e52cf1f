import SpecAPI
import SpecDiagnostics

/// Decides which Swift type represents each schema, and which types have to be declared.
struct TypePlanner {
    let api: API
    let options: ClientOptions
    /// The Swift names of component schemas.
    let typeNames: [String: Identifier]
    let recursion: RecursionFinder
    private let wires: WireForms
    var diagnostics: Diagnostics
    /// Names that no nested type may take, because source inside it could mean the other one.
    private let topLevelNames: Set<String>
    private(set) var takenNames: Set<String>
    /// The types of inline schemas in components other than schemas, by component; all operations share them.
    private var shared: [String: TypeReference] = [:]
    private(set) var sharedModels: [ModelPlan] = []

    /// The types nested in a declaration that is being planned.
    struct Scope {
        /// The named schema that is being planned; nil inside an operation.
        var schemaName: String?
        /// The beginning of the names of nested types that would otherwise collide.
        var prefix: String
        var names: Set<String> = []
        var nested: [ModelPlan] = []
    }

    init(_ api: API, options: ClientOptions, diagnostics: Diagnostics) {
        self.api = api
        self.options = options
        let prefix = options.prefix
        let own = ["Operations", "Client", "Server"].map { prefix + $0 }
        takenNames = ReservedTypeNames.all.union(own).union([options.module, options.typesModule ?? options.module])
        typeNames = Self.typeNames(api, reserved: takenNames)
        topLevelNames = takenNames.union(typeNames.values.map(\.name))
        takenNames = topLevelNames
        recursion = RecursionFinder(api)
        wires = WireForms(api)
        self.diagnostics = diagnostics
        EndlessAliases.report(api, &self.diagnostics)
    }

    private static func typeNames(_ api: API, reserved: Set<String>) -> [String: Identifier] {
        let entries = api.schemas.map { NameScope.Entry(text: $0.name, location: $0.location) }
        let names = NameScope.names(of: entries, as: .type, reserved: reserved, pages: api.pages)
        return Dictionary(zip(api.schemas.map(\.name), names), uniquingKeysWith: { first, _ in first })
    }

    /// Takes a top-level name for an operation's namespace.
    mutating func claimTopLevel(_ name: Identifier) -> Identifier {
        var result = name
        while !takenNames.insert(result.name).inserted {
            result = Identifier(checked: result.name + "Namespace")
        }
        return result
    }

    // MARK: Named schemas

    mutating func namedModels() -> [ModelPlan] {
        api.schemas.compactMap { named in
            guard let name = typeNames[named.name] else { return nil }
            var scope = Scope(schemaName: named.name, prefix: name.name)
            var plan = model(named.schema, name: name, scope: &scope, isNamed: true)
            if case .alias? = plan?.kind { takenNames.formUnion(scope.names) }
            plan?.documentation.append(SchemaDocumentation.origin("Schema", named.name, at: named.location))
            plan?.location = named.location
            plan?.isNullable = api.isNullable(named.schema) && !isFreeForm(named.schema)
            return plan
        }.sorted { $0.name.name < $1.name.name }
    }

    /// Returns the type of a schema inside a shared component, which is declared once, beside the schemas.
    ///
    /// - Parameters:
    ///   - kind: The suffix of the type's name where a schema has the component's.
    ///   - others: The names of the operation that uses it, which would hide the type there.
    mutating func sharedType(
        of schema: APISchema, component: String, kind: String, avoiding others: Set<String>
    ) -> TypeReference {
        let key = kind + component
        if let known = shared[key] { return known }
        let name = Namer.typeName(component).name
        var scope = Scope(schemaName: nil, prefix: name, names: others)
        let hint = takenNames.contains(name) || others.contains(name) ? name + kind : name
        let type = type(of: schema, hint: hint, scope: &scope)
        takenNames.formUnion(scope.names.subtracting(others))
        for var model in scope.nested {
            model.documentation.append(SchemaDocumentation.origin(kind, component, at: schema.location))
            sharedModels.append(model)
        }
        shared[key] = type
        return type
    }

    /// Plans the declaration of a schema; nil where another type represents it.
    private mutating func model(
        _ schema: APISchema, name: Identifier, scope: inout Scope, isNamed: Bool
    ) -> ModelPlan? {
        let documentation = SchemaDocumentation.paragraphs(schema, isDeclaration: true)
        var kind: ModelPlan.Kind
        switch schema.shape {
        case .enumeration(let shape): kind = .enumeration(enumeration(shape, at: schema))
        case .object(let object) where !object.isMap:
            kind = .structure(structure(object, at: schema.location, scope: &scope))
        case .union(let shape): kind = .union(union(shape, scope: &scope))
        case .any, .scalar, .array, .reference, .object:
            guard isNamed else { return nil }
            kind = .alias(type(of: schema, hint: name.name, scope: &scope))
        }
        // A type alias cannot nest types: they are declared beside it.
        return ModelPlan(
            name: name, location: schema.location, documentation: documentation, kind: kind, nested: scope.nested)
    }

    // MARK: Uses

    /// Returns the type of a use, without the optional that nullability adds.
    mutating func type(
        of schema: APISchema, hint: String, scope: inout Scope
    ) -> TypeReference {
        switch schema.shape {
        case .any: return .jsonValue
        case .scalar(let scalar): return scalarType(scalar)
        case .reference(let name):
            return TypeReference(
                typeNames[name] ?? Identifier(checked: "JSONValue"), wire: wires.form(ofNamed: name))
        case .array(let element):
            return self.element(element, hint: hint + "Element", scope: &scope).array
        case .object(let object) where object.isMap:
            return map(object, hint: hint, scope: &scope)
        case .enumeration, .object, .union:
            return nestedType(schema, hint: hint, scope: &scope)
        }
    }

    private mutating func map(_ object: ObjectShape, hint: String, scope: inout Scope) -> TypeReference {
        guard case .schema(let values) = object.additional else { return TypeReference.jsonValue.map }
        return element(values, hint: hint + "Value", scope: &scope).map
    }

    private mutating func element(
        _ schema: APISchema, hint: String, scope: inout Scope
    ) -> TypeReference {
        let type = type(of: schema, hint: hint, scope: &scope)
        return api.isNullable(schema) && !isFreeForm(schema) ? type.optional : type
    }

    private func scalarType(_ scalar: ScalarType) -> TypeReference {
        switch scalar {
        case .boolean: TypeReference(known: "Bool")
        case .int: TypeReference(known: "Int")
        case .int32: TypeReference(known: "Int32")
        case .int64: TypeReference(known: "Int64")
        case .float: TypeReference(known: "Float")
        case .double: TypeReference(known: "Double")
        case .decimal: TypeReference(known: "Decimal")
        case .decimalString: TypeReference(known: "Decimal", wire: .text)
        // JSON has no octets: whatever the provider writes for `binary` is a string there.
        case .string, .password, .binary: .string
        case .dateTime: TypeReference(known: "DateTime")
        case .date: TypeReference(known: "CalendarDate")
        case .uuid: TypeReference(known: "UUID")
        case .uri: TypeReference(known: "URL")
        case .bytes: .data
        }
    }

    private mutating func nestedType(_ schema: APISchema, hint: String, scope: inout Scope) -> TypeReference {
        let name = claim(Namer.typeName(hint), in: &scope)
        var inner = Scope(schemaName: scope.schemaName, prefix: name.name)
        inner.names = [name.name]
        if let plan = model(schema, name: name, scope: &inner, isNamed: false) {
            scope.nested.append(plan)
        }
        return TypeReference(name)
    }

    /// Takes a name that is free in the scope and hides no type that source inside it may mean.
    func claim(_ name: Identifier, in scope: inout Scope) -> Identifier {
        var result = name
        if takenNames.contains(result.name) || scope.names.contains(result.name) {
            result = Identifier(checked: scope.prefix + result.name)
        }
        var number = 2
        while takenNames.contains(result.name) || scope.names.contains(result.name) {
            result = Identifier(checked: scope.prefix + name.name + String(number))
            number += 1
        }
        scope.names.insert(result.name)
        return result
    }
}

extension ObjectShape {
    /// Whether it has no properties of its own: a Swift dictionary.
    var isMap: Bool {
        guard properties.isEmpty, unions.isEmpty else { return false }
        if case .forbidden = additional { return false }
        return true
    }
}
