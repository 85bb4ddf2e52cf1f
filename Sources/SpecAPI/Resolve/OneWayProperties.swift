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
                response.content.compactMap(\.schema).forEach { responses.visit($0, in: self) }
            }
        }
        for index in schemas.indices {
            let name = schemas[index].name
            schemas[index].schema.relax(
                readOnly: requests.names.contains(name), writeOnly: responses.names.contains(name))
        }
        for index in operations.indices {
            relaxInline(&operations[index])
        }
    }

    private func relaxInline(_ operation: inout APIOperation) {
        if var body = operation.body {
            for index in body.content.indices {
                body.content[index].schema?.relax(readOnly: true, writeOnly: false)
            }
            operation.body = body
        }
        for response in operation.responses.indices {
            for index in operation.responses[response].content.indices {
                operation.responses[response].content[index].schema?.relax(readOnly: false, writeOnly: true)
            }
        }
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
    fileprivate mutating func relax(readOnly: Bool, writeOnly: Bool) {
        switch shape {
        case .object(var object):
            for index in object.properties.indices {
                let property = object.properties[index].schema
                if property.readOnly && readOnly || property.writeOnly && writeOnly {
                    object.properties[index].required = false
                }
                object.properties[index].schema.relax(readOnly: readOnly, writeOnly: writeOnly)
            }
            for union in object.unions.indices {
                object.unions[union].relax(readOnly: readOnly, writeOnly: writeOnly)
            }
            shape = .object(object)
        case .array(var element):
            element.relax(readOnly: readOnly, writeOnly: writeOnly)
            shape = .array(element)
        case .union(var union):
            union.relax(readOnly: readOnly, writeOnly: writeOnly)
            shape = .union(union)
        default: break
        }
    }
}

extension UnionShape {
    fileprivate mutating func relax(readOnly: Bool, writeOnly: Bool) {
        for index in alternatives.indices {
            alternatives[index].schema.relax(readOnly: readOnly, writeOnly: writeOnly)
        }
    }
}
