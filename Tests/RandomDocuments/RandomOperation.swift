import KurusJSON

/// An operation drawn at random, with the values of its calls.
struct RandomOperation {
    struct Parameter {
        var name: String
        var place: String
        var isRequired: Bool
        var shape: Shape
        /// The fields of the Parameter Object about its form: `style` and `explode` with `schema`, or `content`.
        var form: JSONObject
        var texts: ShapeSource.Place
    }

    /// A representation of a body or an answer.
    enum Content {
        case json(Shape)
        case text
        case bytes
        case form([Shape.Property])
        case multipart([Shape.Property])

        var mediaType: String {
            switch self {
            case .json: "application/json"
            case .text: "text/plain"
            case .bytes: "application/octet-stream"
            case .form: "application/x-www-form-urlencoded"
            case .multipart: "multipart/form-data"
            }
        }

        var shape: Shape {
            switch self {
            case .json(let shape): shape
            case .text: .text
            case .bytes: .file
            case .form(let properties), .multipart(let properties): .object(properties, others: nil)
            }
        }

        /// The values that it can carry.
        var texts: ShapeSource.Place {
            switch self {
            case .form, .multipart: .form
            default: .json
            }
        }

        func object(_ isLater: Bool) -> JSONValue { .object([mediaType: ["schema": shape.schema(isLater)]]) }
    }

    struct Header {
        var name: String
        var shape: Shape
        var isRequired: Bool
    }

    struct Answer {
        /// The status as the document has it: `200`, `2XX`, `default`.
        var status: String
        /// A status that it describes.
        var code: Int
        var content: Content?
        var headers: [Header] = []

        var isSuccess: Bool { status.hasPrefix("2") }
    }

    var method: String
    var path: String
    var parameters: [Parameter] = []
    var body: Content?
    var isBodyRequired = true
    var answers: [Answer] = []

    /// Returns the Operation Object.
    ///
    /// - Parameter isLater: Whether the document is of OpenAPI 3.1.
    func object(_ isLater: Bool) -> JSONValue {
        var object: JSONObject = ["operationId": .string(path.split(separator: "/").first.map(String.init) ?? "root")]
        object["parameters"] = .array(parameters.map(\.object))
        if let body { object["requestBody"] = ["content": body.object(isLater), "required": .boolean(isBodyRequired)] }
        var responses = JSONObject()
        for answer in answers { responses[answer.status] = answer.object(isLater) }
        object["responses"] = .object(responses)
        return .object(object)
    }
}

extension RandomOperation.Parameter {
    fileprivate var object: JSONValue {
        var object: JSONObject = ["name": .string(name), "in": .string(place), "required": .boolean(isRequired)]
        for member in form.members { object[member.name] = member.value }
        return .object(object)
    }
}

extension RandomOperation.Answer {
    fileprivate func object(_ isLater: Bool) -> JSONValue {
        var object: JSONObject = ["description": "An answer."]
        if let content { object["content"] = content.object(isLater) }
        if !headers.isEmpty {
            var fields = JSONObject()
            for header in headers {
                fields[header.name] = ["schema": header.shape.schema(isLater), "required": .boolean(header.isRequired)]
            }
            object["headers"] = .object(fields)
        }
        return .object(object)
    }
}
