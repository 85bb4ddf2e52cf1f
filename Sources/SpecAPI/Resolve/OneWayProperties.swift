// readOnly and writeOnly (OpenAPI 3.0.3, §4.7.24.1): a required property that only one direction carries is required
// only in that direction. A schema that is used in the other direction must allow its absence.
extension API {
    mutating func relaxOneWayProperties() {
        var requests = SchemaReach()
        var responses = SchemaReach()
        for operation in operations {
            operation.parameters.forEach { requests.visit($0.schema, in: self) }
            operation.body?.content.compactMap(\.schema).forEach { requests.visit($0, in: self) }
            for response in operation.responses {
                response.headers.forEach { responses.visit($0.schema, in: self) }
                response.content.compactMap(\.schema).forEach { responses.visit($0, in: self) }
            }
        }
        let marks = OneWayMarks(self)
        for index in schemas.indices {
            let name = schemas[index].name
            let use = SchemaUse(
                inRequests: requests.names.contains(name), inResponses: responses.names.contains(name), marks: marks)
            schemas[index].schema.relax(use)
        }
        for index in operations.indices {
            relaxInline(&operations[index], marks)
        }
    }

    private func relaxInline(_ operation: inout APIOperation, _ marks: OneWayMarks) {
        let sent = SchemaUse(inRequests: true, inResponses: false, marks: marks)
        let received = SchemaUse(inRequests: false, inResponses: true, marks: marks)
        for index in operation.parameters.indices { operation.parameters[index].schema.relax(sent) }
        if var body = operation.body {
            for index in body.content.indices { body.content[index].schema?.relax(sent) }
            operation.body = body
        }
        for response in operation.responses.indices {
            for index in operation.responses[response].headers.indices {
                operation.responses[response].headers[index].schema.relax(received)
            }
            for index in operation.responses[response].content.indices {
                operation.responses[response].content[index].schema?.relax(received)
            }
        }
    }
}

/// The named schemas that are `readOnly` or `writeOnly` themselves, so that each property of them is.
private struct OneWayMarks {
    private var readOnly: Set<String> = []
    private var writeOnly: Set<String> = []

    init(_ api: API) {
        for named in api.schemas {
            let chain = api.chain(of: named.schema)
            if chain.contains(where: \.readOnly) { readOnly.insert(named.name) }
            if chain.contains(where: \.writeOnly) { writeOnly.insert(named.name) }
        }
    }

    /// Returns the messages that alone carry a property of the schema; nil where both do.
    func direction(of schema: APISchema) -> ObjectShape.OneWay.Direction? {
        let name = schema.shape.referenceName ?? ""
        if schema.readOnly || readOnly.contains(name) { return .response }
        return schema.writeOnly || writeOnly.contains(name) ? .request : nil
    }
}

/// The messages that a schema is used in.
private struct SchemaUse {
    let inRequests: Bool
    let inResponses: Bool
    let marks: OneWayMarks

    /// Returns the property's direction, where messages of the other one use the schema too.
    func oneWay(_ property: ObjectShape.Property) -> ObjectShape.OneWay? {
        guard let direction = marks.direction(of: property.schema) else { return nil }
        let isUsedAgainst = direction == .response ? inRequests : inResponses
        return isUsedAgainst ? ObjectShape.OneWay(direction: direction, isRequired: property.required) : nil
    }
}

/// Finds the named schemas that a use of a schema leads to.
private struct SchemaReach {
    var names: Set<String> = []

    mutating func visit(_ schema: APISchema, in api: API) {
        var open = [schema]
        while let next = open.popLast() {
            guard let name = next.shape.referenceName else {
                next.shape.forEachPart { open.append($0) }
                continue
            }
            guard names.insert(name).inserted, let target = api.schema(named: name) else { continue }
            open.append(target)
        }
    }
}

extension SchemaShape {
    /// Calls `body` with each schema directly inside this one.
    package func forEachPart(_ body: (APISchema) -> Void) {
        switch self {
        case .array(let element): body(element)
        case .object(let object):
            object.properties.forEach { body($0.schema) }
            if case .schema(let values) = object.additional { body(values) }
            object.unions.forEach { union in union.alternatives.forEach { body($0.schema) } }
        case .union(let union): union.alternatives.forEach { body($0.schema) }
        case .any, .scalar, .enumeration, .reference: break
        }
    }
}

extension APISchema {
    fileprivate mutating func relax(_ use: SchemaUse) {
        switch shape {
        case .object(var object):
            for index in object.properties.indices {
                if let oneWay = use.oneWay(object.properties[index]) {
                    object.properties[index].oneWay = oneWay
                    object.properties[index].required = false
                }
                object.properties[index].schema.relax(use)
            }
            if case .schema(var values) = object.additional {
                values.relax(use)
                object.additional = .schema(values)
            }
            for union in object.unions.indices { object.unions[union].relax(use) }
            shape = .object(object)
        case .array(var element):
            element.relax(use)
            shape = .array(element)
        case .union(var union):
            union.relax(use)
            shape = .union(union)
        case .any, .scalar, .enumeration, .reference: break
        }
    }
}

extension UnionShape {
    fileprivate mutating func relax(_ use: SchemaUse) {
        for index in alternatives.indices { alternatives[index].schema.relax(use) }
    }
}
