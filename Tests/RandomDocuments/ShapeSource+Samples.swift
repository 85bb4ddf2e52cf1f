import KurusJSON

extension ShapeSource {
    /// The characters that a value may have where it is sent.
    enum Place {
        case json
        /// Any text, and lists that are not empty: a form has no empty list.
        case form
        /// No delimiters of any style, and not empty.
        case parameter
        /// Printable ASCII, as in header fields and cookies.
        case field
    }

    /// Draws a value that satisfies the shape.
    mutating func sample(_ shape: Shape, in place: Place = .json, depth: Int = 3) -> JSONValue {
        switch shape {
        case .scalar(let type, let format): return scalar(type, format, place)
        case .values(let values): return .string(pick(values))
        case .integers(let values): return .number(JSONNumber(pick(values)))
        case .list(let element):
            let least = place == .json ? 0 : 1
            let count = depth > 0 ? Int.random(in: least...3, using: &random) : least
            return .array((0..<count).map { _ in sample(element, in: place, depth: depth - 1) })
        case .map(let values):
            var object = JSONObject()
            for name in some(Self.names, 0...2) { object[name] = sample(values, in: place, depth: depth - 1) }
            return .object(object)
        case .object(let properties, let others): return object(properties, others, place, depth)
        case .reference(let name):
            guard let target = components.first(where: { $0.name == name }) else { return .null }
            return sample(target.shape, in: place, depth: depth - 1)
        case .choice(let names): return sample(.reference(pick(names)), in: place, depth: depth)
        case .all(let shapes): return joined(shapes, place, depth)
        case .some(let shapes): return joined(some(shapes, 1...shapes.count), place, depth)
        case .alternatives(let shapes): return sample(pick(shapes), in: place, depth: depth)
        case .nullable(let shape): return oneIn(3) ? .null : sample(shape, in: place, depth: depth)
        case .anything: return pick([["a": [1, nil, "b"]], "text", 1.5, true, []])
        }
    }

    private mutating func joined(_ shapes: [Shape], _ place: Place, _ depth: Int) -> JSONValue {
        var object = JSONObject()
        for shape in shapes {
            guard case .object(let part) = sample(shape, in: place, depth: depth) else { continue }
            for member in part.members { object[member.name] = member.value }
        }
        return .object(object)
    }

    private mutating func object(
        _ properties: [Shape.Property], _ others: Shape?, _ place: Place, _ depth: Int
    ) -> JSONValue {
        var object = JSONObject()
        for property in properties where property.isRequired || (depth > 0 && !oneIn(3)) {
            object[property.name] = sample(property.shape, in: place, depth: depth - 1)
        }
        if let others, oneIn(2) { object["more"] = sample(others, in: place, depth: depth - 1) }
        return .object(object)
    }

    private mutating func scalar(_ type: String, _ format: String?, _ place: Place) -> JSONValue {
        switch (type, format) {
        case ("boolean", _): .boolean(oneIn(2))
        case ("integer", "int32"): pick([0, -1, 2_147_483_647])
        case ("integer", _): pick([0, -1, 42, 9_007_199_254_740_993])
        case ("number", _): pick([0, -1, 1.5, -0.25, 1000000])
        case (_, "date"): pick(["2024-02-29", "1999-12-31"])
        case (_, "date-time"): pick(["2024-02-29T23:59:59Z", "1999-12-31T00:00:00.5Z"])
        case (_, "uuid"): "9f2c1e04-1b7a-4c0d-8e35-0a6b5d4c3f21"
        case (_, "uri"): pick(["https://example.com/a?b=c", "https://example.com"])
        case (_, "decimal"): pick(["0.1", "-12.5", "1000"])
        default: text(place)
        }
    }

    private mutating func text(_ place: Place) -> JSONValue {
        switch place {
        case .json, .form: pick(["", "a", " b ", "ü\"\\\n", "🧾", "null", "1", "a=b&c=d", "İ\u{301}"])
        case .parameter: pick(["a", "b c", "ü", "a+b", "100%", "a/b?c#d", "&x", "null", "\"q\"", "🧾"])
        case .field: pick(["a", "b-c", "x1", "Zz9", "null"])
        }
    }
}
