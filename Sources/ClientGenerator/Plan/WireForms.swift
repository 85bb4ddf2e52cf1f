import SpecAPI

/// Knows how values of named schemas are written: an alias of a decimal in a string hides its form.
struct WireForms {
    /// The forms of names whose values are not written as their types are.
    private var forms: [String: WireForm] = [:]

    init(_ api: API) {
        var users: [String: [NamedSchema]] = [:]
        var open: [String] = []
        for named in api.schemas {
            switch Self.leaf(of: named.schema.shape) {
            case .scalar(.decimalString):
                forms[named.name] = form(of: named.schema.shape, api)
                open.append(named.name)
            case .reference(let target): users[target, default: []].append(named)
            default: break
            }
        }
        while let name = open.popLast() {
            for user in users[name] ?? [] where forms[user.name] == nil {
                forms[user.name] = form(of: user.schema.shape, api)
                open.append(user.name)
            }
        }
    }

    func form(ofNamed name: String) -> WireForm {
        forms[name] ?? .same
    }

    /// Returns the innermost shape in arrays and maps.
    private static func leaf(of shape: SchemaShape) -> SchemaShape {
        var current = shape
        while let inner = current.element { current = inner.shape }
        return current
    }

    private func form(of shape: SchemaShape, _ api: API) -> WireForm {
        switch shape {
        case .scalar(.decimalString): return .text
        case .reference(let name): return form(ofNamed: name)
        default:
            guard let element = shape.element else { return .same }
            let plain = form(of: element.shape, api)
            guard !plain.isSame else { return .same }
            let inner = api.isNullable(element) ? .optional(plain) : plain
            if case .array = shape { return .array(inner) }
            return .map(inner)
        }
    }
}

extension SchemaShape {
    /// The schema of the elements of an array or map.
    fileprivate var element: APISchema? {
        switch self {
        case .array(let element): return element
        case .object(let object):
            guard object.isMap, case .schema(let values) = object.additional else { return nil }
            return values
        default: return nil
        }
    }
}
