import KurusJSON

extension ShapeSource {
    mutating func operation(_ number: Int) -> RandomOperation {
        let method = pick(["get", "post", "put", "delete", "patch"])
        var operation = RandomOperation(method: method, path: "/operation\(number)")
        for index in 0..<self.number(below: 2) {
            let parameter = pathParameter(index)
            operation.path += oneIn(4) ? "/x.{\(parameter.name)}" : "/{\(parameter.name)}"
            operation.parameters.append(parameter)
        }
        for (index, name) in some(Self.names, 0...3).enumerated() {
            operation.parameters.append(queryParameter(name, index))
        }
        for name in some(["X-Trace", "x_a", "Sort"], 0...1) { operation.parameters.append(headerParameter(name)) }
        for name in some(["session", "a-b"], 0...1) { operation.parameters.append(cookieParameter(name)) }
        if method != "get", method != "delete", !oneIn(4) {
            operation.body = body()
            operation.isBodyRequired = !oneIn(4)
        }
        operation.answers = answers()
        return operation
    }

    // MARK: Parameters

    private mutating func parameter(
        _ name: String, in place: String, _ shape: Shape, _ texts: Place, style: String?, explode: Bool?
    ) -> RandomOperation.Parameter {
        var form: JSONObject = ["schema": shape.schema(isLater)]
        if let style { form["style"] = .string(style) }
        if let explode { form["explode"] = .boolean(explode) }
        return RandomOperation.Parameter(
            name: name, place: place, isRequired: place == "path" || oneIn(2), shape: shape, form: form, texts: texts)
    }

    /// A scalar, or a list or an object of scalars; the members' names are of this parameter alone.
    private mutating func flat(_ prefix: String) -> Shape {
        switch number(below: 4) {
        case 0: return .list(scalar())
        case 1:
            return .object(
                [
                    Shape.Property(name: prefix + "a", shape: scalar(), isRequired: true),
                    Shape.Property(name: prefix + "b", shape: scalar(), isRequired: oneIn(2)),
                ], others: nil)
        default: return scalar()
        }
    }

    private mutating func pathParameter(_ index: Int) -> RandomOperation.Parameter {
        parameter(
            "p\(index)", in: "path", flat("m"), .field, style: pick([nil, "simple", "label", "matrix"]),
            explode: pick([nil, true, false]))
    }

    private mutating func queryParameter(_ name: String, _ index: Int) -> RandomOperation.Parameter {
        switch number(below: 8) {
        case 0:
            // A parameter is absent or has a value, so null alone is none.
            let shape = oneIn(2) ? object(depth: 1) : .list(shape(depth: 1))
            return RandomOperation.Parameter(
                name: name, place: "query", isRequired: oneIn(2), shape: shape,
                form: ["content": ["application/json": ["schema": shape.schema(isLater)]]], texts: .json)
        case 1:
            // An element with the delimiter itself cannot be sent.
            let element = pick([Shape.text, .scalar(type: "integer", format: nil), .integers([1, -1])])
            return parameter(
                name, in: "query", .list(element), .field, style: pick(["spaceDelimited", "pipeDelimited"]),
                explode: false)
        case 2:
            let property = Shape.Property(name: "a", shape: scalar(), isRequired: true)
            return parameter(
                name, in: "query", .object([property], others: nil), .parameter, style: "deepObject", explode: true)
        default:
            return parameter(
                name, in: "query", flat("q\(index)"), .parameter, style: pick([nil, "form"]),
                explode: pick([nil, true, false]))
        }
    }

    private mutating func headerParameter(_ name: String) -> RandomOperation.Parameter {
        parameter(
            name, in: "header", flat("h"), .field, style: pick([nil, "simple"]), explode: pick([nil, true, false]))
    }

    private mutating func cookieParameter(_ name: String) -> RandomOperation.Parameter {
        parameter(name, in: "cookie", scalar(), .field, style: pick([nil, "form"]), explode: nil)
    }

    // MARK: Content

    private mutating func body() -> RandomOperation.Content {
        switch number(below: 8) {
        case 0: .text
        case 1: .bytes
        case 2: .form(fields())
        case 3: .multipart(fields() + [Shape.Property(name: "file", shape: .file, isRequired: oneIn(2))])
        default: .json(shape(depth: 2))
        }
    }

    private mutating func fields() -> [Shape.Property] {
        some(Self.names, 1...4).map { name in
            Shape.Property(name: name, shape: oneIn(4) ? .list(scalar()) : scalar(), isRequired: oneIn(2))
        }
    }

    private mutating func answers() -> [RandomOperation.Answer] {
        var answers: [RandomOperation.Answer] = []
        for (status, code) in some([("200", 200), ("201", 201), ("204", 204), ("2XX", 299)], 1...2) {
            var answer = RandomOperation.Answer(status: status, code: code, content: code == 204 ? nil : content())
            for name in some(["X-Rate", "Link-Count", "body"], 0...(oneIn(3) ? 2 : 0)) {
                answer.headers.append(
                    RandomOperation.Header(
                        name: name, shape: oneIn(3) ? .list(scalar()) : scalar(), isRequired: oneIn(2)))
            }
            answers.append(answer)
        }
        for (status, code) in some([("400", 400), ("404", 404), ("4XX", 418)], 0...2) {
            answers.append(RandomOperation.Answer(status: status, code: code, content: .json(shape(depth: 2))))
        }
        return answers
    }

    private mutating func content() -> RandomOperation.Content? {
        switch number(below: 10) {
        case 0: nil
        case 1: .text
        case 2: .bytes
        case 3: .form(fields())
        case 4: .multipart(fields() + [Shape.Property(name: "file", shape: .file, isRequired: oneIn(2))])
        default: .json(shape(depth: 2))
        }
    }
}
