import KurusJSON

/// A small document drawn at random, and values for calls of its operations.
struct RandomDocument {
    /// The values of one call.
    struct Call {
        /// The values of the parameters, in the order of the document; nil for those left out.
        var parameters: [JSONValue?]
        var body: JSONValue?
        /// The position of the answer.
        var answer: Int
        var content: JSONValue?
        var headers: [JSONValue?]
    }

    let number: Int
    let source: ShapeSource
    let operations: [(operation: RandomOperation, calls: [Call])]

    init(seed: UInt64, number: Int) {
        var source = ShapeSource(seed: seed &+ UInt64(number) &* 0x9E37_79B9)
        source.makeComponents()
        var operations: [(operation: RandomOperation, calls: [Call])] = []
        for index in 0..<(source.oneIn(4) ? 2 : 1) {
            let operation = source.operation(index)
            let calls = (0..<2).map { _ in Self.call(operation, &source) }
            operations.append((operation, calls))
        }
        self.number = number
        self.source = source
        self.operations = operations
    }

    private static func call(_ operation: RandomOperation, _ source: inout ShapeSource) -> Call {
        let parameters: [JSONValue?] = operation.parameters.map { parameter in
            // A `nil` here would be JSON's null.
            guard parameter.isRequired || source.oneIn(2) else { return .none }
            return source.sample(parameter.shape, in: parameter.texts)
        }
        let isSent = operation.isBodyRequired || source.oneIn(2)
        let body = isSent ? operation.body.map { source.sample($0.shape, in: $0.texts) } : JSONValue?.none
        let position = source.number(below: operation.answers.count)
        let answer = operation.answers[position]
        return Call(
            parameters: parameters, body: body, answer: position,
            content: answer.content.map { source.sample($0.shape, in: $0.texts) },
            headers: answer.headers.map { header in
                guard header.isRequired || source.oneIn(2) else { return .none }
                return source.sample(header.shape, in: .field)
            })
    }

    /// The OpenAPI Object.
    var object: JSONValue {
        var paths = JSONObject()
        var shared = SharedComponents(source.random)
        for (operation, _) in operations {
            paths[operation.path] = .object([operation.method: shared.sharing(operation.object(source.isLater))])
        }
        var components = shared.object
        var schemas = JSONObject()
        for component in source.components { schemas[component.name] = component.shape.schema(source.isLater) }
        components["schemas"] = .object(schemas)
        return [
            "openapi": .string(source.isLater ? "3.1.0" : "3.0.3"), "info": ["title": "Random", "version": "1"],
            "paths": .object(paths),
            "components": .object(components),
        ]
    }
}
